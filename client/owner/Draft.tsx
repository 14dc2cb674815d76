import { useId, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { EarlierVersions } from '../parts/EarlierVersions.tsx'
import type { SharedIdea } from '../parts/Shared.tsx'
import { PlainHints } from '../plain/PlainHints.tsx'
import { useDilemma, usePhase } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import { useText } from '../session/useText.ts'
import { Adopting } from './Adopting.tsx'
import { Proposals } from './Proposals.tsx'
import { useOwnerWords } from './words.ts'

/** The next wording, co-written with the coach before the room sees it. */
export const Draft = () => {
  const w = useOwnerWords()
  const id = useId()
  const may = useMay()
  const dilemma = useDilemma()
  /** Then it is written before the room, and not here. */
  const writing = usePhase()?.kind === 'write'
  const field = useText('text/draft')
  const { bind, write, text, ready, live, saved } = field
  const [proposal, setProposal] = useState<SharedIdea | null>(null)
  const words = text.trim()
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
      {may('framing.adopt')
        ? (['question', 'proposal'] as const).map((as) => (
            <Proposals
              key={as}
              as={as}
              onTake={(taken) => {
                write(taken.text)
                setProposal(taken)
              }}
            />
          ))
        : null}
      <Adopting words={words} proposal={proposal} onProposal={setProposal} tone={writing ? 'plain' : 'main'} />
    </section>
  )
}
