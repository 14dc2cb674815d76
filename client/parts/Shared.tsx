import { memo, type ReactNode, useId, useMemo, useState } from 'react'
import type { Contribution } from '../../shared/domain/state.ts'
import type { IdeaEntry } from '../../shared/wire/documents.ts'
import { derived, useDerived } from '../session/derived.ts'
import { Button } from './Button.tsx'
import { useSharedWords } from './words.ts'

export type SharedIdea = IdeaEntry & { id: string }

/** By their order; an idea is the same object until something about it changes. */
const ideasIn = derived([['board', 'ideas']], () => {
  let before = new Map<string, { entry: IdeaEntry; idea: SharedIdea }>()
  return (entries: ReadonlyMap<string, IdeaEntry>): readonly SharedIdea[] => {
    const now = [...entries].map(([id, entry]): [string, { entry: IdeaEntry; idea: SharedIdea }] => {
      const was = before.get(id)
      return [id, was?.entry === entry ? was : { entry, idea: { ...entry, id } }]
    })
    before = new Map(now)
    return now.map(([, { idea }]) => idea).sort((a, b) => a.order - b.order)
  }
})
/** What the room sees of one kind, in the order in which it was shared. */
export const useShared = (as: Contribution, phase: string | null = null): readonly SharedIdea[] => {
  const ideas = useDerived(ideasIn)
  return useMemo(() => ideas.filter((idea) => idea.as === as && (phase === null || idea.phase === phase)), [ideas, as, phase])
}

/** Something to do with these texts, such as reading them aloud. */
export type Tool = (texts: readonly string[]) => ReactNode

/** What to say of one of them. */
export type Note = (id: string) => string | null

/** So many at first: a hundred and fifty ideas would push everything else off a phone. */
const atFirst = 12

export const Cards = ({ ideas, tool, note }: { ideas: readonly SharedIdea[]; tool?: Tool | undefined; note?: Note | undefined }) => {
  const w = useSharedWords()
  const [all, setAll] = useState(false)
  // A list that is only a little longer is shown whole: the button would take the room of what it hides.
  const shown = all || ideas.length <= atFirst + 3 ? ideas : ideas.slice(0, atFirst)
  return (
    <>
      <ul className="plain-list cards">
        {shown.map((idea) => (
          <Said key={idea.id} idea={idea} note={note?.(idea.id) ?? null} />
        ))}
      </ul>
      {shown.length === ideas.length ? null : <Button onPress={() => setAll(true)}>{w.board.all(ideas.length)}</Button>}
      {tool?.(ideas.map((idea) => idea.text))}
    </>
  )
}

const Said = memo(({ idea, note }: { idea: SharedIdea; note: string | null }) => {
  const w = useSharedWords()
  return (
    <li className={note === null ? 'card' : 'card card-noted'}>
      <p className="said">{idea.text}</p>
      {note === null ? null : <p className="note">{note}</p>}
      {idea.who === null && idea.by === null ? null : <p className="help">{w.board.commitment(idea.who, idea.by)}</p>}
    </li>
  )
})

/** A heading with how many, and the cards below it; nothing when there is nothing. */
export const Shared = ({
  as,
  phase = null,
  heading,
  tool,
  note,
}: {
  as: Contribution
  phase?: string | null
  heading: (n: number) => string
  tool?: Tool | undefined
  note?: Note | undefined
}) => {
  const id = useId()
  const ideas = useShared(as, phase)
  if (ideas.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading(ideas.length)}</h2>
      <Cards ideas={ideas} tool={tool} note={note} />
    </section>
  )
}
