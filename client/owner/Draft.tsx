import { useEffect, useId, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { EarlierVersions } from '../parts/EarlierVersions.tsx'
import type { SharedIdea } from '../parts/Shared.tsx'
import { PlainHints } from '../plain/PlainHints.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useDilemma } from '../session/useDocument.ts'
import { useFormDraft } from '../session/useFormDraft.ts'
import { useMay } from '../session/useSeat.ts'
import type { TextField } from '../session/useText.ts'
import { Adopting } from './Adopting.tsx'
import { Proposals } from './Proposals.tsx'
import { Rest } from './Rest.tsx'
import { useOwnerWords } from './words.ts'

/** The next wording, co-written with the coach before the room sees it. `rests`: something else is written now. */
export const Draft = ({ field, rests, tone }: { field: TextField; rests: boolean; tone: 'main' | 'plain' }) => {
  const w = useOwnerWords()
  const id = useId()
  const may = useMay()
  const dilemma = useDilemma()
  const { bind, write, text, ready, live, saved } = field
  const [proposal, setProposal] = useFormDraft<Pick<SharedIdea, 'id' | 'as'>>(useSession().plein, 'taken')
  // Until the words have come the field is empty, which forgets nothing: they stand there one render after `ready`.
  const [came, setCame] = useState(false)
  useEffect(() => setCame(ready), [ready])
  const words = text.trim()
  const state = !ready ? w.draft.loading : !live ? w.draft.away : !saved ? w.draft.saving : text === '' ? '' : w.draft.saved
  return (
    <Rest field={field} heading={w.draft.heading} rests={rests}>
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
                setProposal({ id: taken.id, as })
              }}
            />
          ))
        : null}
      <Adopting words={words} proposal={proposal} onProposal={came ? setProposal : undefined} tone={tone} />
    </Rest>
  )
}
