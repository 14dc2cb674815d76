/** What a counted round says now. Regrouping recounts; after the Plein has closed for good the frozen rows are the result.
 *  Rows stand in the order of the letters, not of the dots: a vote is a signal for the conversation and has no winner. */
import { heirOf } from '../clusters/find.ts'
import { allOnBoard } from '../clusters/members.ts'
import type { Dots, Plein, Result, ResultRow, Round } from '../state.ts'
import { knownOfEach } from './perspectives.ts'
import { isDivided, tally, votersOf } from './tally.ts'

/** `null` until it is counted. */
export const resultOf = (plein: Plein, round: Round): Result | null => {
  if (round.status !== 'counted') return null
  if (round.final) return judged(round.final, round)
  const { ballots, cast, paper, perspectives } = round
  const how = { ballots: cast, ...(paper === undefined ? {} : { paper }) }
  if (ballots === null) return { ...how, voters: 0, heldBack: true, rows: [], clusters: [], perspectives: [] }
  const rows = round.over === 'clusters' ? clusterRows(plein, round, ballots) : looseRows(plein, round, ballots)
  const clusters = round.over === 'clusters' ? [] : groupedRows(plein, round, ballots)
  return {
    ...how,
    voters: votersOf(ballots),
    heldBack: false,
    rows,
    clusters,
    perspectives: stillTold(
      round,
      perspectives.map((group) => regrouped(group, rows)),
      rows,
    ),
  }
}

/** Frozen before it was said where opinions lie far apart, or which totals per perspective tell too much: it shows still. */
const judged = (result: Result, round: Round): Result => {
  const rowOf = (row: Omit<ResultRow, 'divided'> & { divided?: boolean }): ResultRow => ({
    ...row,
    divided: row.divided ?? isDivided(row, round.maximum, result.voters),
  })
  const groups = result.perspectives.map((group) => regrouped(group, result.rows))
  const perspectives = stillTold(round, groups, result.rows).length === 0 ? [] : result.perspectives
  return { ...result, rows: result.rows.map(rowOf), clusters: result.clusters.map(rowOf), perspectives }
}

const dotsIn = ({ dots }: { dots: Dots }, item: string): number => (Object.hasOwn(dots, item) ? dots[item] : 0) ?? 0

type Put = Pick<ResultRow, 'item' | 'merged'>
/** Per perspective only dots are known, and dots add up. */
export const regrouped = (group: Result['perspectives'][number], rows: readonly Put[]): Result['perspectives'][number] => {
  const dots: Dots = {}
  for (const { item, merged } of rows) {
    const sum = [item, ...merged].reduce((all, part) => all + dotsIn(group, part), 0)
    if (sum > 0) dots[item] = sum
  }
  return { perspective: group.perspective, ballots: group.ballots, dots }
}

/** Of merged rows a total may be the ballot of each, of a group or of the rest of the room, as no single row was: then by no perspective, or a
 *  subtraction would tell it. */
export const stillTold = (
  { cast, budget, maximum, paper = 0 }: Pick<Round, 'cast' | 'budget' | 'maximum' | 'paper'>,
  groups: Result['perspectives'],
  rows: readonly (Put & Pick<ResultRow, 'dots'>)[],
): Result['perspectives'] => {
  const told = groups.reduce((sum, { ballots }) => sum + ballots, 0)
  const rest = rows.map(({ item, dots }) => [item, dots - groups.reduce((sum, group) => sum + dotsIn(group, item), 0)])
  const apart = [...groups, { ballots: cast - told, dots: Object.fromEntries(rest) as Dots }]
  const known = (some: Pick<Result['perspectives'][number], 'ballots' | 'dots'>): boolean =>
    some.ballots > 0 &&
    knownOfEach(
      rows.map(({ item, merged }) => ({ dots: dotsIn(some, item), most: maximum * (1 + merged.length) })),
      some.ballots,
      budget,
    )
  // Whoever knows the slips subtracts them too. What they held is kept nowhere: that the phones beside them could give otherwise cannot be seen here.
  const beside = paper > 0 && cast - told > paper && rows.some(({ merged }) => merged.length > 0)
  return beside || apart.some(known) ? [] : groups
}

/** Items that ended in one cluster are one row, under the item that this cluster is, else under the first of them. */
const clusterRows = (plein: Plein, round: Round, ballots: readonly Dots[]): ResultRow[] => {
  const ended = new Map<string, string[]>()
  for (const { id } of round.items) {
    const cluster = plein.clusters.get(id)
    const heir = cluster ? heirOf(plein, cluster).id : id
    ended.set(heir, [...(ended.get(heir) ?? []), id])
  }
  const partsOf = new Map([...ended].map(([heir, parts]) => [parts.includes(heir) ? heir : parts[0], { heir, parts }]))
  const gone = new Set<string>()
  const things = round.items.flatMap(({ id }) => {
    const thing = partsOf.get(id)
    if (!thing) return []
    if (plein.clusters.get(thing.heir)?.removed !== false) gone.add(id)
    return [{ item: id, parts: thing.parts }]
  })
  return tally(things, ballots, round.maximum).map((row) => ({ ...row, withdrawn: gone.has(row.item) }))
}

/** Withdrawn by its author, or a wording that was taken back. */
const isGone = ({ ideas, framings }: Plein, { over }: Round, id: string): boolean =>
  ((over === 'framings' ? framings.get(id)?.undone : undefined) ?? ideas.get(id)?.withdrawn) !== false

const looseRows = (plein: Plein, round: Round, ballots: readonly Dots[]): ResultRow[] => {
  const things = round.items.map(({ id }) => ({ item: id, parts: [id] }))
  return tally(things, ballots, round.maximum).map((row) => ({ ...row, withdrawn: isGone(plein, round, row.item) }))
}

/** The same ballots per cluster that the board shows now; what is loose stands in the rows only. */
const groupedRows = (plein: Plein, round: Round, ballots: readonly Dots[]): ResultRow[] => {
  const inside = new Map<string, string[]>()
  for (const { id } of round.items) {
    const cluster = plein.ideas.get(id)?.cluster
    if (cluster) inside.set(cluster, [...(inside.get(cluster) ?? []), id])
  }
  const things = allOnBoard(plein).flatMap(({ id }) => {
    const parts = inside.get(id)
    return parts ? [{ item: id, parts }] : []
  })
  return tally(things, ballots, round.maximum).map((row) => ({ ...row, merged: [] }))
}
