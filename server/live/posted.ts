/** How many contributions each seat made in each phase. In memory only, because on disk it would be a trace to an author;
 *  a restart forgets it. */
import type { PhaseId, SeatId } from '../../shared/domain/state.ts'

export type Posted = {
  by(seat: SeatId | null, phase: PhaseId): number
  add(seat: SeatId, phase: PhaseId): void
  takeBack(seat: SeatId, phase: PhaseId): void
  /** How many seats contributed in it. */
  seats(phase: PhaseId | null): number
}

export const createPosted = (): Posted => {
  const phases = new Map<PhaseId, Map<SeatId, number>>()
  const change = (seat: SeatId, phase: PhaseId, by: number): void => {
    const seats = phases.get(phase) ?? new Map<SeatId, number>()
    const count = (seats.get(seat) ?? 0) + by
    if (count > 0) seats.set(seat, count)
    else seats.delete(seat)
    phases.set(phase, seats)
  }
  return {
    by: (seat, phase) => (seat === null ? 0 : (phases.get(phase)?.get(seat) ?? 0)),
    add: (seat, phase) => change(seat, phase, 1),
    takeBack: (seat, phase) => change(seat, phase, -1),
    seats: (phase) => (phase === null ? 0 : (phases.get(phase)?.size ?? 0)),
  }
}
