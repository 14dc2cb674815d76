/** What of the ideas and groups the room may see: the one gate through which the outcome reads them. */
import type { Cluster, ClusterId, Idea, Plein } from '../../shared/domain/state.ts'

export const isVisible = (idea: Idea | undefined): idea is Idea => !!idea && idea.released && !idea.hidden && !idea.withdrawn

export type Visible = { ideas: Map<string, Idea>; clusters: Map<ClusterId, Cluster> }

/** Groups as on the board: opened for the room, or with a shared idea in them. */
export const visibleOf = (plein: Plein): Visible => {
  const ideas = new Map<string, Idea>()
  const filled = new Set<ClusterId>()
  for (const idea of plein.ideas.values()) {
    if (!isVisible(idea)) continue
    ideas.set(idea.id, idea)
    if (idea.cluster) filled.add(idea.cluster)
  }
  const clusters = new Map<ClusterId, Cluster>()
  for (const cluster of plein.clusters.values()) {
    if (!cluster.removed && (cluster.open || filled.has(cluster.id))) clusters.set(cluster.id, cluster)
  }
  return { ideas, clusters }
}
