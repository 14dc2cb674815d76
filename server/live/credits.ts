/** Credits: a burst, then so many a second, for each seat and for each Plein; never for an address, which a whole room shares. */

import type { Refusal } from '../../shared/domain/refusals.ts'
import type { Role, SeatId } from '../../shared/domain/state.ts'
import { type Bucket, refill } from '../bucket.ts'
import type { Limits } from '../limits.ts'

export type Credits = {
  /** `null` when it was paid; else the refusal. A seat that floods pays from its own credits before it touches those of the room.
   *  `cost`: credits, 1 unless said. */
  pay(seat: SeatId, role: Role, cost?: number): Refusal | null
  /** What turned out to cost more than was paid for it: the seat pays it back before it may do anything else. */
  owe(seat: SeatId, role: Role, cost: number): void
  /** The seat is gone. Only when its bucket is full again, or coming back would refill it. */
  tidy(): void
}

type Rations = Pick<Limits, 'burstPhone' | 'ratePhone' | 'burstCoach' | 'rateCoach' | 'ratePlein'>

/** Seconds. */
const allAgain = 3 * 3600
/** Each answer that is kept is a row, on disk and in memory, until fourteen days after closing. A person gives some hundreds of commands in an
 *  afternoon: docs/decisions/2026-11-28-a-seat-has-an-allowance-of-answers.md. */
export const allowance = ({ answersPhone, answersCoach }: Limits): Rations => ({
  burstPhone: answersPhone,
  ratePhone: answersPhone / allAgain,
  burstCoach: answersCoach,
  rateCoach: answersCoach / allAgain,
  ratePlein: 10_000,
})

/** How many seconds of its rate a Plein may spend at once: a whole room votes in the same moment. */
const pleinBurst = 5

export const createCredits = (limits: Rations, now: () => number): Credits => {
  const seats = new Map<SeatId, { bucket: Bucket; burst: number; rate: number }>()
  const plein: Bucket = { left: limits.ratePlein * pleinBurst, at: now() }

  const wait = (bucket: Bucket, rate: number, cost: number): number => Math.max(1, Math.ceil((cost - bucket.left) / rate))

  const ownOf = (seat: SeatId, role: Role) => {
    const coach = role === 'coach'
    const burst = coach ? limits.burstCoach : limits.burstPhone
    const rate = coach ? limits.rateCoach : limits.ratePhone
    const own = seats.get(seat) ?? { bucket: { left: burst, at: now() }, burst, rate }
    seats.set(seat, own)
    refill(own.bucket, burst, rate, now())
    return own
  }

  return {
    pay: (seat, role, cost = 1) => {
      const { bucket, rate } = ownOf(seat, role)
      if (bucket.left < cost) return { code: 'too-fast', retryAfter: wait(bucket, rate, cost) }
      // The desk does not draw on the room: when many seats empty it together, a coach must still be able to lock the door.
      if (role !== 'coach') {
        refill(plein, limits.ratePlein * pleinBurst, limits.ratePlein, now())
        if (plein.left < cost) return { code: 'busy' }
        plein.left -= cost
      }
      bucket.left -= cost
      return null
    },
    owe: (seat, role, cost) => {
      ownOf(seat, role).bucket.left -= cost
    },
    tidy: () => {
      for (const [seat, { bucket, burst, rate }] of seats) {
        refill(bucket, burst, rate, now())
        if (bucket.left >= burst) seats.delete(seat)
      }
    },
  }
}
