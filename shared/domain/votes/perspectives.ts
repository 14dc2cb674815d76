/** Totals per perspective, only where no group of fewer than three can be found, also not by subtraction (S4). */
import type { Dots, OpenBallot, Plein, Result } from '../state.ts'
import { exposed, fewestBallots } from './enough.ts'
import { countSlips } from './paper.ts'

type Group = Result['perspectives'][number]

export const perspectivesOf = (plein: Plein, ballots: readonly OpenBallot[]): Group[] => {
  const lensOf = ({ voter }: OpenBallot): string | null => plein.seats.get(voter)?.perspective ?? null
  const groups = new Map<string, OpenBallot[]>()
  for (const ballot of ballots) {
    // Paper and those who said nothing are part of the rest, which is never shown.
    const perspective = lensOf(ballot)
    if (perspective === null) continue
    groups.set(perspective, [...(groups.get(perspective) ?? []), ballot])
  }
  const bySize = [...groups].sort(([a, one], [b, other]) => other.length - one.length || order(plein, a) - order(plein, b))
  const told = bySize.filter(([, group]) => group.length >= fewestBallots && !alike(group)).map(([perspective]) => perspective)
  // What is not told is the total minus what is, and who knows the slips subtracts those too: when one of the two would be one or two people, or
  // people who all gave the same, the smallest group that is told joins them.
  while (told.length > 0) {
    const rest = ballots.filter((ballot) => !told.includes(lensOf(ballot) ?? ''))
    if (![rest, rest.filter(({ voter }) => countSlips([voter]) === 0)].some((some) => exposed(some.length) || alike(some))) break
    told.pop()
  }
  return told
    .sort((a, b) => order(plein, a) - order(plein, b))
    .map((perspective) => ({ perspective, ballots: groups.get(perspective)!.length, dots: sumOf(groups.get(perspective)!) }))
}

/** Their total is the ballot of each of them, to whoever knows who sits in the room as what. */
const alike = ([first, ...others]: readonly OpenBallot[]): boolean =>
  first !== undefined && others.every(({ dots }) => JSON.stringify(dots) === JSON.stringify(first.dots))

/** Whether totals are the ballot of each of them although only totals are known: when each gave either nothing or all that one could, or all the
 *  dots that there are and could give them nowhere else. `most`: that one person could give. */
export const knownOfEach = (rows: readonly { dots: number; most: number }[], people: number, budget: number): boolean => {
  const less = rows.filter(({ dots, most }) => dots > 0 && dots < people * Math.min(most, budget)).length
  return less === 0 || (less === 1 && rows.reduce((sum, { dots }) => sum + dots, 0) === people * budget)
}

const order = (plein: Plein, perspective: string): number => {
  const place = plein.settings.perspectives.indexOf(perspective)
  return place === -1 ? plein.settings.perspectives.length : place
}

/** Added up ballot by ballot, the names would stand in the order in which people voted: the first of them would be the ballot of the first voter (S3). */
const sumOf = (ballots: readonly OpenBallot[]): Dots => {
  const sum: Dots = {}
  for (const { dots } of ballots) for (const [item, count] of Object.entries(dots)) sum[item] = (sum[item] ?? 0) + count
  return Object.fromEntries(Object.entries(sum).sort(([a], [b]) => (a < b ? -1 : 1)))
}
