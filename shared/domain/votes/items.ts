/** What the dots of a round go on. Only what the board shows: an item's name stands on the board as long as the round does (S1). */
import { sameWording } from '../../text/sameWording.ts'
import { allOnBoard, shown } from '../clusters/members.ts'
import { chain } from '../framings/chain.ts'
import type { Refusal } from '../refusals.ts'
import type { Contribution, Idea, Plein, Round, RoundItem } from '../state.ts'

export const fewestItems = 2
/** Wordings, whole, one under the other on a phone: more of them are not read before they are voted on. */
export const mostWordings = 12

/** A … Z, AA, AB …: said aloud and written on paper, so it never changes during a round. */
export const letterOf = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

type Candidate = {
  id: string
  name: string | null
  /** Not unless it is asked for. */
  aside?: boolean
  text?: string
}

const sharedIdeas = (plein: Plein, as: Contribution): Idea[] =>
  [...plein.ideas.values()].filter((idea) => idea.as === as && shown(idea)).sort((a, b) => a.order - b.order)

/** The chain first. What the question was is there to be chosen; the question of now and what was proposed is what a room asks about. */
const wordings = (plein: Plein): Candidate[] => [
  ...chain(plein).map(({ id, text }, at, { length }) => ({ id, name: null, text, aside: at < length - 1 })),
  ...sharedIdeas(plein, 'proposal').map(({ id, text }) => ({ id, name: null, text })),
  // A burst makes more of them than a phone shows.
  ...sharedIdeas(plein, 'question').map(({ id, text }) => ({ id, name: null, text, aside: true })),
]

const candidates = (plein: Plein, over: Round['over']): Candidate[] => {
  switch (over) {
    case 'clusters': {
      const there = allOnBoard(plein)
      const apart = there.some(({ of }) => of === undefined)
      return there.map(({ id, name, of }) => ({ id, name, aside: apart && of !== undefined }))
    }
    case 'ideas':
      return sharedIdeas(plein, 'idea').map(({ id }) => ({ id, name: null }))
    case 'framings':
      return wordings(plein)
    default:
      return over satisfies never
  }
}

/** The same question twice would share its dots between two letters. */
const once = (items: readonly Candidate[]): Candidate[] => {
  const seen = new Set<string>()
  return items.filter(({ text }) => {
    if (text === undefined) return true
    const words = sameWording(text)
    return !seen.has(words) && seen.add(words)
  })
}

/** In the order of the board, whatever the order in which they were chosen. */
export const itemsFor = (
  plein: Plein,
  over: Round['over'],
  chosen: readonly string[] | undefined,
): { items: RoundItem[] } | { refusal: Refusal } => {
  const all = candidates(plein, over)
  const wanted = chosen && new Set(chosen)
  if (wanted) {
    const known = new Set(all.map((item) => item.id))
    for (const id of wanted) if (!known.has(id)) return { refusal: { code: 'item-unknown', item: id } }
  }
  const items = once(all.filter(({ id, aside }) => (wanted ? wanted.has(id) : !aside)))
  if (items.length < fewestItems) return { refusal: { code: 'too-few-items', minimum: fewestItems, items: items.length } }
  if (over === 'framings' && items.length > mostWordings)
    return { refusal: { code: 'too-many-items', maximum: mostWordings, items: items.length } }
  return { items: items.map(({ id, name }, index) => ({ id, letter: letterOf(index), name })) }
}
