import { expect, it } from 'vitest'
import { sentence } from '../../client/words/sentence.ts'
import { access as createAccess } from '../../server/access/access.ts'
import { createAddresses } from '../../server/addresses.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import { createLive, type Live } from '../../server/live/live.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { world as createWorld } from '../../server/world.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { quietLog, testTimers } from '../support/room.ts'
import { testWorld } from '../support/world.ts'

it('R6 a disk that cannot be read while people are told who came in, or of a new code, ends no process', async () => {
  const clock = testWorld()
  const world = createWorld(domainLimits, clock.now)
  const { timers } = testTimers(clock)
  const lines: string[] = []
  const log = { ...quietLog, error: ({ problem }: Record<string, unknown>, text: string) => void lines.push(`${text}: ${problem}`) }
  const store = memoryStore('t')
  const unread = () => Promise.reject(new Error('EIO'))
  const access = {
    ...createAccess({ store, world, limits: defaultLimits, state: (one) => live.state(one) }),
    devices: unread,
    joinInfo: unread,
  }
  const addresses = createAddresses({ port: () => 3000, host: null, publicUrl: null })
  const given = { store, vault: memoryVault(), world, timers, limits: defaultLimits, log, access, addresses, say: sentence }
  const watch = () => ({ refused: () => undefined, closed: () => undefined })
  const live: Live = createLive({ ...given, watch, allows: () => true, entered: () => () => undefined })
  const made = await live.rooms.create({ title: 'Het groen', dilemma: 'Wie zorgt ervoor?', programme: [{ kind: 'ideas' }] })
  if (!made.ok) throw new Error('no Plein')
  const { hall } = (await live.pleins.open(made.plein))!
  const nothing = () => undefined
  const who = { seat: 'joost', role: 'coach' as const }
  hall.enter({ who, shape: null, openedAt: null, circle: null, carried: () => false, keepsUp: () => true, tell: nothing, bye: nothing })

  await access.claim(made.secrets.coach)
  await expect.poll(() => lines).toEqual(['who is in could not be told: Error: EIO'])
  await access.rotateJoin(made.plein)
  await expect.poll(() => lines).toHaveLength(2)
})
