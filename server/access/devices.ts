/** Which devices are in as coach, owner or screen: told to coaches, who can end each. Of participants nothing is remembered here (S2). */
import type { PleinId, Role, SeatId } from '../../shared/domain/state.ts'
import type { Device } from '../../shared/wire/messages.ts'
import type { Store, StoredSeat } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'

/** Told at once; whoever claims a link by the thousand must not fill every desk. */
const MOST = 100
const MINUTE = 60_000

type Named = { seat: SeatId; told: Device }

export type Devices = {
  /** What is stored of this moment: no more than the audit log has of it. */
  minute(): number
  /** The name of a device for a desk: it says nothing, and its first four signs are those of the audit log. */
  name(seat: SeatId): string
  /** Those that came in last, oldest first. */
  of(plein: PleinId): Promise<Device[]>
  /** `null`: none of a coach, owner or screen has this name. */
  seat(plein: PleinId, device: string): Promise<SeatId | null>
  /** How many are in. */
  count(plein: PleinId, role: Role): Promise<number>
  came(plein: PleinId, seat: StoredSeat): void
  went(plein: PleinId, seats: readonly SeatId[]): void
  forget(plein: PleinId): void
}

/** Two that came in the same minute stand in an order that tells nothing. */
const before = (a: Device, b: Device): boolean => (a.since === b.since ? a.device < b.device : (a.since ?? 0) < (b.since ?? 0))

export const devices = (store: Store, world: Pick<ServerWorld, 'hash' | 'now'>): Devices => {
  /** Read once, named and put in order once: neither a claim nor telling a desk may cost more the more devices are in. */
  const lists = new Map<PleinId, Promise<Named[]>>()
  const name = (seat: SeatId): string => world.hash(seat).slice(0, 16)
  const named = ({ id, role, since }: StoredSeat): Named => ({ seat: id, told: { device: name(id), role, since: since ?? null } as Device })
  const list = (plein: PleinId): Promise<Named[]> => {
    const known = lists.get(plein)
    if (known) return known
    const reading = store.load(plein).then((loaded) =>
      (loaded?.seats ?? [])
        .filter(({ role }) => role !== 'participant')
        .map(named)
        .sort((a, b) => (before(a.told, b.told) ? -1 : 1)),
    )
    reading.catch(() => lists.delete(plein))
    lists.set(plein, reading)
    return reading
  }
  const change = (plein: PleinId, how: (all: Named[]) => void): void => {
    // What changes while it is read is put in behind it.
    lists.get(plein)?.then(how, () => undefined)
  }
  return {
    minute: () => Math.floor(world.now() / MINUTE) * MINUTE,
    name,
    of: async (plein) => (await list(plein)).slice(-MOST).map(({ told }) => told),
    seat: async (plein, device) => (await list(plein)).find(({ told }) => told.device === device)?.seat ?? null,
    count: async (plein, role) => (await list(plein)).filter(({ told }) => told.role === role).length,
    came: (plein, seat) =>
      change(plein, (all) => {
        if (all.some((one) => one.seat === seat.id)) return
        const one = named(seat)
        const place = all.findLastIndex(({ told }) => before(told, one.told))
        all.splice(place + 1, 0, one)
      }),
    went: (plein, gone) =>
      change(plein, (all) => {
        const out = new Set(gone)
        let staying = 0
        for (const one of all) if (!out.has(one.seat)) all[staying++] = one
        all.length = staying
      }),
    forget: (plein) => void lists.delete(plein),
  }
}
