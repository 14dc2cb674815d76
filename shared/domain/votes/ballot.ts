/** A ballot: dots per item, checked as a whole (R1). */
import type { Refusal } from '../refusals.ts'
import type { Dots, Round } from '../state.ts'

/** Items without dots are left out, and the order is that of the round: the order in which somebody tapped would be a trace of them (S3). */
export const ballotFor = (round: Round, dots: Dots): { dots: Dots } | { refusal: Refusal } => {
  const given = new Map(Object.entries(dots).filter(([, count]) => count !== 0))
  const known = new Set(round.items.map((item) => item.id))
  let used = 0
  for (const [item, count] of given) {
    if (!known.has(item)) return { refusal: { code: 'item-unknown', item } }
    if (!Number.isInteger(count) || count < 0 || count > round.maximum)
      return { refusal: { code: 'over-maximum', maximum: round.maximum, item } }
    used += count
  }
  if (used > round.budget) return { refusal: { code: 'over-budget', budget: round.budget, used } }
  const ordered: Dots = {}
  for (const { id } of round.items) {
    const count = given.get(id)
    if (count) ordered[id] = count
  }
  return { dots: ordered }
}
