/** What of the ideas and groups the room may see: the one gate through which the outcome reads them. */
import { allOnBoard, shown } from '../../shared/domain/clusters/members.ts'
import type { Cluster, ClusterId, Idea, IdeaId, Plein } from '../../shared/domain/state.ts'

/** Both in the order of the board. */
export type Visible = { ideas: Map<IdeaId, Idea>; clusters: Map<ClusterId, Cluster> }

export const visibleOf = (plein: Plein): Visible => ({
  ideas: new Map(
    [...plein.ideas.values()]
      .filter(shown)
      .sort((a, b) => a.order - b.order)
      .map((idea) => [idea.id, idea]),
  ),
  clusters: new Map(allOnBoard(plein).map((cluster) => [cluster.id, cluster])),
})
