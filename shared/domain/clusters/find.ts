/** Finds what a command names, or says by name why it is not there. */
import type { Refusal } from '../refusals.ts'
import type { Cluster, ClusterId, Idea, IdeaId, Plein } from '../state.ts'

export type Found<T> = { found: T } | { refusal: Refusal }

/** A cluster that still is one. One that was merged away names its heir, so that two coaches at once understand each other. */
export const findCluster = (plein: Plein, id: ClusterId): Found<Cluster> => {
  const cluster = plein.clusters.get(id)
  if (!cluster) return { refusal: { code: 'cluster-unknown', cluster: id } }
  if (!cluster.removed) return { found: cluster }
  const heir = heirOf(plein, cluster)
  if (heir.removed) return { refusal: { code: 'cluster-removed', cluster: id, name: cluster.name } }
  return { refusal: { code: 'cluster-merged', cluster: id, into: heir.id, name: heir.name } }
}

/** Where a cluster ended up after all mergings; itself when it was never merged. */
export const heirOf = (plein: Plein, cluster: Cluster): Cluster => {
  let heir = cluster
  while (heir.removed && heir.mergedInto) {
    const next = plein.clusters.get(heir.mergedInto)
    if (!next) break
    heir = next
  }
  return heir
}

/** Ideas that can still be grouped, hidden or shown; each once. */
export const findIdeas = (plein: Plein, ids: readonly IdeaId[]): Found<Idea[]> => {
  const found: Idea[] = []
  for (const id of new Set(ids)) {
    const idea = plein.ideas.get(id)
    if (!idea) return { refusal: { code: 'idea-unknown', idea: id } }
    if (idea.withdrawn) return { refusal: { code: 'idea-withdrawn', idea: id } }
    found.push(idea)
  }
  return { found }
}
