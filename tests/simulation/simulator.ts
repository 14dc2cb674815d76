/** A room, its people and a bad afternoon: lost and doubled messages, a disk that fails, a process that dies; all from one seed.
 *  Nothing here knows how a room works: it speaks the room's interface, and looks at what is in the store. */
import * as Y from 'yjs'
import { sentence } from '../../client/words/sentence.ts'
import type { Vault } from '../../server/keys/contract.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Outlet, Room, RoomParts } from '../../server/live/contract.ts'
import { createRoom } from '../../server/live/room.ts'
import { find } from '../../server/live/sealing.ts'
import type { Store } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { aPlein, entered, opened } from '../support/given.ts'
import { anneke, fatma, hanna, joost, mo, type Person, ria, samir } from '../support/people.ts'
import { apply, plein, quietLog } from '../support/room.ts'
import { testWorld } from '../support/world.ts'
import { createDeeds, type Deeds } from './deeds.ts'
import { type Dice, dice } from './dice.ts'
import { createDisk } from './disk.ts'

/** What is spoiled on purpose, to see that it is noticed. */
export type Faults = {
  store?: (store: Store) => Store
  vault?: (vault: Vault) => Vault
  room?: (room: Room) => Room
  outlet?: (outlet: Outlet) => Outlet
}

type Circle = 'board' | 'desk'
export type Client = {
  who: Person
  /** What waits for its answer; one at a time, in order, until it comes. */
  pending: { id: string; command: Command } | null
  line: boolean
  documents: Map<Circle, { name: string; doc: Y.Doc }>
}
type Message = { client: Client; id: string } & ({ command: Command } | { answer: Answer })
type Process = { room: Room; alive: boolean }

export type Told = { id: string; who: Person; command: Command; answer: Answer }
export type Afternoon = {
  seed: number
  store: Store
  vault: Vault
  clients: Client[]
  /** First answers, in the order in which they came. */
  answered: Told[]
  /** Repeated ids that were answered otherwise than before, and lines on which something was missed. */
  contradictions: string[]
  room: Room
  count: {
    sent: number
    doubled: number
    lost: number
    crashes: number
    diskFailures: number
    keyFailures: number
    resyncs: number
    epochs: number
  }
  /** Everything that went to a reader of the board. */
  boardBytes: Buffer[]
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const circlesOf = ({ role }: Person): Circle[] => (role === 'coach' ? ['board', 'desk'] : ['board'])

export const afternoon = async (seed: number, faults: Faults = {}, steps = 1500): Promise<Afternoon> => {
  const chance: Dice = dice(seed)
  const world = testWorld(seed)
  const plain = memoryStore('sim')
  const vault = memoryVault()
  const count = { sent: 0, doubled: 0, lost: 0, crashes: 0, diskFailures: 0, keyFailures: 0, resyncs: 0, epochs: 0 }
  const happened = [aPlein(['ideas', { hidden: true }], ['ideas', { hidden: false }], 'cluster', 'vote'), opened, entered('ideas')]
  await plain.commit(plein, 0, { events: happened.map((event, place) => ({ version: place + 1, v: 1, event })) })
  const people = [joost, anneke, fatma, ria, samir, hanna, mo]
  await plain.commit(plein, null, {
    seats: {
      put: people.map(({ seat, role }) => ({
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
  // Chance of its own, so that seeds tell the same afternoons with it and without.
  const luck = dice(seed + 1_000_000)
  let ends = false
  const unreliable: Vault = {
    ...vault,
    keep: async (...key) => {
      if (ends || !luck.one(4)) return vault.keep(...key)
      count.keyFailures++
      throw new Error('disk full')
    },
  }
  const disk = createDisk(plain, chance, () => count.diskFailures++)
  const clients: Client[] = people.map((who) => ({ who, pending: null, line: false, documents: new Map() }))
  const deeds: Deeds = createDeeds(chance)
  let network: Message[] = []
  /** Ids of commands that a room has and has not answered. */
  let inRoom: string[] = []
  let timers: { at: number; run: () => void; of: Process }[] = []
  let process: Process | null = null
  const answered: Told[] = []
  const given = new Map<string, string>()
  const contradictions: string[] = []
  const boardBytes: Buffer[] = []

  const hear = (client: Client, circle: Circle, frame: Uint8Array): void => {
    if (circle === 'board') boardBytes.push(Buffer.from(frame))
    const document = client.documents.get(circle)
    if (document) apply(document.doc, frame)
  }
  const open = (client: Client): void => {
    if (!process?.alive) return
    const names = process.room.documents(client.who.role as Role)
    for (const circle of circlesOf(client.who)) {
      const name = names[circle]!
      const known = client.documents.get(circle)
      const doc = known?.name === name ? known.doc : new Y.Doc()
      client.documents.set(circle, { name, doc })
      hear(client, circle, process.room.document(circle).missing(Y.encodeStateVector(doc)))
    }
    client.line = true
    count.resyncs++
  }
  const outletOf = (mine: Process): Outlet => ({
    frame: (circle, frame) => {
      if (!mine.alive) return
      for (const client of clients) if (client.line && circlesOf(client.who).includes(circle)) hear(client, circle, frame)
    },
    renamed: () => {
      count.epochs++
      for (const client of clients) client.line = false
    },
    turned: () => {},
    notice: () => {},
  })
  const start = async (): Promise<void> => {
    const mine: Process = { room: undefined as unknown as Room, alive: true }
    const store = faults.store?.(disk.store(() => mine.alive)) ?? disk.store(() => mine.alive)
    const parts: RoomParts = {
      store,
      vault: faults.vault?.(unreliable) ?? unreliable,
      world,
      timers: {
        soon: (run) => queueMicrotask(() => mine.alive && run()),
        after: (milliseconds, run) => {
          const timer = { at: world.now() + milliseconds, run, of: mine }
          timers.push(timer)
          return () => {
            timers = timers.filter((one) => one !== timer)
          }
        },
      },
      limits: defaultLimits,
      log: quietLog,
      say: sentence,
      acts: {
        rotate: async () => ({ ok: true }),
        rotateJoin: async () => ({ ok: true, code: '', ticket: '' }),
        admit: async () => ({ ok: true }),
        isAddress: () => true,
      },
    }
    const outlet = faults.outlet?.(outletOf(mine)) ?? outletOf(mine)
    const found = await find(plein, { ...parts, store: faults.store?.(plain) ?? plain })
    const room = createRoom(plein, found!, parts, outlet)
    mine.room = faults.room?.(room) ?? room
    process = mine
  }
  const crash = (): void => {
    if (!process) return
    process.alive = false
    process = null
    timers = []
    inRoom = []
    disk.forget()
    count.crashes++
    for (const client of clients) client.line = false
  }
  const send = (client: Client): void => {
    if (!client.pending) return
    const { id, command } = client.pending
    network.push({ client, id, command })
    count.sent++
    if (chance.one(5)) {
      network.push({ client, id, command })
      count.doubled++
    }
  }
  const take = (message: Message, calm: boolean): void => {
    network = network.filter((one) => one !== message)
    const { client, id } = message
    if ('answer' in message) {
      hearAnswer(client, id, message.answer)
      return
    }
    const mine = process
    if (!mine?.alive || (!calm && chance.one(12))) {
      count.lost++
      return
    }
    const { seat, role } = client.who
    inRoom.push(id)
    mine.room.command({ seat, role: role as Role }, id, message.command).then((answer) => {
      inRoom.splice(inRoom.indexOf(id), 1)
      if (!mine.alive || (!calm && chance.one(8))) count.lost++
      else network.push({ client, id, answer })
    })
  }
  const hearAnswer = (client: Client, id: string, answer: Answer): void => {
    const retry = !answer.ok && answer.error.remedy === 'retry'
    if (answer.ok) {
      const text = JSON.stringify(answer)
      if ((given.get(id) ?? text) !== text) contradictions.push(`${id}: ${given.get(id)} and then ${text}`)
      given.set(id, text)
    }
    if (client.pending?.id !== id || retry) return
    // A refusal is not kept: while another delivery of the same id is under way, it may still be accepted.
    if (!answer.ok && (inRoom.includes(id) || network.some((one) => one.id === id && 'command' in one))) return
    answered.push({ id, who: client.who, command: client.pending.command, answer })
    client.pending = null
  }
  const act = async (client: Client): Promise<void> => {
    if (client.pending) {
      if (chance.one(6)) send(client)
      return
    }
    const command = deeds.next(client.who, await disk.truth())
    if (!command) return
    client.pending = { id: `${client.who.name}-${deeds.made()}`, command }
    send(client)
  }
  const passTime = (milliseconds: number): void => {
    world.pass(milliseconds)
    const due = timers.filter(({ at }) => at <= world.now())
    timers = timers.filter(({ at }) => at > world.now())
    for (const { run, of } of due) if (of.alive) run()
  }

  await start()
  for (let step = 0; step < steps; step++) {
    const drawn = chance.below(100)
    if (drawn < 34) await act(chance.pick(clients))
    else if (drawn < 62) {
      if (network.length > 0) take(chance.pick(network), false)
    } else if (drawn < 86) disk.work()
    else if (drawn < 90) passTime(chance.below(3000))
    else if (drawn < 94) open(chance.pick(clients))
    else if (drawn < 96) chance.pick(clients).line = false
    else if (process === null) await start()
    else if (chance.one(12)) crash()
    await settle()
  }

  // The afternoon ends: the network and the disk are well again, and everybody waits for the answers.
  disk.heal()
  ends = true
  const finish = async (): Promise<void> => {
    for (let round = 0; round < 4000; round++) {
      if (process === null) await start()
      disk.work()
      if (network.length > 0) take(network[0]!, true)
      else {
        const waiting = clients.filter(({ pending }) => pending !== null)
        if (waiting.length === 0 && round > 20) break
        if (round % 10 === 0) waiting.forEach(send)
      }
      await settle()
    }
  }
  const wait = async (milliseconds: number): Promise<void> => {
    passTime(milliseconds)
    for (let round = 0; round < 20; round++) {
      disk.work()
      await settle()
    }
  }
  await finish()
  await wait(6000)
  if (chance.one(2)) {
    clients[0]!.pending = { id: 'Joost-sluit', command: { type: 'plein.close', confirmed: true } }
    send(clients[0]!)
    await finish()
    await wait(66_000)
    await wait(6000)
  }
  // Whoever has a line has heard everything, so coming back would bring nothing.
  const deaf = clients
    .filter(({ line }) => line)
    .flatMap(({ who, documents }) =>
      [...documents].flatMap(([circle, { doc }]) => {
        const fresh = new Y.Doc()
        apply(fresh, process!.room.document(circle).missing(Uint8Array.of(0)))
        return Buffer.from(Y.encodeStateAsUpdate(doc)).equals(Y.encodeStateAsUpdate(fresh))
          ? []
          : [`${who.name} had a line and missed something of the ${circle}`]
      }),
    )
  for (const client of clients) open(client)
  return {
    seed,
    store: plain,
    vault,
    clients,
    answered,
    contradictions: [...contradictions, ...deaf],
    room: process!.room,
    count,
    boardBytes,
  }
}
