/** Where a phase stands in the programme, and what comes before and after it. */
import type { PhaseId, Plein } from '../state.ts'

type Programme = Pick<Plein, 'order' | 'phases'>

const playable = ({ phases }: Programme, id: PhaseId): boolean => phases.get(id)?.skipped === false

/** The first phase after this one that is neither skipped nor an interlude (who goes on after a break does not mean the break); from
 *  the start when `from` is `null`. */
export const following = (programme: Programme, from: PhaseId | null): PhaseId | null =>
  programme.order
    .slice(from === null ? 0 : programme.order.indexOf(from) + 1)
    .find((id) => playable(programme, id) && !programme.phases.get(id)?.interlude) ?? null

/** The last phase before this one that is not skipped. */
export const preceding = (programme: Programme, from: PhaseId | null): PhaseId | null =>
  programme.order.slice(0, from === null ? 0 : Math.max(0, programme.order.indexOf(from))).findLast((id) => playable(programme, id)) ?? null

/** Where an interlude is put: after this phase and the interludes that follow it already, so that they stand as they were played. */
export const behind = ({ order, phases }: Programme, from: PhaseId): PhaseId => {
  const after = order.slice(order.indexOf(from) + 1)
  const next = after.findIndex((id) => !phases.get(id)?.interlude)
  return after.slice(0, next === -1 ? undefined : next).at(-1) ?? from
}

/** The order with `phase` placed after `after` (`null`: first), wherever it stood before. */
export const placed = (order: readonly PhaseId[], phase: PhaseId, after: PhaseId | null): PhaseId[] => {
  const others = order.filter((id) => id !== phase)
  others.splice(after === null ? 0 : others.indexOf(after) + 1, 0, phase)
  return others
}
