/** A room, its people and a bad afternoon: lost and doubled messages, a disk that fails, a process that dies; all from one seed.
 *  Nothing here knows how a room works: it speaks the room's interface, and looks at what is in the store. */
import * as Y from 'yjs'
import { sentence } from '../../client/words/sentence.ts'
import { type Dice, dice } from '../../scripts/players/dice.ts'
import type { Vault } from '../../server/keys/contract.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Outlet, Room, RoomParts } from '../../server/live/contract.ts'
import { createRoom } from '../../server/live/room.ts'
import { find } from '../../server/live/sealing.ts'
import type { Commit } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { broken } from '../../shared/domain/invariants/broken.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { aPlein, entered, opened } from '../support/given.ts'
import { anneke, joost, type Person } from '../support/people.ts'
import { apply, plein, quietLog } from '../support/room.ts'
import { testWorld } from '../support/world.ts'
import { createDeeds, type Deeds, toVoteOn } from './deeds.ts'
import { createDisk } from './disk.ts'
import type { Afternoon, Circle, Client, Faults, Message, Process, Shape, Told } from './parts.ts'
import { nothing } from './parts.ts'
import { createPhone } from './phone.ts'

const fine = async () => ({ ok: true as const })
const door = { rotate: fine, admit: fine, letIn: fine, sendAway: fine, endDevice: fine }
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const circlesOf = ({ role }: Person): Circle[] => (role === 'coach' ? ['board', 'desk'] : ['board'])

export const simulate = async (seed: number, faults: Faults, { people, steps, crashes, closes, phones }: Shape): Promise<Afternoon> => {
  const chance: Dice = dice(seed)
  const world = testWorld(seed)
  const plain = memoryStore('sim')
  const vault = memoryVault()
  const count = nothing()
  const happened = [aPlein(['ideas', { hidden: true }], ['ideas', { hidden: false }], 'cluster', 'vote'), opened, entered('ideas')]
  const begun: Commit = { events: happened.map((event, place) => ({ version: place + 1, v: 1, event })) }
  await plain.commit(plein, 0, begun)
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
  const luck = dice(seed, 1_000_000)
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
  disk.note(begun)
  const clients: Client[] = people.map((who) => ({
    who,
    pending: null,
    phone: null,
    asked: [],
    removed: null,
    line: false,
    documents: new Map(),
  }))
  const deeds: Deeds = createDeeds(chance)
  let network: Message[] = []
  /** Held up on its way, longer than anything: what the room said of it was told long ago, and much has changed since. */
  let heldUp: Message[] = []
  /** What was sent under an id, by `seat id`. */
  const sent = new Map<string, Command>()
  let waits: { at: number; run: () => void }[] = []
  let timers: { at: number; run: () => void; of: Process }[] = []
  let process: Process | null = null
  const answered: Told[] = []
  const given = new Map<string, string>()
  const contradictions: string[] = []
  const boardBytes: Buffer[] = []

  const hear = (client: Client, circle: Circle, frame: Uint8Array): void => {
    const document = client.documents.get(circle)
    if (document) apply(document.doc, frame)
  }
  const drop = (client: Client): void => {
    client.line = false
    client.phone?.lost()
  }
  const open = (client: Client): void => {
    if (!process?.alive || client.removed) return
    const names = process.room.documents(client.who.role as Role)
    for (const circle of circlesOf(client.who)) {
      const name = names[circle]!
      const known = client.documents.get(circle)
      const doc = known?.name === name ? known.doc : new Y.Doc({ guid: circle })
      client.documents.set(circle, { name, doc })
      const missing = process.room.document(circle).missing(Y.encodeStateVector(doc))
      if (circle === 'board') boardBytes.push(Buffer.from(missing))
      hear(client, circle, missing)
    }
    client.line = true
    client.phone?.back()
    count.resyncs++
  }
  const outletOf = (mine: Process): Outlet => ({
    frame: (circle, frame) => {
      if (!mine.alive) return
      if (circle === 'board') boardBytes.push(Buffer.from(frame))
      for (const client of clients) if (client.line && circlesOf(client.who).includes(circle)) hear(client, circle, frame)
    },
    renamed: () => {
      count.epochs++
      for (const client of clients) drop(client)
    },
    turned: () => {
      if (!mine.alive) return
      void mine.room.read((view) => contradictions.push(...broken(view.plein)))
    },
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
        ...door,
        rotateJoin: async () => ({ ok: true, code: '', ticket: '' }),
        isAddress: () => true,
        widen: async () => null,
        says: () => true,
        staged: () => true,
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
    disk.forget()
    count.crashes++
    for (const client of clients) drop(client)
  }
  const send = (client: Client): void => {
    if (!client.pending) return
    const { id, command } = client.pending
    put(client, id, command)
  }
  const put = (client: Client, id: string, command: Command): void => {
    network.push({ client, id, command })
    count.sent++
    if (chance.one(5)) {
      network.push({ client, id, command })
      count.doubled++
    }
    if (client.who.role === 'coach' || luck.one(4)) heldUp.push({ client, id, command })
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
    // The door, which a room does not have: who was removed has no token any more.
    if (client.removed && client.removed.from !== mine) {
      network.push({ client, id, answer: { ok: false, error: { code: 'token-unknown', message: '', remedy: 'upgrade' } } })
      return
    }
    mine.room.command({ seat: client.who.seat, role: client.who.role as Role }, id, message.command).then((answer) => {
      if (!mine.alive || (!calm && chance.one(8))) count.lost++
      else network.push({ client, id, answer })
    })
  }
  const arrive = (late: Message): void => {
    heldUp = heldUp.filter((one) => one !== late)
    count.late++
    take(late, true)
  }
  const hearAnswer = (client: Client, id: string, answer: Answer): void => {
    const retry = !answer.ok && answer.error.remedy === 'retry'
    // What was refused is delivered once more when the room has moved on.
    const refused = answer.ok || retry ? undefined : sent.get(`${client.who.seat} ${id}`)
    if (refused) heldUp.push({ client, id, command: refused })
    if (answer.ok || answer.error.remedy === 'rejected') {
      const text = JSON.stringify(answer)
      const known = given.get(`${client.who.seat} ${id}`) ?? text
      if (known !== text) contradictions.push(`${id}: ${known} and then ${text}`)
      given.set(`${client.who.seat} ${id}`, text)
    }
    if (client.phone) {
      if (!client.phone.awaits(id)) return
      if (!retry) answered.push({ id, who: client.who, command: sent.get(`${client.who.seat} ${id}`)!, answer })
      client.phone.hear(id, answer)
      return
    }
    if (client.pending?.id !== id || retry) return
    answered.push({ id, who: client.who, command: client.pending.command, answer })
    client.pending = null
  }
  const act = async (client: Client): Promise<void> => {
    if (client.phone) {
      const command = client.phone.waiting() < 4 ? deeds.next(client.who, await disk.truth()) : null
      if (!command) return
      client.asked.push(command)
      // Whoever was removed goes on trying, on a line that was not closed yet.
      if (client.removed) put(client, `toch-${deeds.made()}`, command)
      else client.phone.ask(command)
      return
    }
    if (client.pending) {
      if (chance.one(6)) send(client)
      return
    }
    const command = deeds.next(client.who, await disk.truth())
    if (!command) return
    client.pending = { id: `${client.who.name}-${deeds.made()}`, command }
    client.asked.push(command)
    send(client)
  }
  const reload = async (client: Client): Promise<void> => {
    client.documents.clear()
    client.line = false
    await client.phone?.reload()
    count.reloads++
  }
  /** The links of the coaches are turned: Anneke's token is worth nothing from now on. */
  const remove = async (): Promise<void> => {
    const client = clients.find(({ who }) => who === anneke)
    if (!client || client.removed || !process?.alive) return
    await plain.commit(plein, null, { seats: { remove: [anneke.seat!] } })
    process.room.revoked([anneke.seat!])
    client.removed = { after: client.asked.length, from: process }
    drop(client)
    count.removed++
    // What was on its way when the link was turned.
    for (let tries = 0; tries < 3; tries++) await act(client)
  }
  const passTime = (milliseconds: number): void => {
    world.pass(milliseconds)
    const due = timers.filter(({ at }) => at <= world.now())
    timers = timers.filter(({ at }) => at > world.now())
    for (const { run, of } of due) if (of.alive) run()
    const heard = waits.filter(({ at }) => at <= world.now())
    waits = waits.filter(({ at }) => at > world.now())
    for (const { run } of heard) run()
  }
  if (phones)
    for (const client of clients)
      client.phone = await createPhone({
        who: client.who,
        now: world.now,
        chance: () => chance.below(1000) / 1000,
        later: (milliseconds, run) => waits.push({ at: world.now() + milliseconds, run }),
        live: () => client.line,
        send: (id, command) => {
          sent.set(`${client.who.seat} ${id}`, command)
          put(client, id, command)
        },
        shelf: faults.shelf ?? ((shelf) => shelf),
      })

  /** Something to vote on, in half of the short ones: there is no time to come so far. */
  const prepare = async (): Promise<void> => {
    for (const command of toVoteOn) {
      let answer: Answer | null = null
      void process!.room.command({ seat: joost.seat, role: 'coach' }, `vooraf-${deeds.made()}`, command).then((it) => {
        answer = it
      })
      while (answer === null) {
        disk.work()
        await settle()
      }
    }
  }

  await start()
  if (phones) {
    for (const client of clients) open(client)
    if (chance.one(2)) await prepare()
  }
  for (let step = 0; step < steps; step++) {
    if (heldUp.length > 0 && luck.one(20)) arrive(luck.pick(heldUp))
    const drawn = chance.below(100)
    if (drawn < 34) await act(chance.pick(clients))
    else if (drawn < 62) {
      if (network.length > 0) take(chance.pick(network), false)
    } else if (drawn < 86) disk.work()
    else if (drawn < 90) passTime(chance.below(3000))
    else if (drawn < 94) open(chance.pick(clients))
    else if (drawn < 96) drop(chance.pick(clients))
    else if (process === null) await start()
    else if (chance.one(crashes)) crash()
    else if (phones && chance.one(2)) await reload(chance.pick(clients))
    else if (phones && chance.one(6)) await remove()
    await settle()
  }

  // The afternoon ends: the network and the disk are well again, and everybody waits for the answers.
  disk.heal()
  ends = true
  // In half of them at a server that has nothing any more but its disk.
  if (phones && luck.one(2)) crash()
  network.push(...heldUp)
  const finish = async (): Promise<void> => {
    for (let round = 0; round < 4000; round++) {
      if (process === null) await start()
      disk.work()
      if (network.length > 0) take(network[0]!, true)
      else {
        const waiting = clients.filter(({ pending, phone, removed }) => pending !== null || (phone && !removed && phone.waiting() > 0))
        if (waiting.length === 0 && round > 20) break
        if (phones && waiting.length > 0 && round % 3 === 0) {
          for (const client of waiting) if (!client.line) open(client)
          passTime(500)
        } else if (round % 10 === 0) waiting.forEach(send)
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
  if (chance.one(closes)) {
    const close = { type: 'plein.close', confirmed: true } as const
    if (clients[0]!.phone) clients[0]!.phone.ask(close)
    else clients[0]!.pending = { id: 'Joost-sluit', command: close }
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
        const fresh = new Y.Doc({ guid: circle })
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
