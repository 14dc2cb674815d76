/** Map `clusters` of both documents, and map `undo` of the desk. */
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
  return seen !== was
}

const longestList = 40

/** The owner's steps stand in no list: only the owner takes them back. */
export const putUndo = (plein: Plein, put: Put): void => {
  const steps: DeskStep[] = []
  for (let at = plein.steps.length - 1; at >= 0 && steps.length < longestList; at--) {
    const step = plein.steps[at]
    if (step && step.by === 'coach' && step.seat !== null) steps.push({ id: step.id, seat: step.seat, label: step.label })
  }
  put('desk', 'undo', 'steps', steps.reverse())
}
