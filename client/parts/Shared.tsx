import { type ComponentType, memo, type ReactNode, useId, useMemo, useState } from 'react'
import type { Contribution } from '../../shared/domain/state.ts'
import { within } from '../../shared/text/ownLines.ts'
import type { IdeaEntry } from '../../shared/wire/documents.ts'
import { derived, useDerived } from '../session/derived.ts'
import { Button } from './Button.tsx'
import { useSharedWords } from './words.ts'

export type Promised = Pick<IdeaEntry, 'who' | 'by' | 'day'>
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
/** What the room sees, whatever it is. */
export const useAll = (): readonly SharedIdea[] => useDerived(ideasIn)

/** What the room sees of one kind, in the order in which it was shared. */
export const useShared = (as: Contribution, phase: string | null = null): readonly SharedIdea[] => {
  const ideas = useDerived(ideasIn)
  return useMemo(() => ideas.filter((idea) => idea.as === as && (phase === null || idea.phase === phase)), [ideas, as, phase])
}

/** Something to do with these texts, such as reading them aloud. */
export type Tool = (texts: readonly string[]) => ReactNode

/** What to say of one of them. */
export type Note = (id: string) => string | null
/** What stands under each of them, such as the owner's mark. The same component each time. */
export type Each = ComponentType<{ idea: SharedIdea }>

/** So many at first: a hundred and fifty ideas would push everything else off a phone. */
const atFirst = 12

type Extras = { tool?: Tool | undefined; note?: Note | undefined; each?: Each | undefined }
export const Cards = ({ ideas, tool, note, each }: { ideas: readonly SharedIdea[] } & Extras) => {
  const w = useSharedWords()
  const [all, setAll] = useState(false)
  // A list that is only a little longer is shown whole: the button would take the room of what it hides.
  const shown = all || ideas.length <= atFirst + 3 ? ideas : ideas.slice(0, atFirst)
  return (
    <>
      <ul className="plain-list cards">
        {shown.map((idea) => (
          <Said key={idea.id} idea={idea} note={note?.(idea.id) ?? null} each={each} />
        ))}
      </ul>
      {shown.length === ideas.length ? null : <Button onPress={() => setAll(true)}>{w.board.all(ideas.length)}</Button>}
      {tool?.(ideas.map((idea) => idea.text))}
    </>
  )
}

/** The name and the moment that somebody gave with a commitment. */
export const Given = ({ it }: { it: Promised }) => {
  const given = useSharedWords().board.commitment(it)
  return given === '' ? null : <p className="help">{given}</p>
}

const Said = memo(({ idea, note, each: Under }: { idea: SharedIdea; note: string | null; each: Each | undefined }) => {
  return (
    <li className={note === null ? 'card' : 'card card-noted'}>
      <p className="said">{within(idea.text)}</p>
      {note === null ? null : <p className="note">{note}</p>}
      <Given it={idea} />
      {Under === undefined ? null : <Under idea={idea} />}
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
  each,
}: {
  as: Contribution
  phase?: string | null
  heading: (n: number) => string
  tool?: Tool | undefined
  note?: Note | undefined
  each?: Each | undefined
}) => {
  const id = useId()
  const ideas = useShared(as, phase)
  if (ideas.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading(ideas.length)}</h2>
      <Cards ideas={ideas} tool={tool} note={note} each={each} />
    </section>
  )
}
