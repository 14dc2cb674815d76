/** A room without a network: real rules, store in memory, time that passes when told. */
import * as Y from 'yjs'
import { sentence } from '../../client/words/sentence.ts'
import type { Vault } from '../../server/keys/contract.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits, type Limits } from '../../server/limits.ts'
import type { Acts, Log, Outlet, Room, Timers } from '../../server/live/contract.ts'
import { readFrame } from '../../server/live/frames.ts'
import { createRoom } from '../../server/live/room.ts'
import { find } from '../../server/live/sealing.ts'
import type { Store } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { broken, type Threw } from '../../shared/domain/invariants/broken.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { Answer, Notice } from '../../shared/wire/messages.ts'
import { aPlein, opened } from './given.ts'
import { type Person, seated } from './people.ts'
import { type TestWorld, testWorld } from './world.ts'

export const quietLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** `soon` runs after what is waiting now; `after` when `pass` has come so far. */
export const testTimers = (world: TestWorld): { timers: Timers; pass(milliseconds: number): void } => {
  const waiting = new Set<{ at: number; run: () => void }>()
  return {
    timers: {
      soon: (run) => queueMicrotask(run),
      after: (milliseconds, run) => {
        const one = { at: world.now() + milliseconds, run }
        waiting.add(one)
        return () => waiting.delete(one)
      },
    },
    pass: (milliseconds) => {
      world.pass(milliseconds)
      for (const one of [...waiting].sort((a, b) => a.at - b.at)) {
        if (one.at > world.now() || !waiting.delete(one)) continue
        one.run()
      }
    },
  }
}

export type RoomOptions = {
  happened?: PleinEvent[]
  world?: TestWorld
  limits?: Partial<Limits>
  acts?: Partial<Acts>
  log?: Log
  /** Wraps what the room stores to. */
  store?: (store: Store) => Store
  vault?: Vault
  /** How the room lets others go first; else as soon as can be. */
  soon?: Timers['soon']
  /** Told when the invariants cannot be looked at; else that fails the test. */
  threw?: Threw
  /** The test damages the state itself: the invariants are not looked at after each turn. */
  damaged?: true
}

export type TestRoom = {
  room: Room
  store: Store
  vault: Vault
  world: TestWorld
  /** All frames, in order, since the room was opened. */
  frames: { circle: 'board' | 'desk'; frame: Uint8Array }[]
  notices: Notice[]
  /** What was told to the outside, in order. */
  told: string[]
  ask(who: Person, command: Command, id?: string): Promise<Answer>
  pass(milliseconds: number): Promise<void>
  /** As after `kill -9`: everything in memory is gone, another room is loaded from the store. */
  restart(): Promise<void>
  /** A replica that heard every frame since the room was opened. */
  follower(circle: 'board' | 'desk'): Y.Doc
  /** A replica that just came. */
  newcomer(circle: 'board' | 'desk'): Y.Doc
}

export const plein = 'plein'

const acts: Acts = {
  rotate: async () => ({ ok: true }),
  rotateJoin: async () => ({ ok: true, code: 'BCD-FGHJ', ticket: 'ticket' }),
  admit: async () => ({ ok: true }),
  letIn: async () => ({ ok: true }),
  sendAway: async () => ({ ok: true }),
  endDevice: async () => ({ ok: true }),
  widen: async () => null,
  says: () => true,
  staged: () => true,
  isAddress: (origin) => origin === 'http://192.168.1.2:3000',
}

export const apply = (doc: Y.Doc, bytes: Uint8Array): void => {
  const frame = readFrame(bytes)
  if (frame?.kind === 'update' || frame?.kind === 'step2') Y.applyUpdate(doc, frame.update)
}

export const openRoom = async (options: RoomOptions = {}): Promise<TestRoom> => {
  const world = options.world ?? testWorld()
  const { timers: simulated, pass } = testTimers(world)
  const timers: Timers = { ...simulated, ...(options.soon ? { soon: options.soon } : {}) }
  const plain = memoryStore('t')
  const vault = options.vault ?? memoryVault()
  const store = options.store?.(plain) ?? plain
  const happened = options.happened ?? [aPlein('ideas', 'vote'), opened]
  await plain.commit(plein, 0, { events: happened.map((event, place) => ({ version: place + 1, v: 1, event })) })
  await plain.commit(plein, null, {
    seats: {
      put: seated.map(({ seat, role }) => ({
        id: seat!,
        role: role as Role,
        tokenHash: `hash-${seat}`,
        perspective: null,
        ready: null,
        hand: false,
        clients: [],
      })),
    },
  })
  const limits = { ...defaultLimits, ...options.limits }
  let commands = 0

  const made = { store, vault, world, frames: [] as TestRoom['frames'], notices: [] as Notice[], told: [] as string[] }
  let followers: Record<'board' | 'desk', Y.Doc>
  const outlet: Outlet = {
    frame: (circle, frame) => {
      made.told.push(`frame ${circle}`)
      made.frames.push({ circle, frame })
      apply(followers[circle], frame)
    },
    renamed: () => {
      made.told.push('renamed')
      follow()
    },
    turned: () => {
      made.told.push('turned')
      if (options.damaged) return
      // After each turn of every test that has a room.
      void room.read((view) => {
        const breaches = broken(view.plein, options.threw)
        if (breaches.length > 0) throw new Error(breaches.join('; '))
      })
    },
    notice: (_role, notice) => made.notices.push(notice),
  }
  const newcomer = (circle: 'board' | 'desk'): Y.Doc => {
    const doc = new Y.Doc()
    apply(doc, room.document(circle).missing(Y.encodeStateVector(doc)))
    return doc
  }
  const follow = (): void => {
    followers = { board: newcomer('board'), desk: newcomer('desk') }
  }
  const open = async (): Promise<Room> => {
    const found = await find(plein, { store: plain, vault, timers })
    return createRoom(
      plein,
      found!,
      { store, vault, world, timers, limits, log: options.log ?? quietLog, say: sentence, acts: { ...acts, ...options.acts } },
      outlet,
    )
  }
  let room = await open()
  follow()
  return {
    ...made,
    get room() {
      return room
    },
    ask: async (who, command, id = `command-${++commands}`) => {
      const answer = await room.command({ seat: who.seat, role: who.role as Role }, id, command)
      return answer
    },
    pass: async (milliseconds) => {
      await room.idle()
      pass(milliseconds)
      await room.idle()
    },
    restart: async () => {
      room.close()
      room = await open()
      follow()
    },
    follower: (circle) => followers[circle],
    newcomer,
  }
}
