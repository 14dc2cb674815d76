/** Totals that no count could have given, or that would tell of fewer people than may be told of (S4). */
import { taps } from '../../../shared/domain/taps/taps.ts'
import { exposed, fewestBallots, fewOf } from '../../../shared/domain/votes/enough.ts'
import { fewestItems, letterOf } from '../../../shared/domain/votes/items.ts'
import { regrouped, stillTold } from '../../../shared/domain/votes/result.ts'
import { isDivided, isStrongMinority } from '../../../shared/domain/votes/tally.ts'
import type { Outcome, OutcomeRound } from '../schema.ts'

type Told = NonNullable<OutcomeRound['result']>
type Row = Told['rows'][number]

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
/** Each stands in the other once. */
const alike = (list: readonly string[], others: readonly string[]): boolean => {
  const [names, known] = [new Set(list), new Set(others)]
  return names.size === list.length && known.size === others.length && names.size === known.size && list.every((one) => known.has(one))
}

const rowHolds = (row: Row, { ballots, voters }: Told, maximum: number): boolean => {
  const { dots, spread, merged } = row
  const most = spread.findLastIndex((count) => count > 0)
  return (
    sum(spread) === ballots &&
    ballots - (spread[0] ?? 0) === row.voters &&
    sum(spread.map((count, times) => count * times)) === dots &&
    row.voters <= voters &&
    most <= maximum * (1 + merged.length) &&
    row.strongMinority === isStrongMinority(row, maximum, voters) &&
    row.divided === isDivided(row, maximum, voters)
  )
}

/** Totals that were frozen long ago name the parts of a row that was put together, later ones the row. */
const perspectivesHold = ({ ballots, rows, perspectives }: Told, { budget, maximum, paper = 0 }: OutcomeRound): boolean => {
  const sums = perspectives.map((group) => regrouped(group, rows))
  const rest = ballots - sum(perspectives.map((group) => group.ballots))
  const rowOf = new Map(rows.flatMap((row) => [row.item, ...row.merged].map((item) => [item, row] as const)))
  const left = new Map(rows.map((row) => [row, row.dots]))
  for (const { dots } of perspectives)
    for (const [item, count] of Object.entries(dots)) {
      const row = rowOf.get(item)
      if (!row) return false
      left.set(row, (left.get(row) ?? 0) - count)
    }
  return (
    perspectives.every((group) => group.ballots >= fewestBallots) &&
    (perspectives.length === 0 || (rest >= paper && !exposed(rest) && !exposed(rest - paper))) &&
    new Set(perspectives.map(({ perspective }) => perspective)).size === perspectives.length &&
    perspectives.every((group) => sum(Object.values(group.dots)) <= group.ballots * budget) &&
    [...left.values()].every((dots) => dots >= 0) &&
    stillTold({ cast: ballots, budget, maximum, paper }, sums, rows).length === perspectives.length
  )
}

/** `null`, or where in the result it goes wrong. */
const brokenTotal = (told: Told, round: OutcomeRound, clusters: ReadonlySet<string>): string | null => {
  const { ballots, voters, rows } = told
  const { budget, maximum, items, over, paper = 0 } = round
  if (paper > ballots || fewOf(ballots, paper) !== null || round.cast !== ballots) return '/ballots'
  if (voters > ballots) return '/voters'
  const named = rows.flatMap(({ item, merged }) => [item, ...merged])
  if (
    !alike(
      named,
      items.map(({ id }) => id),
    )
  )
    return '/rows'
  const row = rows.findIndex((one) => !rowHolds(one, told, maximum))
  if (row !== -1) return `/rows/${row}`
  const given = sum(rows.map(({ dots }) => dots))
  if (given > voters * budget || given < voters || sum(rows.map((one) => one.voters)) < voters) return '/rows'
  // Of a group the maximum holds for each idea in it, so that all of a budget can be on one.
  const group = told.clusters.findIndex(
    (one) => over === 'clusters' || !clusters.has(one.item) || one.merged.length > 0 || !groupHolds(one, told, round),
  )
  if (group !== -1) return `/clusters/${group}`
  return perspectivesHold(told, round) ? null : '/perspectives'
}

const groupHolds = (row: Row, told: Told, { budget, maximum }: OutcomeRound): boolean =>
  rowHolds(
    { ...row, strongMinority: isStrongMinority(row, budget, told.voters), divided: isDivided(row, budget, told.voters) },
    told,
    budget,
  ) &&
  row.strongMinority === isStrongMinority(row, maximum, told.voters) &&
  row.divided === isDivided(row, maximum, told.voters)

const moodHolds = (counts: Outcome['moods'][number]['before']): boolean =>
  counts === null || sum(Object.values(counts)) >= taps['mood-before'].fewest

/** Where in the outcome a vote, a mood or a resonance is told that cannot have been, or may not be told; `null`: nowhere. */
export const brokenTotals = ({ chain, rounds, clusters, moods, phases }: Outcome): string | null => {
  for (const [at, { form, resonance }] of chain.entries())
    if (resonance && (form !== 'room' || resonance.touches + resonance.off < taps.resonance.fewest)) return `/chain/${at}/resonance`
  const mood = moods.findIndex(({ phase, before, after }) => !phases.some(({ id }) => id === phase) || ![before, after].every(moodHolds))
  if (mood !== -1) return `/moods/${mood}`
  const known = new Set(clusters.map(({ id }) => id))
  for (const [at, round] of rounds.entries()) {
    const { items, budget, maximum, status, result, cast, paper = 0, again } = round
    const here = `/rounds/${at}`
    if (items.length < fewestItems || items.some(({ letter }, place) => letter !== letterOf(place))) return `${here}/items`
    if (again !== null && !rounds.slice(0, at).some(({ id }) => id === again)) return `${here}/again`
    if (maximum < 1 || maximum > budget) return `${here}/maximum`
    if (result) {
      const broken = brokenTotal(result, round, known)
      if (broken) return `${here}/result${broken}`
    } else if (status === 'held-back' ? cast === null || paper > cast || fewOf(cast, paper) === null : cast !== null) return `${here}/cast`
  }
  return null
}
