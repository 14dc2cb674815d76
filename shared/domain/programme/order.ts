/** Where a phase stands in the programme, and what comes before and after it. */
import type { PhaseId, Plein } from '../state.ts'

type Programme = Pick<Plein, 'order' | 'phases'>

const playable = ({ phases }: Programme, id: PhaseId): boolean => phases.get(id)?.skipped === false

/** The first phase after this one that is not skipped; from the start when `from` is `null`. */
export const following = (programme: Programme, from: PhaseId | null): PhaseId | null =>
  programme.order.slice(from === null ? 0 : programme.order.indexOf(from) + 1).find((id) => playable(programme, id)) ?? null

/** The last phase before this one that is not skipped. */
export const preceding = (programme: Programme, from: PhaseId | null): PhaseId | null =>
  programme.order.slice(0, from === null ? 0 : Math.max(0, programme.order.indexOf(from))).findLast((id) => playable(programme, id)) ?? null

/** The order with `phase` placed after `after` (`null`: first), wherever it stood before. */
export const placed = (order: readonly PhaseId[], phase: PhaseId, after: PhaseId | null): PhaseId[] => {
  const others = order.filter((id) => id !== phase)
  others.splice(after === null ? 0 : others.indexOf(after) + 1, 0, phase)
  return others
}
