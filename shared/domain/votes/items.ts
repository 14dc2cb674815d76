/** What the dots of a round go on. Only what the board shows: an item's name stands on the board as long as the round does (S1). */
import { onBoard, present, shown } from '../clusters/members.ts'
import type { Refusal } from '../refusals.ts'
import type { Plein, Round, RoundItem } from '../state.ts'

export const fewestItems = 2

/** A … Z, AA, AB …: said aloud and written on paper, so it never changes during a round. */
export const letterOf = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

type Candidate = { id: string; name: string | null }

const candidates = (plein: Plein, over: Round['over']): Candidate[] => {
  if (over === 'clusters')
    return present(plein).flatMap((cluster) => (onBoard(plein, cluster) ? [{ id: cluster.id, name: cluster.name }] : []))
  const ideas = [...plein.ideas.values()].filter((idea) => idea.as === 'idea' && shown(idea))
  return ideas.sort((a, b) => a.order - b.order).map((idea) => ({ id: idea.id, name: null }))
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
  const items = wanted ? all.filter((item) => wanted.has(item.id)) : all
  if (items.length < fewestItems) return { refusal: { code: 'too-few-items', minimum: fewestItems, items: items.length } }
  return { items: items.map(({ id, name }, index) => ({ id, letter: letterOf(index), name })) }
}
