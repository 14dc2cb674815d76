/** The server without a network and without a disk: real rules, rooms, halls and doors. Every byte that it would send is heard. */
import { sentence } from '../../client/words/sentence.ts'
import { access as createAccess } from '../../server/access/access.ts'
import { createAddresses } from '../../server/addresses.ts'
import { strangeWords } from '../../server/blog/allowed.ts'
import { published } from '../../server/blog/pages.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits, type Limits } from '../../server/limits.ts'
import type { Log } from '../../server/live/contract.ts'
import { earlierIn } from '../../server/live/earlier.ts'
import { type Guest, mayOf, ownOf, pulseOf } from '../../server/live/hall.ts'
import { createPleins } from '../../server/live/pleins.ts'
import { admitted, openReading } from '../../server/live/reading.ts'
import { createRooms } from '../../server/live/rooms.ts'
import { ownersOwn } from '../../server/live/whole.ts'
import { outcomeOf } from '../../server/outcome/build.ts'
import { importOutcome } from '../../server/outcome/import/import.ts'
import { outcomeFormats, renderOutcome } from '../../server/outcome/outcome.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { type ServerWorld, world as serverWorld } from '../../server/world.ts'
import { type DeskCard, deskCards } from '../../shared/domain/cards/told.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import type { NewPlein } from '../../shared/domain/life/create.ts'
import { nameChecks } from '../../shared/domain/names/told.ts'
import { project } from '../../shared/domain/project/project.ts'
import { emptyPlein, type Role } from '../../shared/domain/state.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import type { OwnMessage } from '../../shared/wire/messages.ts'
import { createProse, type OpenLine } from './prose.ts'
import { copyOf, type Hear, type Scene, type Somebody } from './scene.ts'
import { simulated, type Time } from './time.ts'

const bytes = (message: unknown): Uint8Array => Buffer.from(JSON.stringify(message) ?? '')

export type InMemory = Scene & {
  pass(milliseconds: number): Promise<void>
}
export type Options = {
  world?: (time: Time) => ServerWorld
  limits?: Partial<Limits>
}

export const openInMemory = async (wish: NewPlein, hear: Hear, options: Options = {}): Promise<InMemory> => {
  const time = simulated()
  const world = options.world?.(time) ?? serverWorld({ ...domainLimits, ...options.limits }, time.now)
  const store = memoryStore('t')
  const say = (facts: Record<string, unknown>, text: string): void => hear('the log', bytes([facts, text]))
  const log: Log = { info: say, warn: say, error: say }
  const limits = { ...defaultLimits, ...options.limits }
  const access = createAccess({ store, world, limits, state: async (id) => (await pleins.open(id))?.room.state() ?? null })
  const addresses = createAddresses({ port: () => 80, host: '127.0.0.1', publicUrl: null })
  const pleins = createPleins({ store, vault: memoryVault(), world, timers: time.timers, limits, log, say: sentence, access, addresses })
  const made = await createRooms(pleins, world).create(wish)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  const place = (await pleins.open(made.plein))!
  const secrets: ReturnType<Scene['secrets']> = Object.entries(made.secrets).map(([role, text]) => ({
    what: `the link of ${role}`,
    text,
    may: [],
  }))
  const guides: string[] = []
  secrets.push({ what: 'the ticket', text: made.ticket, may: guides }, { what: 'the code', text: made.code, may: guides })
  let asked = 0

  const getIn = async (role: Somebody['role']): Promise<string> => {
    const got = role === 'participant' ? await access.join({ ticket: made.ticket }) : await access.claim(made.secrets[role as 'coach'])
    if (!got.ok || !('token' in got)) throw new Error(got.ok ? 'not let in' : got.code)
    return got.token
  }
  const come: Scene['come'] = async (name, role) => {
    if (role === 'coach' || role === 'screen') guides.push(name)
    const token = await getIn(role)
    const { seat, own } = (await access.bearer(token))!
    secrets.push({ what: `the token of ${name}`, text: token, may: [] })
    secrets.push({ what: `the seat of ${name}`, text: seat, may: role === 'coach' ? guides : [] })
    const who = { seat, role: role as Role }
    place.room.seat(who)
    let cards: readonly DeskCard[] = []
    const guest: Guest = {
      who,
      shape: null,
      carried: () => false,
      openedAt: null,
      circle: null,
      keepsUp: () => true,
      tell: (event, ...body) => {
        hear(name, bytes([event, ...body]))
        if (event === 'saved') prose.saved(body[0] as Parameters<typeof prose.saved>[0])
        if (event !== 'own') return
        const told = body[0] as OwnMessage
        cards = told.cards ?? cards
        if (told.documents) prose.told(told.documents)
      },
      bye: (reason) => hear(name, bytes(reason)),
    }
    const copies = { board: copyOf(), desk: copyOf() }
    const open = (circle: 'board' | 'desk'): void => {
      copies[circle] = copyOf()
      const take = (frame: Uint8Array): void => {
        hear(name, frame)
        copies[circle].take(frame)
      }
      const peer = { who, send: take, close: () => queueMicrotask(() => open(circle)) }
      place.readers.add(circle, peer)
      place.readers.follow(circle, peer)
      take(place.room.document(circle).missing(Uint8Array.of(0)))
    }
    const openLine: OpenLine = (full, { heard, gone }) => {
      const document = admitted(place, who, full)
      const close = () => queueMicrotask(gone)
      if (typeof document === 'number') {
        close()
        return { send: () => undefined, close: () => undefined }
      }
      const send = (frame: Uint8Array): void => {
        hear(name, frame)
        heard(frame)
      }
      const reading = openReading(place, document, full, { who, send, close }, own)
      return { send: reading.receive, close: reading.left }
    }
    const prose = createProse(role === 'coach' || role === 'owner' ? await place.newClient(seat) : null, openLine)
    place.hall.enter(guest)
    const hello = await place.room.read((view) => ({
      may: mayOf(view, role),
      own: ownOf(view.plein, seat),
      documents: place.room.documents(role),
      ...(role === 'owner' ? { owner: ownersOwn(view.plein) } : {}),
      ...(role === 'coach' ? { cards: deskCards(view.plein), names: nameChecks(view.plein), pulse: pulseOf(view.plein) } : {}),
    }))
    hear(name, bytes(hello))
    if (role === 'coach' || role === 'screen') hear(name, bytes(await place.joinInfo(guest)))
    open('board')
    if (role === 'coach') open('desk')
    prose.told(hello.documents)
    return {
      ...prose,
      name,
      role,
      ask: async (command) => {
        const answer = await place.room.command(who, `command-${++asked}`, command)
        hear(name, bytes(answer))
        if (answer.ok && command.type === 'text.earlier') hear(name, bytes(earlierIn(place, who, command)))
        return answer
      },
      map: (document, map) => copies[document].map(map),
      cards: () => cards,
    }
  }
  const pass = async (milliseconds: number): Promise<void> => {
    await place.room.idle()
    time.pass(milliseconds)
    await place.room.idle()
  }
  return {
    come,
    pass,
    until: async (what, look) => {
      for (let tried = 0; tried < 4; tried++) {
        if (look()) return
        await pass(limits.deskBatch)
      }
      throw new Error(`Waited in vain until ${what}.`)
    },
    seal: () => pass(limits.takeBack + limits.deskBatch),
    outcomes: async (who) => {
      await place.room.read(({ plein }) => {
        if (who.role === 'screen' || (who.role === 'participant' && !plein.outcomeShared)) return
        for (const format of outcomeFormats) hear(who.name, Buffer.from(renderOutcome(plein, format, plein.locale).body))
      })
    },
    shareBlog: async (_owner, shared) => void (await place.blog.share(shared)),
    publishBlog: async (_owner, words) => {
      await place.room.read(({ plein }) => {
        const outcome = outcomeOf(plein)
        if (!plein.sealed || strangeWords(words, plein, outcome).length > 0) return
        hear('a stranger', Buffer.from(published(words, outcome, time.now()).article))
      })
    },
    again: async (who) => {
      const event = await place.room.read(({ plein }) => {
        const taken = importOutcome({ outcome: outcomeOf(plein) }, world)
        if (!taken.ok) throw new Error(`An outcome was not taken in: ${JSON.stringify(taken.refusal)}`)
        return taken.event
      })
      const again = emptyPlein('again')
      hear(who, bytes(event))
      evolve(again, event, 1)
      hear(who, bytes(project(again, event)))
      for (const format of outcomeFormats) hear(who, Buffer.from(renderOutcome(again, format, again.locale).body))
    },
    secrets: () => secrets,
    end: async () => place.close(),
  }
}
