import { useId, useMemo } from 'react'
import type { Contribution } from '../../shared/domain/state.ts'
import type { IdeaEntry } from '../../shared/wire/documents.ts'
import { useEntries } from '../session/useDocument.ts'
import { useSharedWords } from './words.ts'

export type SharedIdea = IdeaEntry & { id: string }

/** What the room sees of one kind, in the order in which it was shared. */
export const useShared = (as: Contribution, phase: string | null = null): readonly SharedIdea[] => {
  const ideas = useEntries('board', 'ideas')
  return useMemo(
    () =>
      [...ideas]
        .map(([id, idea]) => ({ ...idea, id }))
        .filter((idea) => idea.as === as && (phase === null || idea.phase === phase))
        .sort((a, b) => a.order - b.order),
    [ideas, as, phase],
  )
}

export const Cards = ({ ideas }: { ideas: readonly SharedIdea[] }) => {
  const w = useSharedWords()
  return (
    <ul className="plain-list cards">
      {ideas.map((idea) => (
        <li key={idea.id} className="card">
          <p className="said">{idea.text}</p>
          {idea.who === null && idea.by === null ? null : <p className="help">{w.board.commitment(idea.who, idea.by)}</p>}
        </li>
      ))}
    </ul>
  )
}

/** A heading with how many, and the cards below it; nothing when there is nothing. */
export const Shared = ({ as, phase = null, heading }: { as: Contribution; phase?: string | null; heading: (n: number) => string }) => {
  const id = useId()
  const ideas = useShared(as, phase)
  if (ideas.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading(ideas.length)}</h2>
      <Cards ideas={ideas} />
    </section>
  )
}
