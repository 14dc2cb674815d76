import { useEffect, useState } from 'react'
import type { Source } from '../../shared/domain/state.ts'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { sameWording } from '../../shared/text/sameWording.ts'
import { Button } from '../parts/Button.tsx'
import { ChalkedSign, Was } from '../parts/Change.tsx'
import { Notice } from '../parts/Notice.tsx'
import type { SharedIdea } from '../parts/Shared.tsx'
import { SourcesGone } from '../parts/SourcesGone.tsx'
import { useStands } from '../parts/useStands.ts'
import { useAct } from '../session/useAct.ts'
import { useDilemma, useEntry } from '../session/useDocument.ts'
import { useLatest } from '../session/useLatest.ts'
import { useMay } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { useWritingWords } from '../writing/words.ts'
import { Origins } from './Origins.tsx'
import { useTouching } from './useTouching.ts'
import { useOwnerWords } from './words.ts'

/** From words to the question of now: how it will look, where it comes from, and the way back. Without the right to it: who takes it further. */
export const Adopting = ({
  words,
  form,
  proposal = null,
  onProposal,
  tone = 'main',
}: {
  /** Without the space around them. */
  words: string
  /** Of words that were written before the room. */
  form?: 'room'
  /** What the room proposed or asked, when these are its words. */
  proposal?: Pick<SharedIdea, 'id' | 'as'> | null
  onProposal?: ((proposal: null) => void) | undefined
  /** Plain where the page has another action in ink. */
  tone?: 'main' | 'plain'
}) => {
  const w = useOwnerWords()
  const say = useSentence()
  const may = useMay()
  const dilemma = useDilemma()
  const { act, busy, refusal } = useAct()
  const latest = useLatest(proposal)
  const { act: takeBack, busy: takingBack, refusal: kept } = useAct()
  const touching = useTouching()
  /** What touched the owner is taken along until somebody chooses. */
  const [chosen, setSources] = useState<readonly Source[] | null>(null)
  const stands = useStands()
  const sources = (chosen ?? touching).filter(stands)
  const gone = (chosen ?? []).filter((source) => !stands(source))
  const proposed = proposal !== null && stands({ kind: 'idea', id: proposal.id }) ? proposal : null
  // With a wording that is dropped for words of the room, or for none, goes where it came from.
  useEffect(() => {
    if (proposal !== null) setSources(null)
  }, [proposal])
  useEffect(() => {
    if (words !== '') return
    setSources(null)
    onProposal?.(null)
  }, [words, onProposal])
  const [undone, setUndone] = useState(false)
  const [adopted, setAdopted] = useState<{ words: string; step: string } | null>(null)
  const over = useWritingWords().why.over
  const closed = useEntry('board', 'plein', 'stage') === 'closed'
  const why =
    words === ''
      ? w.draft.empty
      : sameWording(words) === sameWording(dilemma?.text ?? '')
        ? w.draft.same
        : codePoints(normalise(words)) > lengths.framing
          ? w.draft.tooLong
          : null
  const adopt = async () => {
    setUndone(false)
    const from = { ...(proposed === null ? {} : { proposal: proposed.id }), ...(form === undefined ? {} : { form }) }
    const answer = await act({ type: 'framing.adopt', text: words, sources, ...from })
    if (!answer.ok) return
    setAdopted({ words, step: answer['step'] as string })
    // Another one that was taken over before the answer keeps whose it is.
    if (latest.current !== null && latest.current.id !== proposal?.id) return
    setSources(null)
    onProposal?.(null)
  }
  const fresh = adopted !== null && adopted.words === dilemma?.text ? adopted : null
  const undo = async () => setUndone((await takeBack({ type: 'undo', ...(fresh === null ? {} : { step: fresh.step }) })).ok)
  const own = dilemma !== null && dilemma.order > 0 && (dilemma.by === 'owner' || fresh !== null)
  return (
    <>
      {why === null && dilemma !== null ? (
        <div className="preview">
          <h3>{w.draft.preview}</h3>
          <Was before={dilemma.text} after={words} />
          <ChalkedSign size="small" text={words} before={dilemma.text} />
        </div>
      ) : null}
      {may('framing.adopt') ? (
        <>
          {proposed === null ? null : (
            <p>
              {proposed.as === 'question' ? w.draft.fromQuestion : w.draft.fromProposal}{' '}
              <Button tone="quiet" onPress={() => onProposal?.(null)}>
                {w.draft.forget}
              </Button>
            </p>
          )}
          <Origins
            asks={form === 'room' ? w.draft.stagedSources : w.draft.sources}
            chosen={sources}
            onChange={(chosen) => setSources([...chosen, ...gone])}
          />
          <SourcesGone sources={gone.length} proposal={proposal !== proposed} />
          <p className="help">{w.draft.sure}</p>
          <Button tone={tone} why={why} busy={busy} onPress={() => void adopt()}>
            {form === 'room' ? w.draft.adoptStaged : w.draft.adopt}
          </Button>
          {own && may('undo') ? (
            <Button busy={takingBack} onPress={() => void undo()}>
              {w.draft.undo}
            </Button>
          ) : null}
          <p role="status">{undone ? w.draft.undone : ''}</p>
        </>
      ) : (
        <p className="help">{closed ? over : form === 'room' ? w.draft.coachStaged : w.draft.coach}</p>
      )}
      {[refusal, kept].map((one) =>
        one === null ? null : (
          <Notice key={one.code} tone="alarm">
            <p>{say(one)}</p>
          </Notice>
        ),
      )}
      {fresh !== null ? (
        <Notice tone="saved">
          <p>{w.draft.adopted}</p>
        </Notice>
      ) : null}
    </>
  )
}
