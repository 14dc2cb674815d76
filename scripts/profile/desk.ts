/** One room without sockets or a disk, and those who are told of everything in it. */
import { sentence } from '../../client/words/sentence.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Asker, Room, Timers } from '../../server/live/contract.ts'
import { createHall, type Hall } from '../../server/live/hall.ts'
import { createReaders } from '../../server/live/readers.ts'
import { createRoom } from '../../server/live/room.ts'
import { find } from '../../server/live/sealing.ts'
import type { Loaded, Store } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { timers as real } from '../../server/timers.ts'
import { world as createWorld } from '../../server/world.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'
import { create } from '../../shared/domain/life/create.ts'
import type { Role } from '../../shared/domain/state.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { closes } from '../../shared/wire/closes.ts'

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
export const coach: Asker = { seat: 'coach', role: 'coach' }
export const owner: Asker = { seat: 'owner', role: 'owner' }
export const phone = (number: number): Asker => ({ seat: `phone-${number}`, role: 'participant' })
const plenty = { ideasPerSeatPerPhase: 100_000, ideasPerPlein: 100_000, cardsPerSeat: 100_000, cardsPerPlein: 100_000 }
/** No round waits for its counting. */
export const world = createWorld({ ...domainLimits, ...plenty, takeBack: 0 })

export type Desk = {
  room: Room
  ask(who: Asker, command: Command): Promise<Record<string, unknown>>
  /** What waited for its time. */
  passed(): Promise<unknown>
  log: StoredEvent[]
}

/** Those who are told of everything, and whose messages go nowhere. */
const enter = (hall: Hall, { seat, role }: Asker): void => {
  const nowhere = { tell: () => undefined, keepsUp: () => true, bye: () => undefined }
  hall.enter({ who: { seat: seat ?? '', role: role as Role }, carried: () => false, shape: null, openedAt: null, circle: null, ...nowhere })
}

/** Of a Plein of which nothing but its log matters. */
export const loadedFrom = (events: StoredEvent[]): Loaded => ({
  version: events.length,
  events,
  answers: [],
  ballots: [],
  seats: [],
  keys: [],
  sealed: [],
  texts: [],
  links: [],
})

export const openDesk = async (timers: Timers = real): Promise<Desk> => {
  const made = create(
    {
      title: 'Profile',
      dilemma: 'Where does the time go?',
      locale: 'en',
      programme: [{ kind: 'ideas', settings: { hidden: false } }, { kind: 'cluster' }, { kind: 'vote', settings: { over: 'ideas' } }],
    } as Parameters<typeof create>[0],
    world,
  )
  if (!made.ok) throw new Error(made.refusal.code)
  const [created] = made.events
  const log: StoredEvent[] = [{ version: 1, v: 1, event: created! }]
  // Counts, and keeps no more than what a reopening needs: what is measured is the room and not the disk.
  const store: Store = {
    ...memoryStore(),
    commit: async (_plein, _version, { events = [] }) => {
      log.push(...events)
      return { ok: true }
    },
    load: async () => loadedFrom([...log]),
  }
  const parts = { store, vault: memoryVault(), world, timers, limits: defaultLimits, log: silent, say: sentence }
  const found = await find('plein', parts)
  if (found === null) throw new Error('There is no Plein.')
  const acts = {} as Parameters<typeof createRoom>[2]['acts']
  const hall: Hall = createHall({
    room: () => room,
    readers: createReaders(1, closes.replaced),
    connectionsPerSeat: 1,
    changed: () => undefined,
    sealed: () => undefined,
  })
  const room: Room = createRoom('plein', found, { ...parts, acts }, hall.outlet)
  for (const who of [coach, owner, ...Array.from({ length: 1000 }, (_, number) => phone(number))])
    room.seat({ seat: who.seat ?? '', role: who.role as Role })
  for (const who of [coach, owner]) enter(hall, who)
  const ask: Desk['ask'] = async (who, command) => {
    const answer = await room.command(who, world.id(), command)
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code}`)
    return answer
  }
  const passed = () => room.command({ seat: null, role: 'server' as Role }, world.id(), { type: 'time.passed' })
  return { room, ask, passed, log }
}
