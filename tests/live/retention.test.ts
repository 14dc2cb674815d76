import { expect, it } from 'vitest'
import { sentence } from '../../client/words/sentence.ts'
import { access as createAccess } from '../../server/access/access.ts'
import { createAddresses } from '../../server/addresses.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import { createLive, type Live } from '../../server/live/live.ts'
import { world as createWorld } from '../../server/world.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { holds } from '../support/bytes.ts'
import { claim, join } from '../support/phone.ts'
import { quietLog, testTimers } from '../support/room.ts'
import { secretOf, startServer, type TestServer } from '../support/server.ts'
import { onNewDisk } from '../support/stores.ts'
import { testWorld } from '../support/world.ts'

const soon = { timeout: 15_000 }
const days = (number: number): number => number * 86_400_000

it('A13 on a running server links, seats and the whole Plein go when their time has come, not before', async () => {
  const clock = testWorld()
  const world = createWorld(domainLimits, clock.now)
  const { timers, pass } = testTimers(clock)
  const store = await onNewDisk()
  const access = createAccess({ store, world, limits: defaultLimits, state: (plein) => live.state(plein) })
  const addresses = createAddresses({ port: () => 3000, host: null, publicUrl: null })
  const vault = memoryVault()
  const given = { store, vault, world, timers, limits: defaultLimits, log: quietLog, access, addresses, say: sentence }
  const parts = {
    ...given,
    allows: () => true,
    entered: () => () => undefined,
    counted: { refused: () => undefined, closed: () => undefined },
  }
  const live: Live = createLive(parts)
  const made = await live.rooms.create({ title: 'Het groen', dilemma: 'Wie zorgt ervoor?', programme: [{ kind: 'ideas' }] })
  if (!made.ok) throw new Error('no Plein was made')
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

const status = async (server: TestServer, path: string, body?: object, token?: string): Promise<number> => {
  const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) }
  return (await fetch(`${server.origin}/api/v1/${path}`, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) }))
    .status
}

it('A13 what fell due while the server was off goes when it starts, and from the bytes of its files', { timeout: 60_000 }, async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '50' })
  const made = await server.makePlein([{ kind: 'ideas' }], { perspectives: ['bewoonster van de kade'] })
  const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
  const fatma = await join(server, 'Fatma', made)
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

  await server.restart(days(77))
  await expect.poll(async () => await (await server.organise('/api/v1/pleins')).json(), soon).toEqual({ pleins: [] })
  await server.stop()
  // Its bare id stands in the erasure ledger, so that no backup brings it back.
  expect(holds(server.folder, ['Wie zorgt er voor het groen', 'bewoonster', fatma.token])).toEqual([])
  expect(holds(server.folder, ['CREATE TABLE pleins'])).not.toEqual([])
})
