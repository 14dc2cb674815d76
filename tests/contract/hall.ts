/** The door of a hall with two Pleinen, and what its answers hold. */
import { access } from '../../server/access/access.ts'
import type { Access, Joined } from '../../server/access/contract.ts'
import { newLinks } from '../../server/access/secrets.ts'
import { defaultLimits, type Limits } from '../../server/limits.ts'
import type { Store } from '../../server/store/contract.ts'
import { type ServerWorld, world } from '../../server/world.ts'
import type { PleinId, Role, SeatId, Stage } from '../../shared/domain/state.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { type MakeStore, troubled } from '../support/stores.ts'

export const real = world(domainLimits)
export const full = { ok: false, reason: 'failed', problem: 'disk full' } as const
export const storageFailed = { ok: false, code: 'storage-failed' }
export const unknownLink = { ok: false, code: 'link-unknown' }

/** The door of a hall with two Pleinen in it, `bos` and `markt`. */
export const hall = async (make: MakeStore, limits: Partial<Limits> = {}) => {
  const clock = { now: 1_000_000 }
  const chance: ServerWorld = { ...real, now: () => clock.now }
  const disk = await make()
  const { store, trouble } = troubled(disk)
  const states = new Map<PleinId, { stage: Stage; doorLocked: boolean; doorAsks?: boolean }>()
  const links = { bos: newLinks(chance), markt: newLinks(chance) }
  for (const plein of ['bos', 'markt'] as const) {
    states.set(plein, { stage: 'open', doorLocked: false })
    await disk.commit(plein, 0, { links: links[plein].links })
  }
  const open = (on: Store): Access =>
    access({
      store: on,
      world: chance,
      limits: { ...defaultLimits, ...limits },
      state: async (plein) => (states.has(plein) ? { doorAsks: false, ...states.get(plein)! } : null),
    })
  const door = open(store)
  const told: { revoked: SeatId[]; claimed: Role[]; joins: PleinId[]; waiting: PleinId[]; devices: PleinId[] } = {
    revoked: [],
    claimed: [],
    joins: [],
    waiting: [],
    devices: [],
  }
  door.onRevoked((_, seats) => told.revoked.push(...seats))
  door.onClaimed((_, role) => told.claimed.push(role))
  door.onJoinChanged((plein) => told.joins.push(plein))
  door.onWaiting((plein) => told.waiting.push(plein))
  door.onDevices((plein) => told.devices.push(plein))
  return { door, store, disk, states, links, clock, told, trouble, restarted: () => open(disk) }
}
export const token = (
  answer: { ok: true; token: string } | { ok: true; waiting: string } | { ok: false; code: string } | 'waiting',
): string => {
  if (answer === 'waiting' || !answer.ok || 'waiting' in answer) throw new Error(`Not let in: ${JSON.stringify(answer)}`)
  return answer.token
}

/** A device without a keyboard, with its code and its secret. */
export const knocks = (door: Access) => {
  const knock = door.knock('192.0.2.1')
  if (!knock.ok) throw new Error(`May not knock: ${knock.code}`)
  return knock
}

export const waitingFor = (answer: Joined): string => {
  if (!answer.ok || !('waiting' in answer)) throw new Error(`Does not wait: ${JSON.stringify(answer)}`)
  return answer.waiting
}
