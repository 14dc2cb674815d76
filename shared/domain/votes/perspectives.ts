/** Totals per perspective, only where no group of fewer than three can be found, also not by subtraction (S4). */
import type { Dots, OpenBallot, Plein, Result } from '../state.ts'
import { exposed, fewestBallots } from './enough.ts'
import { countSlips } from './paper.ts'

type Group = Result['perspectives'][number]

export const perspectivesOf = (plein: Plein, ballots: readonly OpenBallot[]): Group[] => {
  const groups = new Map<string, Group>()
  for (const { voter, dots } of ballots) {
    // Paper and those who said nothing are part of the rest, which is never shown.
    const perspective = plein.seats.get(voter)?.perspective
    if (perspective == null) continue
    const group = groups.get(perspective) ?? { perspective, ballots: 0, dots: {} }
    group.ballots++
    add(group.dots, dots)
    groups.set(perspective, group)
  }
  const bySize = [...groups.values()].sort((a, b) => b.ballots - a.ballots || order(plein, a) - order(plein, b))
  const told = bySize.filter((group) => group.ballots >= fewestBallots)
  const phones = ballots.length - countSlips(ballots.map(({ voter }) => voter))
  const rest = (all: number): number => all - told.reduce((sum, group) => sum + group.ballots, 0)
  // Total minus what is told is the rest, and who knows the slips subtracts those too: when one of the two would be one or two people, the
  // smallest group that is told joins them.
  while (told.length > 0 && (exposed(rest(phones)) || exposed(rest(ballots.length)))) told.pop()
  return told.sort((a, b) => order(plein, a) - order(plein, b)).map((group) => ({ ...group, dots: unordered(group.dots) }))
}

const order = (plein: Plein, group: Group): number => {
  const place = plein.settings.perspectives.indexOf(group.perspective)
  return place === -1 ? plein.settings.perspectives.length : place
}

/** Added up ballot by ballot, the names stand in the order in which people voted: the first of them would be the ballot of the first voter (S3). */
const unordered = (dots: Dots): Dots => Object.fromEntries(Object.entries(dots).sort(([a], [b]) => (a < b ? -1 : 1)))

const add = (sum: Dots, dots: Dots): void => {
  for (const [item, count] of Object.entries(dots)) sum[item] = (sum[item] ?? 0) + count
}
