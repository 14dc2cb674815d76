/** Where ideas stand, and what of a cluster the room may see. */
import type { Cluster, ClusterId, Idea, IdeaId, Plein } from '../state.ts'

/** Whether the room sees this idea. */
export const shown = (idea: Idea): boolean => idea.released && !idea.hidden && !idea.withdrawn

export const membersOf = (plein: Plein, cluster: ClusterId): IdeaId[] => [...(plein.members.get(cluster) ?? [])]

/** One idea in it that the room saw when this was asked last: a look at a full group must not cost more than one at an empty one. */
const seen = new WeakMap<Cluster, IdeaId>()

/** On the board: named aloud, or with an idea in it that the room sees. The name of any other one would tell what nobody has shared yet (S1). */
export const onBoard = (plein: Plein, cluster: Cluster): boolean => {
  if (cluster.removed) return false
  if (cluster.open) return true
  const before = plein.ideas.get(seen.get(cluster) ?? '')
  if (before?.cluster === cluster.id && shown(before)) return true
  for (const id of plein.members.get(cluster.id) ?? []) {
    const idea = plein.ideas.get(id)
    if (!idea || !shown(idea)) continue
    seen.set(cluster, id)
    return true
  }
  return false
}

/** In the order of the board. An outcome that is taken in may name them in another one; it is refused because it comes out in this one. */
export const allOnBoard = (plein: Plein): Cluster[] =>
  [...plein.clusters.values()].filter((cluster) => onBoard(plein, cluster)).sort((a, b) => a.order - b.order)

/** Writes; for `evolve` only. */
export const move = (plein: Plein, idea: Idea, to: ClusterId | null): void => {
  if (idea.cluster) plein.members.get(idea.cluster)?.delete(idea.id)
  if (to) {
    const members = plein.members.get(to) ?? new Set()
    plein.members.set(to, members.add(idea.id))
  }
  idea.cluster = to
}
