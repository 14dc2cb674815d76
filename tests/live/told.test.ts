import { expect, it } from 'vitest'
import { sentence } from '../../client/words/sentence.ts'
import { access as createAccess } from '../../server/access/access.ts'
import { createAddresses } from '../../server/addresses.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Guest } from '../../server/live/hall.ts'
import { createLive, type Live } from '../../server/live/live.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { world as createWorld } from '../../server/world.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { quietLog, testTimers } from '../support/room.ts'
import { testWorld } from '../support/world.ts'

type Access = ReturnType<typeof createAccess>

/** A server without sockets, with one Plein in it. `than`: what its door does otherwise. */
const served = async (log: typeof quietLog, than: Partial<Access> = {}) => {
  const clock = testWorld()
  const world = createWorld(domainLimits, clock.now)
  const { timers } = testTimers(clock)
  const store = memoryStore('t')
  const access = { ...createAccess({ store, world, limits: defaultLimits, state: (one) => live.state(one) }), ...than }
  const addresses = createAddresses({ port: () => 3000, host: null, publicUrl: null })
  const given = { store, vault: memoryVault(), world, timers, limits: defaultLimits, log, access, addresses, say: sentence }
  const watch = () => ({ refused: () => undefined, closed: () => undefined })
  const live: Live = createLive({ ...given, watch, allows: () => true, entered: () => () => undefined })
  const made = await live.rooms.create({ title: 'Het groen', dilemma: 'Wie zorgt ervoor?', programme: [{ kind: 'ideas' }] })
  if (!made.ok) throw new Error('no Plein')
  return { made, access, world, place: (await live.pleins.open(made.plein))! }
}

const who = { seat: 'joost', role: 'coach' as const }
const nothing = () => undefined
const guest = (tell: Guest['tell']): Guest => {
  const line = { shape: null, openedAt: null, circle: null, carried: () => false, keepsUp: () => true, bye: nothing }
  return { who, tell, ...line }
}

it('R6 a disk that cannot be read while people are told who came in, or of a new code, ends no process', async () => {
  const lines: string[] = []
  const log = { ...quietLog, error: ({ problem }: Record<string, unknown>, text: string) => void lines.push(`${text}: ${problem}`) }
  const unread = () => Promise.reject(new Error('EIO'))
  const { made, access, place } = await served(log, { devices: unread, joinInfo: unread })
  place.hall.enter(guest(nothing))

  await access.claim(made.secrets.coach)
  await expect.poll(() => lines).toEqual(['who is in could not be told: Error: EIO'])
  await access.rotateJoin(made.plein)
  await expect.poll(() => lines).toHaveLength(2)
})

it('A7 what changed while nobody was here is no reason to keep from Joost that he may do again what he could before: his line fell as he closed the Plein', async () => {
  const { place, world } = await served(quietLog)
  const { hall, room } = place
  room.seat(who)
  const told: string[][] = []
  const joost = guest((event, ...[body]) => {
    if (event === 'own' && 'may' in body && body.may) told.push(body.may.commands)
  })
  const ask = async (command: Command) => {
    expect(await room.command(who, world.id(), command)).toMatchObject({ ok: true })
    await room.idle()
  }
  hall.enter(joost)
  await ask({ type: 'plein.open' })
  expect(told.at(-1)).toContain('plein.close')

  hall.leave(joost)
  await ask({ type: 'plein.close', confirmed: true })
  told.length = 0
  // By hello he hears that he may reopen it, and nothing more.
  hall.enter(joost)
  await ask({ type: 'plein.reopen' })
  expect(told.at(-1)).toContain('plein.close')
})
