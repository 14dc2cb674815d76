/** Which token is whose, remembered so that a frame costs no read; a revoked one is forgotten at once. */
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import { ownKey } from '../keys/own.ts'
import type { Store } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'
import type { Bearer } from './contract.ts'
import { isSecret } from './secrets.ts'

export type Bearers = {
  find: (token: string) => Promise<Bearer | null>
  /** From now on these seats are nobody, whatever the disk still says. */
  forget: (seats: readonly SeatId[]) => void
  forgetPlein: (plein: PleinId) => void
  isForgotten: (plein: PleinId, seat: SeatId) => boolean
}

/** Made for each line anew: what is remembered must open nothing when nobody is here. */
const withKey = (bearer: Bearer, token: string): Bearer => (bearer.role === 'owner' ? { ...bearer, own: ownKey(token) } : bearer)

/** So many are remembered: more than are in at any time, or a server that runs for months would remember everybody who ever came. */
const most = 10_000

export const bearers = (store: Pick<Store, 'seatByToken'>, world: Pick<ServerWorld, 'hash'>): Bearers => {
  const known = new Map<string, Bearer>()
  const forgotten = new Set<SeatId>()
  const gone = new Set<PleinId>()
  const isForgotten = (plein: PleinId, seat: SeatId): boolean => gone.has(plein) || forgotten.has(seat)
  const drop = (of: (bearer: Bearer) => boolean): void => {
    for (const [hash, bearer] of known) if (of(bearer)) known.delete(hash)
  }
  return {
    find: async (token) => {
      if (!isSecret(token)) return null
      const hash = world.hash(token)
      const cached = known.get(hash)
      if (cached) return withKey(cached, token)
      const seat = await store.seatByToken(hash)
      // Asked again after the wait: a seat revoked meanwhile must not be remembered for ever.
      if (!seat || isForgotten(seat.plein, seat.id)) return null
      const bearer: Bearer = { plein: seat.plein, seat: seat.id, role: seat.role }
      known.set(hash, bearer)
      // Who was remembered first costs a read again, and nothing else.
      if (known.size > most) known.delete(known.keys().next().value as string)
      return withKey(bearer, token)
    },
    forget: (seats) => {
      for (const seat of seats) forgotten.add(seat)
      drop((bearer) => forgotten.has(bearer.seat))
    },
    forgetPlein: (plein) => {
      gone.add(plein)
      drop((bearer) => bearer.plein === plein)
    },
    isForgotten,
  }
}
