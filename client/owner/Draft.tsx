import { useId, useState } from 'react'
import type { Source } from '../../shared/domain/state.ts'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { ChalkedSign, Was } from '../parts/Change.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { EarlierVersions } from '../parts/EarlierVersions.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PlainHints } from '../plain/PlainHints.tsx'
import { useAct } from '../session/useAct.ts'
import { useDilemma } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { useText } from '../session/useText.ts'
import { Origins } from './Origins.tsx'
import { Proposals } from './Proposals.tsx'
import { useOwnerWords } from './words.ts'

/** The next wording, co-written with the coach before the room sees it. */
export const Draft = () => {
  const w = useOwnerWords()
  const id = useId()
  const say = useSentence()
  const may = useMay()
  const dilemma = useDilemma()
  const field = useText('text/draft')
  const { bind, write, text, ready, live, saved } = field
  const { act, busy, refusal } = useAct()
  const { act: takeBack, busy: takingBack, refusal: kept } = useAct()
  const [sources, setSources] = useState<Source[]>([])
  const [proposal, setProposal] = useState<string | null>(null)
  const [undone, setUndone] = useState(false)
  const [adopted, setAdopted] = useState<string | null>(null)
  const words = text.trim()
  const why =
    words === ''
      ? w.draft.empty
      : words === dilemma?.text
        ? w.draft.same
        : codePoints(normalise(words)) > lengths.framing
          ? w.draft.tooLong
          : null
  const adopt = async () => {
    setUndone(false)
    const answer = await act({ type: 'framing.adopt', text: words, sources, ...(proposal === null ? {} : { proposal }) })
    if (!answer.ok) return
    setAdopted(words)
    setSources([])
    setProposal(null)
  }
  const undo = async () => setUndone((await takeBack({ type: 'undo' })).ok)
  const own = dilemma !== null && dilemma.order > 0 && (dilemma.by === 'owner' || dilemma.text === adopted)
  const state = !ready ? w.draft.loading : !live ? w.draft.away : !saved ? w.draft.saving : text === '' ? '' : w.draft.saved
  return (
    <section className="draft" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{w.draft.heading}</h2>
      <p className="help" id={`${id}-help`}>
        {w.draft.help}
      </p>
      <label className="for-ears" htmlFor={id}>
        {w.draft.label}
      </label>
      <textarea id={id} rows={4} aria-describedby={`${id}-help`} {...bind} />
      <div className="draft-foot">
        <CharacterCount text={text} maximum={lengths.framing} />
        <small role="status">{state}</small>
      </div>
      <PlainHints text={text} />
      <EarlierVersions field={field} />
      {ready && words === '' && dilemma !== null ? <Button onPress={() => write(dilemma.text)}>{w.draft.take}</Button> : null}
      {why === null && dilemma !== null ? (
        <div className="preview">
          <h3>{w.draft.preview}</h3>
          <Was before={dilemma.text} after={words} />
          <ChalkedSign size="small" text={words} before={dilemma.text} />
        </div>
      ) : null}
      {may('framing.adopt') ? (
        <>
          <Proposals
            onTake={({ id, text }) => {
              write(text)
              setProposal(id)
            }}
          />
          {proposal === null ? null : (
            <p>
              {w.draft.fromProposal}{' '}
              <Button tone="quiet" onPress={() => setProposal(null)}>
                {w.draft.forget}
              </Button>
            </p>
          )}
          <Origins chosen={sources} onChange={setSources} />
          <p className="help">{w.draft.sure}</p>
          <Button tone="main" why={why} busy={busy} onPress={() => void adopt()}>
            {w.draft.adopt}
          </Button>
          {own && may('undo') ? (
            <Button busy={takingBack} onPress={() => void undo()}>
              {w.draft.undo}
            </Button>
          ) : null}
          <p role="status">{undone ? w.draft.undone : ''}</p>
        </>
      ) : (
        <p className="help">{w.draft.coach}</p>
      )}
      {[refusal, kept].map((one) =>
        one === null ? null : (
          <Notice key={one.code} tone="alarm">
            <p>{say(one)}</p>
          </Notice>
        ),
      )}
      {adopted !== null && adopted === dilemma?.text ? (
        <Notice tone="saved">
          <p>{w.draft.adopted}</p>
        </Notice>
      ) : null}
    </section>
  )
}
