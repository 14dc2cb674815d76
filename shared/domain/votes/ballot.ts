/** A ballot: dots per item, checked as a whole (R1). */
import type { Refusal } from '../refusals.ts'
import type { Dots, Round } from '../state.ts'
import { placesOf } from './places.ts'

/** Items without dots are left out, and the order is that of the round: the order in which somebody tapped would be a trace of them (S3). */
export const ballotFor = (round: Round, dots: Dots): { dots: Dots } | { refusal: Refusal } => {
  const places = placesOf(round.items)
  const given: { item: string; count: number; place: number }[] = []
  let used = 0
  for (const [item, count] of Object.entries(dots)) {
    if (count === 0) continue
    const place = places.get(item)
    if (place === undefined) return { refusal: { code: 'item-unknown', item } }
    if (!Number.isInteger(count) || count < 0 || count > round.maximum)
      return { refusal: { code: 'over-maximum', maximum: round.maximum, item } }
    used += count
    given.push({ item, count, place })
  }
  if (used > round.budget) return { refusal: { code: 'over-budget', budget: round.budget, used } }
  given.sort((a, b) => a.place - b.place)
  return { dots: Object.fromEntries(given.map(({ item, count }) => [item, count])) }
}
