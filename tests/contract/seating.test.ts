import { describe, expect, it } from 'vitest'
import { access } from '../../server/access/access.ts'
import type { Joined } from '../../server/access/contract.ts'
import type { SeatLimits } from '../../server/access/seating.ts'
import { newLinks } from '../../server/access/secrets.ts'
import { defaultLimits } from '../../server/limits.ts'
import { world } from '../../server/world.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { inMemory, type MakeStore, onNewDisk, troubled } from '../support/stores.ts'

const busy = { ok: false, code: 'busy' }

/** The door of two open Pleinen, `bos` and `markt`. */
const doorOf = async (make: MakeStore, limits: Partial<SeatLimits>) => {
  const clock = { now: 1_000_000 }
  const chance = world(domainLimits, () => clock.now)
  const { store, trouble } = troubled(await make())
  const links = { bos: newLinks(chance), markt: newLinks(chance) }
  for (const plein of ['bos', 'markt'] as const) await store.commit(plein, 0, { links: links[plein].links })
  const state = { stage: 'open', doorLocked: false, doorAsks: false } as const
  const at = { state: state as typeof state | { stage: 'open'; doorLocked: false; doorAsks: true } }
  const door = access({ store, world: chance, limits: { ...defaultLimits, ...limits }, state: async () => at.state })
  return { door, links, clock, trouble, at }
}

describe.each([
  ['in memory', inMemory],
  ['on SQLite', onNewDisk],
] as const)('seats by one code, with a store %s', (_, make) => {
  it('R4 so many at once, then so many a second, and so many in all until it is replaced; a seat that was not made does not count', async () => {
    const { door, links, clock, trouble } = await doorOf(make, { joinsBurst: 3, joinsRate: 10, seatsPerCode: 6 })
    const come = (): Promise<Joined> => door.join({ ticket: links.bos.ticket })
    trouble.always = { ok: false, reason: 'failed', problem: 'disk full' }
    for (let time = 0; time < 9; time++) expect(await come()).toEqual({ ok: false, code: 'storage-failed' })
    trouble.always = null
    for (const [seats, later] of [
      [3, 100],
      [1, 86_400_000],
      [2, 86_400_000],
      [0, 0],
    ] as const) {
      for (let seat = 0; seat < seats; seat++) expect(await come()).toMatchObject({ ok: true, plein: 'bos' })
      expect(await come()).toEqual(busy)
      clock.now += later
    }
    expect(await door.join({ code: links.markt.code })).toMatchObject({ ok: true, plein: 'markt' })
    const rotated = await door.rotateJoin('bos')
    expect(await door.join({ code: rotated.ok ? rotated.code : '' })).toMatchObject({ ok: true, plein: 'bos' })
  })

  it('R4 a room of a thousand people that comes in one moment gets its seats; who makes a thousand more is told that it is busy', async () => {
    const { door, links } = await doorOf(make, { joinsRate: 0 })
    const come = (): Promise<Joined[]> => Promise.all(Array.from({ length: 1000 }, () => door.join({ code: links.bos.code })))
    const tokens = (await come()).map((answer) => (answer.ok && 'token' in answer ? answer.token : null))
    expect([tokens.includes(null), new Set(tokens).size]).toEqual([false, 1000])
    expect(await come()).toEqual(Array(1000).fill(busy))
  })

  it('R4 A15 who asks at the door pays too: opening it or letting in all makes no more seats than the code gives, and a new code begins anew', async () => {
    const { door, links, at } = await doorOf(make, { joinsBurst: 3, joinsRate: 0 })
    const come = (code = links.bos.code): Promise<Joined> => door.join({ code })
    at.state = { stage: 'open', doorLocked: false, doorAsks: true }
    for (let time = 0; time < 3; time++) expect(await come()).toMatchObject({ ok: true, waiting: expect.any(String) })
    for (let time = 0; time < 9; time++) expect(await come()).toEqual(busy)
    expect([door.waiting('bos'), await door.letIn('bos', 'all')]).toEqual([3, { ok: true }])
    at.state = { stage: 'open', doorLocked: false, doorAsks: false } as const
    expect(await come()).toEqual(busy)
    const rotated = await door.rotateJoin('bos')
    expect(await come(rotated.ok ? rotated.code : '')).toMatchObject({ ok: true, plein: 'bos' })
  })

  it('R4 A15 who finds the place before the door full pays nothing', async () => {
    const { door, links, at } = await doorOf(make, { joinsBurst: 501, joinsRate: 0 })
    at.state = { stage: 'open', doorLocked: false, doorAsks: true }
    for (let time = 0; time < 500; time++) await door.join({ code: links.bos.code })
    for (let time = 0; time < 9; time++) expect(await door.join({ code: links.bos.code })).toEqual(busy)
    await door.letIn('bos', 'all')
    expect(await door.join({ code: links.bos.code })).toMatchObject({ ok: true })
  })
})
