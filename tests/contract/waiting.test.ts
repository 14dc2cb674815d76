import { expect, it } from 'vitest'
import { access } from '../../server/access/access.ts'
import { newLinks } from '../../server/access/secrets.ts'
import { defaultLimits } from '../../server/limits.ts'
import { world } from '../../server/world.ts'
import type { Stage } from '../../shared/domain/state.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { inMemory } from '../support/stores.ts'

const unknownCode = { ok: false, code: 'code-unknown' }
const asks: { stage: Stage; doorLocked: boolean; doorAsks: boolean } = { stage: 'open', doorLocked: false, doorAsks: true }

/** Two Pleinen whose door asks, `bos` and `markt`. */
const doors = async () => {
  const clock = { now: 1_000_000 }
  const chance = world(domainLimits, () => clock.now)
  const store = await inMemory()
  const links = { bos: newLinks(chance), markt: newLinks(chance) }
  for (const plein of ['bos', 'markt'] as const) await store.commit(plein, 0, { links: links[plein].links })
  const at = { state: asks }
  const door = access({ store, world: chance, limits: defaultLimits, state: async () => at.state })
  const told: string[] = []
  door.onWaiting((plein) => told.push(plein))
  const come = async (code: string): Promise<string> => {
    const joined = await door.join({ code })
    if (!joined.ok || !('waiting' in joined)) throw new Error(`Does not wait: ${JSON.stringify(joined)}`)
    return joined.waiting
  }
  return { door, links, at, clock, told, come }
}

it('A15 R4 a new code, and locking the door, forget who waits before it; who was let in a moment ago still gets in', async () => {
  const { door, links, told, come } = await doors()
  const [fatma, samir, elsewhere] = [await come(links.bos.code), await come(links.bos.code), await come(links.markt.code)]
  for (let flood = 0; flood < 498; flood++) await come(links.bos.code)
  expect(await door.letIn('bos', 'first')).toEqual({ ok: true })
  told.length = 0
  const rotated = await door.rotateJoin('bos')
  expect([door.waiting('bos'), door.waiting('markt'), told]).toEqual([0, 1, ['bos']])
  expect(await door.awaited(samir)).toEqual(unknownCode)
  expect(await door.awaited(fatma)).toMatchObject({ ok: true, plein: 'bos' })
  expect(await door.awaited(elsewhere)).toEqual({ ok: true, waiting: elsewhere })

  const again = await come(rotated.ok ? rotated.code : '')
  door.forgetWaiting('bos')
  expect([door.waiting('bos'), told]).toEqual([0, ['bos', 'bos', 'bos']])
  expect(await door.awaited(again)).toEqual(unknownCode)
  door.forgetWaiting('bos')
  expect(told).toHaveLength(3)
})

it('A15 asking again keeps a place only while the door asks', async () => {
  const { door, links, at, clock, come } = await doors()
  const secret = await come(links.bos.code)
  const later = (state: typeof asks) => {
    clock.now += 100_000
    at.state = state
    return door.awaited(secret)
  }
  for (let time = 0; time < 3; time++) expect(await later(asks)).toEqual({ ok: true, waiting: secret })
  expect(await later({ ...asks, doorLocked: true, doorAsks: false })).toEqual({ ok: false, code: 'door-locked' })
  expect(await later(asks)).toEqual(unknownCode)
})

const moved = { ok: false, code: 'nobody-waiting' }
const isSo = { ok: false, code: 'nothing-changed' }

it('A15 who was seen is let in or refused, and never the next in line: another coach was first, or the one who was seen went home', async () => {
  const { door, links, clock, come } = await doors()
  const [fatma, samir] = [await come(links.bos.code), await come(links.bos.code)]
  const seen = door.line('bos')!
  expect(JSON.stringify(seen)).not.toContain(fatma)
  expect(await door.awaited(seen.first)).toEqual(unknownCode)
  const waits = { ok: true, waiting: samir }

  // Two coaches press for Fatma, each in their own way.
  expect(await door.letIn('bos', 'first', seen.first)).toEqual({ ok: true })
  expect(await door.letIn('bos', 'first', seen.first)).toEqual(isSo)
  expect(await door.sendAway('bos', seen.first)).toEqual(moved)
  expect(await door.awaited(fatma)).toMatchObject({ ok: true, token: expect.any(String) })
  expect(await door.awaited(samir)).toEqual(waits)

  const next = door.line('bos')!
  expect(next).toEqual({ first: seen.last, last: seen.last })
  expect(await door.sendAway('bos', next.first)).toEqual({ ok: true })
  expect(await door.sendAway('bos', next.first)).toEqual(isSo)
  for (const who of ['first', 'all'] as const) expect(await door.letIn('bos', who, next.first)).toEqual(moved)
  expect([await door.awaited(samir), door.line('bos')]).toEqual([{ ok: false, code: 'not-let-in' }, null])

  // Ria went home; Wim came. A mark of another door names nobody here.
  await come(links.bos.code)
  const ria = door.line('bos')!.first
  clock.now += 200_000
  expect(await door.letIn('bos', 'first', ria)).toEqual(moved)
  const wim = await come(links.bos.code)
  await come(links.markt.code)
  for (const other of [ria, door.line('markt')!.first]) {
    for (const who of ['first', 'all'] as const) expect(await door.letIn('bos', who, other)).toEqual(moved)
    expect(await door.sendAway('bos', other)).toEqual(moved)
  }
  expect(await door.awaited(wim)).toEqual({ ok: true, waiting: wim })
})

it('A15 everybody who was seen is let in together, and who came after that still waits', async () => {
  const { door, links, come } = await doors()
  const seen = [await come(links.bos.code), await come(links.bos.code), await come(links.bos.code)]
  const { first, last } = door.line('bos')!
  const stranger = await come(links.bos.code)
  expect(await door.sendAway('bos', first)).toEqual({ ok: true })
  expect(await door.letIn('bos', 'all', last)).toEqual({ ok: true })
  const answers = await Promise.all(seen.map((secret) => door.awaited(secret)))
  expect(answers.map((answer) => (answer.ok ? 'token' in answer : answer.code))).toEqual(['not-let-in', true, true])
  expect(await door.awaited(stranger)).toEqual({ ok: true, waiting: stranger })
  expect(await door.letIn('bos', 'all', last)).toEqual(isSo)
  expect(door.waiting('bos')).toBe(1)
})
