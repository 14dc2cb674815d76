import { lengths } from '../../../shared/text/lengths.ts'
import { sameWording } from '../../../shared/text/sameWording.ts'
import { ChalkedSign, Was } from '../../parts/Change.tsx'
import { CharacterCount } from '../../parts/CharacterCount.tsx'
import { useLaterSharedWords } from '../../parts/laterWords.ts'
import { SourcesGone } from '../../parts/SourcesGone.tsx'
import { useStands } from '../../parts/useStands.ts'
import { PlainHints } from '../../plain/PlainHints.tsx'
import { useDilemma } from '../../session/useDocument.ts'
import { useLatest } from '../../session/useLatest.ts'
import { notSent } from '../../session/useOnce.ts'
import { Button, Refused } from '../Action.tsx'
import { useLeftAct } from '../useOutliving.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { Sources } from './Sources.tsx'
import type { Taken } from './taken.ts'

type Props = {
  text: string
  onText: (text: string) => void
  /** By the time the answer comes. */
  latest: () => Pick<Taken, 'proposal'> & { text: string }
  /** What stands in the field now that its wording is the question. */
  onAdopted: (rest: string) => void
  taken: Taken
  onTaken: (taken: Taken) => void
  /** As they were written before the room. */
  staged: boolean
  onForget: () => void
}

/** Writes the next wording, names where it comes from, and shows what the room is going to see. */
export const AdoptForm = ({ text, onText, latest, onAdopted, taken, onTaken, staged, onForget }: Props) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const dilemma = useDilemma()
  const shared = useLaterSharedWords()
  const { act, busy, refusal } = useLeftAct('adopt')
  const latestStaged = useLatest(staged)
  const { proposal, sources } = taken
  // What left the board stays ticked, out of sight: a source that is shown again need not be found again.
  const stands = useStands()
  const standing = sources.filter(stands)
  const proposed = proposal !== null && stands({ kind: 'idea', id: proposal.id }) ? proposal : null
  const before = dilemma?.text ?? ''
  const same = sameWording(text) === sameWording(before)
  const why = text.trim() === '' ? w.why.empty : same ? w.why.sameText : whyNot('framing.adopt')
  const adopt = async () => {
    if (why !== null || busy) return
    const from = { ...(proposed === null ? {} : { proposal: proposed.id }), ...(staged ? { form: 'room' as const } : {}) }
    const answer = await act({ type: 'framing.adopt', text, sources: standing, ...from })
    if (!answer.ok) return
    const rest = await notSent(() => latest().text, text)
    const now = latest()
    const other = latestStaged.current || (now.proposal !== null && now.proposal.id !== proposal?.id)
    // Other words that were taken over before the answer keep where they come from.
    if (now.text === text || !other) onAdopted(rest)
  }
  return (
    <section className="panel">
      <h2>{w.question.adopt}</h2>
      <div className="form">
        {dilemma === null ? null : (
          <p>
            <span className="help">{w.question.now}</span> <strong>{dilemma.text}</strong>
          </p>
        )}
        <label className="field" htmlFor="framing">
          {w.question.text}
        </label>
        <textarea id="framing" rows={3} value={text} onChange={(event) => onText(event.target.value)} />
        <CharacterCount text={text} maximum={lengths.framing} />
        <PlainHints text={text} />
        {proposed === null ? null : (
          <p className="row">
            {proposed.as === 'question' ? w.question.fromQuestion : w.question.fromProposal}{' '}
            <Button tone="quiet" onPress={onForget}>
              {proposed.as === 'question' ? w.question.forgetQuestion : w.question.forget}
            </Button>
          </p>
        )}
        {staged ? <p className="help">{shared.staged.from}</p> : null}
        {text.trim() === '' ? null : <Sources chosen={sources} onChange={(sources) => onTaken({ proposal, sources })} />}
        <SourcesGone sources={sources.length - standing.length} proposal={proposal !== proposed} />
        {text.trim() === '' || same ? null : (
          <div className="preview">
            <h3>{w.question.preview}</h3>
            <Was before={before} after={text} />
            <ChalkedSign text={text} before={before} size="small" />
          </div>
        )}
        <Refused refusal={refusal} />
        <div className="row">
          <Button tone="main" why={why} busy={busy} onPress={() => void adopt()}>
            {w.question.go}
          </Button>
        </div>
        <p className="help">{w.question.goHelp}</p>
      </div>
    </section>
  )
}
