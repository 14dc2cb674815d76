/** What is counted of the answers about the names of groups while they come in: no turn walks over all of them. */
import type { Cluster, ClusterId, Plein } from '../state.ts'
import type { NameAnswer, NameVerdict } from './answer.ts'

/** Of one group. */
export type NameCount = {
  rows: Set<string>
  /** Rows whose part in the figures would be another one now. */
  others: Set<string>
  /** Rows with words of which coaches have not been told. */
  unheard: Set<string>
  /** The figures that coaches were told last. */
  yes: number
  no: number
  /** Words that coaches have been told, and of how many rows. */
  heard: Map<string, number>
}

export const fewestAnswers = 3

export const nowOf = ({ answer, gone }: NameAnswer): NameVerdict | null => (gone ? null : answer)
const isYes = (verdict: NameVerdict | null): boolean | null => (verdict === null ? null : verdict === 'yes')
/** Under which the answers of one idea stand together: the hash of its edit key. */
const authorOf = (row: string): string => row.slice(0, row.lastIndexOf('/'))

const uncounted = (): NameCount => ({ rows: new Set(), others: new Set(), unheard: new Set(), yes: 0, no: 0, heard: new Map() })

const told = (count: NameCount, { counted, heard }: NameAnswer, by: 1 | -1): void => {
  if (counted !== null) count[counted === 'yes' ? 'yes' : 'no'] += by
  if (heard === null) return
  const rows = (count.heard.get(heard) ?? 0) + by
  if (rows > 0) count.heard.set(heard, rows)
  else count.heard.delete(heard)
}
const sameTold = (one: NameAnswer | undefined, other: NameAnswer | undefined): boolean =>
  (one?.counted ?? null) === (other?.counted ?? null) && (one?.heard ?? null) === (other?.heard ?? null)

const member = (set: Set<string>, row: string, is: boolean): void => {
  if (is) set.add(row)
  else set.delete(row)
}

const change = (plein: Plein, cluster: ClusterId, row: string, before: NameAnswer | undefined, after: NameAnswer | undefined): void => {
  const count = plein.nameCounts.get(cluster) ?? uncounted()
  if (before) told(count, before, -1)
  if (after) told(count, after, 1)
  member(count.rows, row, after !== undefined)
  member(count.others, row, after !== undefined && isYes(after.counted) !== isYes(nowOf(after)))
  member(count.unheard, row, after !== undefined && after.words !== after.heard)
  if (count.rows.size === 0) plein.nameCounts.delete(cluster)
  else plein.nameCounts.set(cluster, count)
  if (count.others.size >= fewestAnswers || count.unheard.size > 0) plein.namesWaiting.add(cluster)
  else plein.namesWaiting.delete(cluster)
  if (!sameTold(before, after)) plein.changes.names += 1
}

/** Writes; for `keep` only, like the two below. */
export const putName = (plein: Plein, row: string, said: NameAnswer): void => {
  const before = plein.names.get(row)
  plein.names.set(row, said)
  const own = plein.namesOf.get(authorOf(row)) ?? new Set()
  plein.namesOf.set(authorOf(row), own.add(row))
  change(plein, said.cluster, row, before, said)
}

export const dropName = (plein: Plein, row: string): void => {
  const before = plein.names.get(row)
  if (!before) return
  plein.names.delete(row)
  const own = plein.namesOf.get(authorOf(row))
  own?.delete(row)
  if (own?.size === 0) plein.namesOf.delete(authorOf(row))
  change(plein, before.cluster, row, before, undefined)
}

export const dropNames = (plein: Plein): void => {
  for (const one of [plein.names, plein.namesOf, plein.nameCounts, plein.namesWaiting]) one.clear()
  plein.changes.names += 1
}

/** It came or went: of a group that is not there nothing is told. */
export const nameCame = (plein: Plein, { id }: Pick<Cluster, 'id'>): void => {
  if (plein.nameCounts.has(id)) plein.changes.names += 1
}
