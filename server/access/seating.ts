/** How many seats one code gives: a whole room at once, then so many a second, and so many in all. For each Plein and never for an address,
 *  which a whole room shares (R4). In memory only: a new code begins anew, so that a coach can end what somebody in the room began. */
import type { PleinId } from '../../shared/domain/state.ts'
import { type Bucket, refill } from '../bucket.ts'
import type { Limits } from '../limits.ts'

export type SeatLimits = Pick<Limits, 'joinsBurst' | 'joinsRate' | 'seatsPerCode'>
export type Seating = {
  /** `null`: no seat now. Else it counts from now on, and what came back gives it back, when the store made none. */
  take(plein: PleinId): (() => void) | null
  /** Another code and ticket, or the Plein is gone. */
  renew(plein: PleinId): void
}

export const createSeating = (limits: SeatLimits, now: () => number): Seating => {
  const given = new Map<PleinId, Bucket & { seats: number }>()
  return {
    take: (plein) => {
      const own = given.get(plein) ?? { left: limits.joinsBurst, at: now(), seats: 0 }
      given.set(plein, own)
      refill(own, limits.joinsBurst, limits.joinsRate, now())
      if (own.left < 1 || own.seats >= limits.seatsPerCode) return null
      own.left -= 1
      own.seats += 1
      return () => {
        own.left += 1
        own.seats -= 1
      }
    },
    renew: (plein) => void given.delete(plein),
  }
}
