/** Dots, different voters, spread and strong minorities, counted from single ballots in one walk over them. */
import type { Dots, ResultRow } from '../state.ts'

/** What is one thing now: the dots of its parts add up per ballot, so that a voter of two parts is one voter. */
export type Counted = { item: string; parts: readonly string[] }

/** `most`: the most dots that a voter could give to one item. */
export const tally = (things: readonly Counted[], ballots: readonly Dots[], most: number): ResultRow[] => {
  const rows = things.map(({ item, parts }): ResultRow => {
    const spread = new Array<number>(most + 1).fill(0)
    return {
      item,
      dots: 0,
      voters: 0,
      spread,
      strongMinority: false,
      divided: false,
      withdrawn: false,
      merged: parts.filter((part) => part !== item),
    }
  })
  const rowOf = new Map(things.flatMap(({ parts }, index) => parts.map((part) => [part, rows[index] as ResultRow])))
  for (const ballot of ballots) {
    const given = new Map<ResultRow, number>()
    for (const [part, dots] of Object.entries(ballot)) {
      const row = rowOf.get(part)
      if (row) given.set(row, (given.get(row) ?? 0) + dots)
    }
    for (const [row, dots] of given) {
      row.dots += dots
      row.voters++
      while (row.spread.length <= dots) row.spread.push(0)
      row.spread[dots] = (row.spread[dots] ?? 0) + 1
    }
  }
  const voters = votersOf(ballots)
  for (const row of rows) {
    row.spread[0] = ballots.length - row.voters
    row.strongMinority = isStrongMinority(row, most, voters)
    row.divided = isDivided(row, most, voters)
  }
  return rows
}

/** An empty ballot is a ballot, and its owner gave no dots. */
export const votersOf = (ballots: readonly Dots[]): number => ballots.filter((ballot) => Object.keys(ballot).length > 0).length

/** Few who mind much: at least two voters, fewer than half of all who gave dots, and at least half of them gave it the most that one could
 *  (two or more). A total hides them; the room may want to ask what they need. One voter alone would be pointed at, and where one dot is
 *  the most, nobody can say more than "yes". */
export const isStrongMinority = (row: ResultRow, most: number, voters: number): boolean => {
  return row.voters >= 2 && row.voters * 2 < voters && strongOn(row, most) * 2 >= row.voters
}

/** Far apart: of all who gave dots at least a third gave this the most that one could (two or more) and at least a third gave it nothing,
 *  two people or more at either end. A total in the middle hides both of them. */
export const isDivided = (row: Pick<ResultRow, 'voters' | 'spread'>, most: number, voters: number): boolean => {
  const [strong, none] = [strongOn(row, most), voters - row.voters]
  return strong >= 2 && none >= 2 && strong * 3 >= voters && none * 3 >= voters
}

const strongOn = ({ spread }: Pick<ResultRow, 'spread'>, most: number): number =>
  spread.slice(Math.max(2, most)).reduce((sum, count) => sum + count, 0)
