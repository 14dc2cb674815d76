import { stands } from '../screen/evolve.ts'
import type { Plein } from '../state.ts'
import type { Holds } from './holds.ts'

export const programme = (plein: Plein, holds: Holds): void => {
  const { phases, order, current, interrupted } = plein
  holds('P6 every phase has one place', order.length === phases.size && new Set(order).size === order.length)
  for (const id of order) holds('P6 what has a place is there', phases.has(id))
  for (const [id, phase] of phases) holds('P6 a phase stands under its own id', phase.id === id)
  const now = current === null ? null : phases.get(current)
  holds('P1 the current phase is there', now !== undefined)
  if (now) holds('P6 the current phase is not skipped, and was entered', !now.skipped && now.played > 0)
  for (const { phase } of interrupted) holds('P4 what was interrupted is there', phases.has(phase))
  for (const { phase } of plein.played) holds('P7 what was played is there', phases.has(phase))
  holds('B1 the screen shows what the board holds', stands(plein))
}
