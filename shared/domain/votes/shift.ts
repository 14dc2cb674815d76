/** What moved between two rounds over the same things. Made of two results that are both told already; it adds no fact to them. */
import type { Result, ResultRow } from '../state.ts'

/** `more` and `less` of dots, and of people where the dots are equal; `other`: more dots of fewer people, or fewer dots of more; `same`: the
 *  very numbers of before. */
export type Moved = 'more' | 'less' | 'other' | 'steady' | 'same'
export type Shift = { item: string; dots: Pair; voters: Pair; moved: Moved }
export type Pair = { before: number; after: number }

/** S4: so many people must have voted otherwise before a word is made of it. */
export const fewestMovers = 3

const changed = ({ before, after }: Pair): number => after - before

/** The least number of people that can have made this difference: nobody can give a thing more than `most`. */
const movers = (dots: Pair, voters: Pair, most: number): number =>
  Math.max(Math.abs(changed(voters)), Math.ceil(Math.abs(changed(dots)) / most))

const movedOf = (dots: Pair, voters: Pair, most: number): Moved => {
  if (changed(dots) === 0 && changed(voters) === 0) return 'same'
  if (movers(dots, voters, most) < fewestMovers) return 'steady'
  const [byDots, byPeople] = [Math.sign(changed(dots)), Math.sign(changed(voters))]
  if (byDots * byPeople < 0) return 'other'
  return byDots + byPeople > 0 ? 'more' : 'less'
}

const shiftOf = (first: ResultRow, second: ResultRow, maximum: number): Shift => {
  const dots = { before: first.dots, after: second.dots }
  const voters = { before: first.voters, after: second.voters }
  return { item: second.item, dots, voters, moved: movedOf(dots, voters, maximum * (1 + second.merged.length)) }
}

/** In the order of the letters; `null` where one of the two is not told, or was held back (S4). */
export const shiftsOf = (first: Result | null | undefined, second: Result | null, maximum: number): Shift[] | null => {
  if (!first || !second || first.heldBack || second.heldBack) return null
  const before = new Map(first.rows.map((row) => [row.item, row]))
  return second.rows.flatMap((row) => {
    const was = before.get(row.item)
    return was ? [shiftOf(was, row, maximum)] : []
  })
}
