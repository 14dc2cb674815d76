import type { ProgrammeEvent } from '../events.ts'
import type { Phase, PhaseId, Plein } from '../state.ts'
import { placed } from './order.ts'
import { copied } from './phase.ts'

const phaseOf = (plein: Plein, id: PhaseId): Phase => {
  const phase = plein.phases.get(id)
  if (!phase) throw new Error(`the log names a phase that is not there: ${id}`)
  return phase
}

export const evolveProgramme = (plein: Plein, event: Exclude<ProgrammeEvent, { type: 'screen.shown' }>): void => {
  switch (event.type) {
    case 'phase.entered': {
      const phase = phaseOf(plein, event.phase)
      phase.played += 1
      phase.skipped = false
      plein.current = phase.id
      plein.interrupted = event.interrupted
      plein.timer = event.timer
      plein.played.push({ phase: phase.id, kind: phase.kind, at: event.at })
      return
    }
    case 'phase.inserted':
      plein.phases.set(event.phase.id, copied(event.phase))
      plein.order = placed(plein.order, event.phase.id, event.after)
      return
    case 'phase.edited': {
      const phase = phaseOf(plein, event.phase)
      if (event.title !== undefined) phase.title = event.title
      phase.settings = { ...phase.settings, ...event.settings }
      return
    }
    case 'phase.moved':
      plein.order = placed(plein.order, phaseOf(plein, event.phase).id, event.after)
      return
    case 'phase.skipped':
      phaseOf(plein, event.phase).skipped = event.skipped
      return
    case 'phase.removed':
      plein.phases.delete(phaseOf(plein, event.phase).id)
      plein.order = plein.order.filter((id) => id !== event.phase)
      return
    case 'timer.set':
      plein.timer = event.timer
      return
    default:
      event satisfies never
  }
}
