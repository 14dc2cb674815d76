/** Map `clusters` of both documents, and maps `merged` and `undo` of the desk. */
import type { ClusterEntry, DeskStep } from '../../wire/documents.ts'
import { onBoard } from '../clusters/members.ts'
import type { Cluster, ClusterId, Plein } from '../state.ts'
import type { Put } from './cells.ts'

const entry = ({ name, order, open, of, asked }: Cluster): ClusterEntry => ({
  name,
  order,
  open,
  ...(of ? { of } : {}),
  ...(asked ? { asked } : {}),
})

/** Whether it came to the board with this, or left it. */
export const putCluster = (plein: Plein, id: ClusterId, put: Put): boolean => {
  const cluster = plein.clusters.get(id)
  if (!cluster) return false
  const seen = onBoard(plein, cluster)
  const was = plein.documents.board.written.has(`clusters/${id}`)
  put('board', 'clusters', id, seen ? entry(cluster) : undefined)
  put('desk', 'clusters', id, !seen && !cluster.removed ? entry(cluster) : undefined)
  put('desk', 'merged', id, cluster.mergedInto ?? undefined)
  return seen !== was
}

/** So far back the last step of a coach is looked for. */
const lookedAt = 40

/** Of each coach the last step: no other can be taken back before it, and all of them at every step were kilobytes to every desk. The owner's
 *  stand in no list: only the owner takes them back. */
export const putUndo = (plein: Plein, put: Put): void => {
  const steps: DeskStep[] = []
  const seats = new Set<string>()
  for (const { id, by, seat, label } of plein.steps.slice(-lookedAt).reverse()) {
    if (by !== 'coach' || seat === null || seats.has(seat)) continue
    seats.add(seat)
    steps.push({ id, seat, label })
  }
  put('desk', 'undo', 'steps', steps.reverse())
}
