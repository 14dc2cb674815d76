/** A log, or a part of it, as writes. */
import type { Write } from '../../wire/documents.ts'
import type { PleinEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { Plein } from '../state.ts'
import { standing } from './cells.ts'
import { project } from './project.ts'

/** Evolves and projects one event. */
export const happen = (plein: Plein, event: PleinEvent): Write[] => {
  evolve(plein, event, plein.version + 1)
  return project(plein, event)
}

/** `anew`: they go into documents in which nothing was written yet, instead of those that there were. */
export const replay = (plein: Plein, events: Iterable<PleinEvent>): { writes: Write[]; anew: boolean } => {
  let writes: Write[] = []
  let anew = false
  for (const event of events) {
    for (const write of happen(plein, event)) writes.push(write)
    if (event.type !== 'documents.renewed') continue
    writes = standing(plein)
    anew = true
  }
  return { writes, anew }
}
