import { onBoard, shown } from '../clusters/members.ts'
import type { PleinEvent } from '../events.ts'
import type { Plein, Show } from '../state.ts'

const phase: Show = { on: 'phase', page: null }

/** Whether what stands before the room is still on the board. */
export const stands = (plein: Plein): boolean => {
  const { show } = plein
  if (show.on === 'idea') {
    const idea = plein.ideas.get(show.idea)
    return idea !== undefined && shown(idea)
  }
  if (show.on !== 'cluster') return true
  const cluster = plein.clusters.get(show.cluster)
  return cluster !== undefined && onBoard(plein, cluster)
}

/** Call it after every event. Entering a phase shows the phase; a result that is shown begins with its first page; what has left the board
 *  leaves the screen, and does not come back by itself when it is shown again. */
export const evolveScreen = (plein: Plein, event: PleinEvent): void => {
  if (event.type === 'screen.shown') plein.show = event.show
  else if (event.type === 'phase.entered') plein.show = phase
  else if (event.type === 'round.revealed' && plein.show.on === 'phase') plein.show = phase
  if (!stands(plein)) plein.show = phase
}
