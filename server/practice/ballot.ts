import type { Dots, Round } from '../../shared/domain/state.ts'
import type { Shuffle } from './plan.ts'
import type { Script } from './texts/script.ts'

/** How one of them votes: a few put all they may on one thing, the rest spread. */
export const ballot = (round: Round, name: string, { few, fewWant }: Script, nameOf: (item: string) => string, shuffle: Shuffle): Dots => {
  const items = round.items.map(({ id }) => id)
  const wanted = items.find((id) => fewWant.test(nameOf(id)))
  const order = shuffle(items)
  const dots: Dots = {}
  let left = round.budget
  const give = (item: string, number: number) => {
    const given = Math.min(number, left, round.maximum - (dots[item] ?? 0))
    if (given <= 0) return
    dots[item] = (dots[item] ?? 0) + given
    left -= given
  }
  if (wanted !== undefined && few.includes(name)) give(wanted, round.maximum)
  // Twice at most: who cannot place everything keeps some, as people do.
  for (const item of [...order, ...order]) if (item !== wanted) give(item, 1)
  return dots
}
