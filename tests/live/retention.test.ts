import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sentence } from '../../client/words/sentence.ts'
import { access as createAccess } from '../../server/access/access.ts'
import { createAddresses } from '../../server/addresses.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Guest } from '../../server/live/hall.ts'
import { createLive, type Live } from '../../server/live/live.ts'
import { world as createWorld } from '../../server/world.ts'
import type { Role } from '../../shared/domain/state.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { holds } from '../support/bytes.ts'
import { claim, join as joinAs } from '../support/phone.ts'
import { quietLog, testTimers } from '../support/room.ts'
import { secretOf, startServer, type TestServer } from '../support/server.ts'
import { onNewDisk } from '../support/stores.ts'
import { testWorld } from '../support/world.ts'

const soon = { timeout: 15_000 }
const days = (number: number): number => number * 86_400_000

const onClock = async (held?: () => boolean) => {
  const clock = testWorld()
  const world = createWorld(domainLimits, clock.now)
  const { timers, pass } = testTimers(clock)
  const store = await onNewDisk()
  const access = createAccess({ store, world, limits: defaultLimits, state: (plein) => live.state(plein) })
  const addresses = createAddresses({ port: () => 3000, host: null, publicUrl: null })
  const vault = memoryVault()
  const given = { store, vault, world, timers, limits: defaultLimits, log: quietLog, access, addresses, say: sentence }
  const live: Live = createLive({
    ...given,
    ...(held ? { held } : {}),
    allows: () => true,
    entered: () => () => undefined,
    watch: () => ({ refused: () => undefined, closed: () => undefined }),
  })
  const made = await live.rooms.create({ title: 'Het groen', dilemma: 'Wie zorgt ervoor?', programme: [{ kind: 'ideas' }] })
  if (!made.ok) throw new Error('no Plein was made')
  return { world, pass, store, access, live, made }
}

it('A13 on a running server links, seats and the whole Plein go when their time has come, not before', async () => {
  const { world, pass, store, access, live, made } = await onClock()
  const seats = await Promise.all([access.claim(made.secrets.coach), access.claim(made.secrets.owner), access.join({ code: made.code })])
  const tokens = seats.map((seat) => (seat.ok && 'token' in seat ? seat.token : ''))
  const place = await live.pleins.open(made.plein)
  const coach = await access.bearer(tokens[0] ?? '')
  await place?.room.command(coach!, world.id(), { type: 'plein.open' })
  expect(await place?.room.command(coach!, world.id(), { type: 'plein.close', confirmed: true })).toMatchObject({ ok: true })
  await place?.room.idle()
  pass(60_000)
  await expect.poll(() => place?.room.read(({ plein }) => plein.sealed), soon).toBe(true)
  live.begin()

  const known = async () => ({
    links: (await store.load(made.plein))?.links.map(({ kind }) => kind) ?? 'gone',
    answers: (await store.load(made.plein))?.answers.length !== 0,
    in: await Promise.all(tokens.map(async (token) => (await access.bearer(token)) !== null)),
  })
  const all = { links: ['coach', 'code', 'owner', 'screen', 'ticket'], answers: true, in: [true, true, true] }
  /** Once a minute it looks what is due. */
  const tidied = () => {
    pass(60_000)
    return known()
  }
  const later = async (milliseconds: number, wanted: object) => {
    pass(milliseconds)
    await expect.poll(tidied, soon).toEqual(wanted)
  }
  const notYet = async (milliseconds: number, wanted: object) => {
    pass(milliseconds)
    await live.pleins.tidy()
    expect(await known()).toEqual(wanted)
  }
  await notYet(days(6), all)
  await later(days(1), { ...all, links: ['owner'] })
  await notYet(days(6), { ...all, links: ['owner'] })
  await later(days(1), { links: ['owner'], answers: false, in: [false, true, false] })
  expect(await access.claim(made.secrets.owner)).toMatchObject({ ok: true, role: 'owner' })
  expect(await access.claim(made.secrets.coach)).toEqual({ ok: false, code: 'link-unknown' })
  await later(days(90), { links: 'gone', answers: true, in: [false, false, false] })
  await live.drain()
})

it('A13 a Plein that is open goes on its date only when everybody has left it; a screen is nobody', async () => {
  const { world, pass, store, access, live, made } = await onClock()
  const seats = await Promise.all([access.claim(made.secrets.coach), access.join({ code: made.code })])
  const [joost, fatma] = await Promise.all(seats.map((seat) => access.bearer(seat.ok && 'token' in seat ? seat.token : '')))
  const place = (await live.pleins.open(made.plein))!
  const guest = (seat: string, role: Role): Guest => ({
    who: { seat, role },
    carried: () => false,
    shape: null,
    openedAt: null,
    circle: null,
    keepsUp: () => true,
    tell: () => undefined,
    bye: () => undefined,
  })
  const [phone, screen] = [guest(fatma!.seat, 'participant'), guest('seat-screen', 'screen')]
  place.hall.enter(phone)
  place.hall.enter(screen)
  expect(await place.room.command(joost!, world.id(), { type: 'plein.open' })).toMatchObject({ ok: true })
  pass(days(365))
  await live.pleins.tidy()
  expect(await store.list()).toHaveLength(1)
  place.hall.leave(phone)
  // All lines may have died at once: they get ten minutes to come back.
  pass(9 * 60_000)
  await live.pleins.tidy()
  expect(await store.list()).toHaveLength(1)
  pass(60_000)
  await live.pleins.tidy()
  expect(await store.list()).toEqual([])
  await live.drain()
})

it.each(['lets an empty room go', 'stops'] as const)(
  'L4 a server that %s first stores what is being written in front of that room',
  async (how) => {
    const { pass, live, made } = await onClock()
    const place = (await live.pleins.open(made.plein))!
    const order: string[] = []
    let stored = (): void => undefined
    const writing = place.stage.hold(() => new Promise<void>((resolve) => (stored = resolve)))
    pass(11 * 60_000)
    const gone = (how === 'stops' ? live.drain() : live.pleins.tidy()).then(() => order.push('gone'))
    // Turns enough for whoever does not wait.
    for (let turn = 0; turn < 200; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
    order.push('stored')
    stored()
    await Promise.all([writing, gone])
    expect(order).toEqual(['stored', 'gone'])
    await live.drain()
  },
)

it('A13 nothing goes while the clock cannot be trusted, and all that is due goes after it', async () => {
  let held = true
  const { pass, store, live } = await onClock(() => held)
  pass(days(365))
  await live.pleins.tidy()
  expect(await store.list()).toHaveLength(1)
  held = false
  await live.pleins.tidy()
  expect(await store.list()).toEqual([])
  await live.drain()
})

const status = async (server: TestServer, path: string, body?: object, token?: string): Promise<number> => {
  const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) }
  return (await fetch(`${server.origin}/api/v1/${path}`, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) }))
    .status
}

it('A13 what fell due while the server was off goes when it starts, and from the bytes of its files', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '50' })
  const made = await server.makePlein([{ kind: 'ideas' }], { perspectives: ['bewoonster van de kade'] })
  const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
  const fatma = await joinAs(server, 'Fatma', made)
  await joost.ask({ type: 'plein.open' })
  await fatma.ask({ type: 'seat.perspective', perspective: 'bewoonster van de kade' })
  await joost.ask({ type: 'plein.close', confirmed: true })
  await expect.poll(() => fatma.told.own.some(({ documents }) => documents), soon).toBe(true)
  const outcome = `pleins/${made.id}/outcome.json`
  expect([await status(server, outcome, undefined, joost.token), await status(server, outcome, undefined, wim.token)]).toEqual([200, 200])
  for (const who of [joost, wim, fatma]) who.leave()

  await server.restart(days(7))
  await expect.poll(() => status(server, 'claim', { secret: secretOf(made.links.coach) }), soon).toBe(404)
  expect(await status(server, 'claim', { secret: secretOf(made.links.owner) })).toBe(201)
  expect(await status(server, outcome, undefined, joost.token)).toBe(200)

  await server.restart(days(7))
  await expect.poll(() => status(server, outcome, undefined, joost.token), soon).toBe(401)
  expect(await status(server, outcome, undefined, wim.token)).toBe(200)

  // Off in three times: after more than 35 days at once a server first doubts its clock.
  for (const off of [30, 30, 17]) await server.restart(days(off))
  await expect.poll(async () => await (await server.organise('/api/v1/pleins')).json(), soon).toEqual({ pleins: [] })
  await server.stop()
  // Its bare id stands in the erasure ledger, so that no backup brings it back.
  expect(holds(server.folder, ['Wie zorgt er voor het groen', 'bewoonster', fatma.token])).toEqual([])
  expect(holds(server.folder, ['CREATE TABLE pleins'])).not.toEqual([])
})

it('A13 a server whose clock is a year ahead at its start deletes nothing and says so; a day of running later it does', async () => {
  const server = await startServer()
  const { id } = await server.makePlein([{ kind: 'ideas' }])
  const there = async () => {
    const { pleins } = (await (await server.organise('/api/v1/pleins')).json()) as { pleins: { id: string }[] }
    return pleins.map((plein) => plein.id)
  }
  await server.restart(days(365))
  await expect.poll(server.log, soon).toContain('the clock went ahead')
  await server.stop()
  const kept = join(server.folder, 'clock')
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ left: days(1) })
  await server.restart()
  expect(await there()).toEqual([id])
  await server.stop()
  writeFileSync(kept, JSON.stringify({ ...JSON.parse(readFileSync(kept, 'utf8')), left: 0 }))
  await server.restart()
  await expect.poll(there, soon).toEqual([])
})
