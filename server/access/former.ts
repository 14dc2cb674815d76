/** A device that opens its link again has two tokens until the new one is used: an answer that was lost must leave it what it had. What the former
 *  one of an owner writes for nobody else (N2) in between would not go along, and go with it. So for a minute it stores none of that, and the words
 *  wait on the device; who writes after that minute uses the former token on, and keeps it. */
import type { Moment, SeatId } from '../../shared/domain/state.ts'

export type Former = {
  /** Before what they wrote is read. */
  leave(seats: readonly SeatId[]): void
  /** There is no new seat after all. */
  stay(seats: readonly SeatId[]): void
  follow(seat: SeatId, before: readonly SeatId[]): void
  /** The new token is used: those that end now, once. */
  end(seat: SeatId): SeatId[]
  mayWriteOwn(seat: SeatId): boolean
}

const wait = 60_000

export const formerSeats = (now: () => Moment): Former => {
  /** By the new seat. */
  const before = new Map<SeatId, readonly SeatId[]>()
  /** Until when each writes nothing. */
  const leaving = new Map<SeatId, Moment>()
  return {
    leave: (seats) => {
      for (const seat of seats) leaving.set(seat, now() + wait)
    },
    stay: (seats) => {
      for (const seat of seats) leaving.delete(seat)
    },
    follow: (seat, seats) => {
      if (seats.length > 0) before.set(seat, seats)
    },
    end: (seat) => {
      const seats = (before.get(seat) ?? []).filter((one) => leaving.has(one))
      before.delete(seat)
      for (const one of seats) leaving.set(one, Number.POSITIVE_INFINITY)
      return seats
    },
    mayWriteOwn: (seat) => {
      const until = leaving.get(seat)
      if (until !== undefined && now() < until) return false
      leaving.delete(seat)
      return true
    },
  }
}
