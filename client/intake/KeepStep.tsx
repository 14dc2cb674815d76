import type { IntakeAuthor, IntakeQuestion } from '../../shared/domain/intake/talk.ts'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { sameWording } from '../../shared/text/sameWording.ts'
import { Button } from '../parts/Button.tsx'
import { useAct } from '../session/useAct.ts'
import { useDilemma, usePlein } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import { Refused } from './Refused.tsx'
import { useIntakeWords } from './words.ts'

type Props = { question: IntakeQuestion; by: IntakeAuthor; words: string; unsaved: string | null; saving: boolean }

/** Makes an answer that the room may hear the next link of the question chain. */
export const KeepStep = ({ question, by, words, unsaved, saving }: Props) => {
  const w = useIntakeWords()
  const may = useMay()
  const dilemma = useDilemma()
  const prepared = usePlein()?.stage === 'prepared'
  const { act, busy, refusal } = useAct()
  if (question !== 'under' && question !== 'deeper') return null
  if (!may('framing.adopt')) return <p className="help">{prepared ? w.step.coach : w.step.over}</p>
  const why =
    unsaved ??
    (!prepared
      ? w.step.over
      : sameWording(words) === sameWording(dilemma?.text ?? '')
        ? w.step.same
        : codePoints(normalise(words)) > lengths.framing
          ? w.step.tooLong(lengths.framing)
          : null)
  const keep = () =>
    act({
      type: 'framing.adopt',
      text: words,
      sources: dilemma === null ? [] : [{ kind: 'framing', id: dilemma.id }],
      form: 'intake',
      whose: by,
    })
  return (
    <>
      <Button why={why} busy={busy || saving} onPress={() => void keep()}>
        {w.step.keep}
      </Button>
      <Refused refusal={refusal} />
    </>
  )
}
