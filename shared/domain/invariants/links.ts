import type { Change } from '../clusters/step.ts'
import type { Cluster, Plein, Source } from '../state.ts'
import type { Holds } from './holds.ts'

/** What clusters, steps and wordings point at. */
export const links = (plein: Plein, holds: Holds): void => {
  for (const [id, cluster] of plein.clusters) {
    holds('C1 a cluster stands under its own id', cluster.id === id)
    if (cluster.mergedInto === null) continue
    holds('C3 what was merged away is removed, into what is there', cluster.removed && plein.clusters.has(cluster.mergedInto))
    holds('C3 merging ends somewhere', ends(plein, cluster))
  }
  for (const [id, framing] of plein.framings) {
    holds('F2 a wording stands under its own id', framing.id === id)
    holds('F2 the phase of a wording is there', framing.phase === null || plein.phases.has(framing.phase))
    for (const source of framing.sources) holds('F4 a source is there', known(plein, source))
  }
  holds('F1 a wording is left', plein.framings.size === 0 || [...plein.framings.values()].some(({ undone }) => !undone))
  let last = 0
  for (const { version, changes } of plein.steps) {
    holds('C7 steps stand in the order of the log', version > last && version <= plein.version)
    last = version
    for (const change of changes) holds('C7 what a step changed is there', touched(plein, change))
  }
}

const ends = ({ clusters }: Plein, from: Cluster): boolean => {
  let at: Cluster | undefined = from
  for (let passed = 0; at?.removed && at.mergedInto; passed++) {
    if (passed > clusters.size) return false
    at = clusters.get(at.mergedInto)
  }
  return true
}

const known = (plein: Plein, { kind, id }: Source): boolean => {
  if (kind === 'idea') return plein.ideas.has(id)
  if (kind === 'cluster') return plein.clusters.has(id)
  return kind === 'round' ? plein.rounds.has(id) : plein.framings.has(id)
}

const touched = (plein: Plein, change: Change): boolean => {
  if ('idea' in change) return plein.ideas.has(change.idea)
  return 'cluster' in change ? plein.clusters.has(change.cluster) : plein.framings.has(change.framing)
}
