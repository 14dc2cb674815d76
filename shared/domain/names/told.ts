/** What coaches are told of the names: figures only from three answers on, and new ones only when three answers have changed since, so that no
 *  difference between two figures is one author's answer. That is why a figure does not follow ideas that are moved, hidden or withdrawn
 *  either. Other words come in batches, and never beside the idea of who wrote them. */
import type { Ledger } from '../decision.ts'
import type { ClusterId, Plein } from '../state.ts'
import { fewestAnswers, nowOf } from './counted.ts'

/** Of those who answered, so many in a hundred who say no are a reason to look at the name. */
const flagFrom = 30

/** As `NameCheck` in `shared/wire/messages.ts`. */
export type NameCheck = {
  cluster: ClusterId
  /** `null`: fewer than three answers. */
  figures: { yes: number; no: number; flagged: boolean } | null
  suggestions: string[]
}

export const namesWait = (plein: Plein): boolean => plein.namesWaiting.size > 0

/** Rows in an order that says nothing of who answered when. */
const tell = (plein: Plein, cluster: ClusterId): Ledger[] => {
  const count = plein.nameCounts.get(cluster)
  if (!count) return []
  const counting = count.others.size >= fewestAnswers ? count.others : new Set<string>()
  const left: string[] = []
  const kept = [...new Set([...counting, ...count.unheard])].sort().flatMap((row): Ledger[] => {
    const said = plein.names.get(row)
    if (!said) return []
    if (counting.has(row) && said.gone) {
      left.push(row)
      return []
    }
    return [{ keep: 'name', row, said: { ...said, heard: said.words, counted: counting.has(row) ? nowOf(said) : said.counted } }]
  })
  return left.length === 0 ? kept : [...kept, { erase: 'names', rows: left }]
}

export const tellNames = (plein: Plein): Ledger[] => [...plein.namesWaiting].flatMap((cluster) => tell(plein, cluster))

/** Groups in the order of their ids, which are drawn; suggestions in that of the alphabet, each once. */
export const nameChecks = (plein: Plein): NameCheck[] =>
  [...plein.nameCounts]
    .filter(([cluster]) => plein.clusters.get(cluster)?.removed === false)
    .flatMap(([cluster, { yes, no, heard }]): NameCheck[] => {
      const counted = yes + no
      const suggestions = [...heard.keys()].sort()
      if (counted < fewestAnswers && suggestions.length === 0) return []
      const figures = counted < fewestAnswers ? null : { yes, no, flagged: no * 100 >= counted * flagFrom }
      return [{ cluster, figures, suggestions }]
    })
    .sort((one, other) => (one.cluster < other.cluster ? -1 : 1))
