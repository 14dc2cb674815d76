import type { Dots, Plein, ResultRow } from '../state.ts'
import { resultOf } from '../votes/result.ts'
import type { Holds } from './holds.ts'

/** Totals against the ballots that they were counted from, and against themselves where single ballots are gone. */
export const totals = (plein: Plein, holds: Holds): void => {
  for (const round of plein.rounds.values()) {
    const result = resultOf(plein, round)
    if (result === null) continue
    const { ballots, voters, heldBack, rows } = result
    const told = rows.length + result.clusters.length + result.perspectives.length
    holds('S4 of what is held back nothing is told', !heldBack || told === 0)
    holds('R1 a result knows how many ballots there were', ballots === round.cast && voters <= ballots)
    for (const row of [...rows, ...result.clusters]) holds('R1 a row adds up', addsUp(row, ballots))
    if (round.ballots !== null && !heldBack)
      holds('R1 the totals are the dots of the ballots', sum(rows.map(({ dots }) => dots)) === sum(round.ballots.map(given)))
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const given = (ballot: Dots): number => sum(Object.values(ballot))

const addsUp = ({ dots, voters, spread }: ResultRow, ballots: number): boolean =>
  sum(spread) === ballots && ballots - (spread[0] ?? 0) === voters && sum(spread.map((count, times) => count * times)) === dots
