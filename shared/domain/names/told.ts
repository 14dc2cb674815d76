/** What coaches are told of the names: figures only from three answers on, and new ones only when three answers have changed since, so that no
 *  difference between two figures is one author's answer. That is why a figure does not follow ideas that are moved, hidden or withdrawn
 *  either. Other words come in batches, and never beside the idea of who wrote them. */
import type { Ledger } from '../decision.ts'
import type { ClusterId, Plein } from '../state.ts'
import type { NameAnswer, NameVerdict } from './answer.ts'

export const fewestAnswers = 3
/** Of those who answered, so many in a hundred who say no are a reason to look at the name. */
const flagFrom = 30

/** As `NameCheck` in `shared/wire/messages.ts`. */
export type NameCheck = {
  cluster: ClusterId
  /** `null`: fewer than three answers. */
  figures: { yes: number; no: number; flagged: boolean } | null
  suggestions: string[]
}

const now = ({ answer, gone }: NameAnswer): NameVerdict | null => (gone ? null : answer)

const byCluster = (plein: Plein): Map<ClusterId, [row: string, said: NameAnswer][]> => {
  const groups = new Map<ClusterId, [string, NameAnswer][]>()
  for (const entry of plein.names) {
    const group = groups.get(entry[1].cluster) ?? []
    group.push(entry)
    groups.set(entry[1].cluster, group)
  }
  return groups
}

const isYes = (verdict: NameVerdict | null): boolean | null => (verdict === null ? null : verdict === 'yes')
/** Rows whose part in the figures would be another one now, when there are enough of them to tell. */
const changed = (rows: readonly [string, NameAnswer][]): [string, NameAnswer][] => {
  const other = rows.filter(([, said]) => isYes(said.counted) !== isYes(now(said)))
  return other.length >= fewestAnswers ? other : []
}
const unheard = ({ words, heard }: NameAnswer): boolean => words !== heard

export const namesWait = (plein: Plein): boolean =>
  plein.names.size > 0 && [...byCluster(plein).values()].some((rows) => changed(rows).length > 0 || rows.some(([, said]) => unheard(said)))

export const tellNames = (plein: Plein): Ledger[] =>
  [...byCluster(plein).values()].flatMap((rows) => {
    const counting = new Set(changed(rows).map(([row]) => row))
    const left = [...counting].filter((row) => plein.names.get(row)?.gone)
    const kept = rows.flatMap(([row, said]): Ledger[] => {
      if (left.includes(row)) return []
      if (!counting.has(row) && !unheard(said)) return []
      return [{ keep: 'name', row, said: { ...said, heard: said.words, counted: counting.has(row) ? now(said) : said.counted } }]
    })
    return left.length === 0 ? kept : [...kept, { erase: 'names', rows: left }]
  })

/** In the order of the groups; suggestions in the order of the alphabet, each once. */
export const nameChecks = (plein: Plein): NameCheck[] =>
  [...byCluster(plein)]
    .filter(([cluster]) => plein.clusters.get(cluster)?.removed === false)
    .flatMap(([cluster, rows]): NameCheck[] => {
      const counted = rows.flatMap(([, said]) => said.counted ?? [])
      const no = counted.filter((verdict) => verdict !== 'yes').length
      const suggestions = [...new Set(rows.flatMap(([, said]) => said.heard ?? []))].sort()
      if (counted.length < fewestAnswers && suggestions.length === 0) return []
      const figures =
        counted.length < fewestAnswers ? null : { yes: counted.length - no, no, flagged: no * 100 >= counted.length * flagFrom }
      return [{ cluster, figures, suggestions }]
    })
    .sort((one, other) => (one.cluster < other.cluster ? -1 : 1))
