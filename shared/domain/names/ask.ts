/** A coach asks the authors, and stops asking. It holds nothing up. */

import { findCluster } from '../clusters/find.ts'
import { allOnBoard, membersOf, onBoard, shown } from '../clusters/members.ts'
import type { Change } from '../clusters/step.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide, type Ledger } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Cluster, ClusterId, Plein } from '../state.ts'

const holdsShown = (plein: Plein, cluster: ClusterId): boolean =>
  membersOf(plein, cluster).some((id) => {
    const idea = plein.ideas.get(id)
    return idea !== undefined && shown(idea)
  })

export const askNames: Decide<CommandOf<'cluster.ask'>> = (plein, actor, { clusters: ids, asking }, world) => {
  const asked: Cluster[] = []
  // Of those with an idea that the room sees: a group that was named aloud would tell that it holds something nobody has shared (S1).
  if (ids === 'all') asked.push(...allOnBoard(plein).filter(({ id }) => !asking || holdsShown(plein, id)))
  else
    for (const id of new Set(ids)) {
      const cluster = findCluster(plein, id)
      if ('refusal' in cluster) return refuse(cluster.refusal)
      // Its name would be read by the authors, and nobody in the room knows it yet (S1).
      if (asking && !onBoard(plein, cluster.found)) return refuse({ code: 'cluster-not-shared', cluster: id })
      asked.push(cluster.found)
    }
  const clusters = asked.filter((cluster) => (cluster.asked ?? false) !== asking).map(({ id }) => id)
  if (clusters.length === 0) return refuse({ code: 'nothing-changed' })
  return accept([{ type: 'clusters.asked', clusters, asking, ...signed(actor, world) }])
}

/** What was said of another name says nothing of this one, and must not come back with it: what is left of the figures then would tell who has
 *  answered anew. */
export const renamed = (plein: Plein, changes: readonly Change[]): Ledger[] => {
  const clusters = new Set(changes.flatMap((change) => (change.change === 'rename' ? [change.cluster] : [])))
  const rows = [...clusters].flatMap((cluster) => [...(plein.nameCounts.get(cluster)?.rows ?? [])])
  return rows.length === 0 ? [] : [{ erase: 'names', rows }]
}
