/** Which devices are in as coach, owner or screen: told to coaches, who can end each. Of participants nothing is remembered here (S2). */
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import type { Device } from '../../shared/wire/messages.ts'
import type { Store, StoredSeat } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'

/** Told at once; whoever claims a link by the thousand must not fill every desk. */
const MOST = 100
const MINUTE = 60_000

export type Devices = {
  /** What is stored of this moment: no more than the audit log has of it. */
  minute(): number
  /** The name of a device for a desk: it says nothing, and its first four signs are those of the audit log. */
  name(seat: SeatId): string
  /** Those that came in last, oldest first. */
  of(plein: PleinId): Promise<Device[]>
  /** `null`: none of a coach, owner or screen has this name. */
  seat(plein: PleinId, device: string): Promise<SeatId | null>
  came(plein: PleinId, seat: StoredSeat): void
  went(plein: PleinId, seats: readonly SeatId[]): void
  forget(plein: PleinId): void
}

export const devices = (store: Store, world: Pick<ServerWorld, 'hash' | 'now'>): Devices => {
  /** Read once: a claim must not cost a look at the whole log. What changes meanwhile is put in behind it. */
  const lists = new Map<PleinId, Promise<Map<SeatId, StoredSeat>>>()
  const list = (plein: PleinId): Promise<Map<SeatId, StoredSeat>> => {
    const known = lists.get(plein)
    if (known) return known
    const reading = store
      .load(plein)
      .then((loaded) => new Map((loaded?.seats ?? []).flatMap((seat) => (seat.role === 'participant' ? [] : [[seat.id, seat] as const]))))
    reading.catch(() => lists.delete(plein))
    lists.set(plein, reading)
    return reading
  }
  const change = (plein: PleinId, how: (seats: Map<SeatId, StoredSeat>) => void): void => {
    lists.get(plein)?.then(how, () => undefined)
  }
  const name = (seat: SeatId): string => world.hash(seat).slice(0, 16)
  return {
    minute: () => Math.floor(world.now() / MINUTE) * MINUTE,
    name,
    of: async (plein) =>
      [...(await list(plein)).values()]
        .map(({ id, role, since }) => ({ device: name(id), role, since: since ?? null }) as Device)
        .sort((a, b) => (a.since ?? 0) - (b.since ?? 0) || (a.device < b.device ? -1 : 1))
        .slice(-MOST),
    seat: async (plein, device) => [...(await list(plein)).keys()].find((seat) => name(seat) === device) ?? null,
    came: (plein, seat) => change(plein, (seats) => seats.set(seat.id, seat)),
    went: (plein, gone) =>
      change(plein, (seats) => {
        for (const seat of gone) seats.delete(seat)
      }),
    forget: (plein) => void lists.delete(plein),
  }
}
