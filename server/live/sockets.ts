/** Socket.io: who comes in, what they are told first, and the one wrapper around everything they say. */
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import { z } from 'zod/mini'
import { deskCards } from '../../shared/domain/cards/told.ts'
import { questions } from '../../shared/domain/commands.ts'
import { nameChecks } from '../../shared/domain/names/told.ts'
import { type Refusal, refuse } from '../../shared/domain/refusals.ts'
import type { PleinId, Role } from '../../shared/domain/state.ts'
import { lengths } from '../../shared/text/lengths.ts'
import { parseCommand } from '../../shared/wire/commands.ts'
import {
  type Answer,
  type ByeReason,
  type ClientToServer,
  type Hello,
  PROTOCOL,
  type ServerToClient,
  type Shape,
  shapes,
  type WireError,
} from '../../shared/wire/messages.ts'
import { checked } from '../../shared/wire/shape.ts'
import type { Access, Bearer } from '../access/contract.ts'
import type { Limits } from '../limits.ts'
import { refusedAnswer } from './answers.ts'
import type { Counted, Log, Say, Who } from './contract.ts'
import { crowdFor } from './crowd.ts'
import { createDocLine } from './docEvent.ts'
import { circles } from './documents.ts'
import { earlierIn } from './earlier.ts'
import { type Circle, type Guest, mayOf, ownOf, pulseOf } from './hall.ts'
import { guardLines, linesFor } from './lines.ts'
import type { Place } from './place.ts'
import type { Pleins } from './pleins.ts'
import { ownersOwn } from './whole.ts'

export type SocketParts = {
  pleins: Pleins
  access: Pick<Access, 'bearer' | 'devices' | 'device'>
  limits: Limits
  log: Log
  say: Say
  now: () => number
  draining: () => boolean
  /** A coach is in this Plein now. */
  coachCame: (place: Place) => void
  /** Whether a page of this origin may speak to us. */
  allows: (request: IncomingMessage) => boolean
  /** Somebody of this Plein is connected from there; the answer ends it. */
  entered: (request: IncomingMessage, plein: PleinId) => () => void
  watch: (request: IncomingMessage) => Counted
}
type Seated = { bearer: Bearer; place: Place; shape: Shape | null }
type Live = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Partial<Seated>>
type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, Partial<Seated>>

/** A shape that is not known, of a screen newer than this server, is no reason to tell a device that it is not known. */
const shape = z.catch(z.nullable(z.enum(shapes)), null)
const handshake = z.object({ token: z.string().check(z.maxLength(200)), protocol: z.unknown(), shape: z.optional(shape) })
/** What pages ask all the time to hear whether their line is there; most roles may not ask it, and nobody is trying anything. */
const isThere = z.object({ type: z.literal('mine'), keys: z.tuple([]) })
/** Without a valid token a line is closed after so long, and nothing that it says is kept. */
const patience = 5000

/** Travels as `connect_error.data`, in the form of `WireError`. */
const refusal = (refused: Refusal, say: Say): Error =>
  Object.assign(new Error(refused.code), { data: refusedAnswer(refused, 'nl', say).error })

export const attachSockets = (http: HttpServer, parts: SocketParts): LiveServer => {
  const { limits, log, say, draining, allows } = parts
  const io: LiveServer = new Server(http, {
    path: '/socket.io',
    serveClient: false,
    perMessageDeflate: false,
    wsEngine: linesFor(limits, parts.now),
    // Otherwise it ends every foreign upgrade that is silent for a second, also a slow authorisation of `/yjs`.
    destroyUpgrade: false,
    maxHttpBufferSize: limits.frameCoach + 1024,
    connectTimeout: patience,
    allowRequest: (request, decide) => decide(null, !draining() && allows(request)),
  })
  io.use((socket, next) => {
    admit(socket, parts).then(
      (refused) => (refused ? next(refusal(refused, say)) : next()),
      (problem: unknown) => {
        log.error({ problem: String(problem) }, 'somebody could not be let in')
        next(refusal({ code: 'storage-failed' }, say))
      },
    )
  })
  /** Of each Plein that is in memory: they go with it. */
  const rings = new WeakMap<Place, Map<string, Circle>>()
  const circleOf = (place: Place, name: string): Circle => {
    const known = rings.get(place) ?? new Map<string, Circle>()
    rings.set(place, known)
    const circle = known.get(name) ?? { tell: (event, ...body) => void io.to(name).emit(event, ...body) }
    known.set(name, circle)
    return circle
  }
  io.on('connection', (socket) => {
    const { bearer, place, shape } = socket.data as Seated
    const name = `${bearer.plein}/${bearer.role}`
    socket.join(name)
    receive(socket, { bearer, place, shape }, circleOf(place, name), parts)
  })
  io.engine.on('connection_error', () => undefined)
  guardLines(io.engine, limits, parts.now)
  return io
}

const admit = async (socket: Live, { access, pleins, draining, limits }: SocketParts): Promise<Refusal | null> => {
  const said = checked(handshake, socket.handshake.auth)
  // Kept for as long as the line is open, a dump of the memory would hold the tokens of all who are here.
  socket.handshake.auth = {}
  if (draining()) return { code: 'busy' }
  if (!said.success) return { code: 'token-unknown' }
  const { token, protocol, shape } = said.data
  if (protocol !== PROTOCOL) return { code: 'protocol-unknown', spoken: typeof protocol === 'number' ? protocol : 0 }
  const bearer = await access.bearer(token)
  if (bearer === null) return { code: 'token-unknown' }
  const place = await pleins.open(bearer.plein)
  if (place === null) return { code: 'plein-unknown' }
  // Seats of participants anybody can make: who fills the room with them keeps no coach, owner or screen outside (R3).
  if (bearer.role === 'participant' && place.hall.size() >= limits.connectionsPerPlein) return { code: 'busy' }
  socket.data.bearer = bearer
  socket.data.place = place
  socket.data.shape = shape ?? null
  return null
}

type GuestParts = Pick<Guest, 'shape' | 'openedAt' | 'carried' | 'circle'> & { limits: Limits }

const guestOf = (socket: Live, who: Who, { limits, shape, openedAt, carried, circle }: GuestParts): Guest => ({
  who,
  shape,
  openedAt,
  carried,
  tell: (event, ...body) => {
    if (!slow(socket, limits)) socket.emit(event, ...body)
  },
  circle,
  keepsUp: () => !slow(socket, limits),
  bye: (reason: ByeReason) => {
    socket.emit('bye', { reason })
    // Who is told that the line is over takes no new one by itself; who only sees it end does, first after 0.15 to 0.45 s.
    if (reason === 'restarting') socket.conn.close()
    else socket.disconnect(true)
  },
})

const receive = (socket: Live, { bearer, place, shape }: Seated, circle: Circle, parts: SocketParts): void => {
  const { limits, log, now } = parts
  const who: Who = { seat: bearer.seat, role: bearer.role }
  const documents = createDocLine({ place, who, own: bearer.own, limits }, (frame) => {
    if (!slow(socket, limits)) socket.emit('doc', frame)
  })
  const { origin, host } = socket.handshake.headers
  const openedAt = origin ?? host ?? null
  const guest = guestOf(socket, who, { limits, shape, openedAt, carried: documents.reads, circle })
  // Revoked while it came in.
  if (!place.room.seat(who)) {
    guest.bye('revoked')
    return
  }
  const counted = parts.watch(socket.request)
  const left = parts.entered(socket.request, bearer.plein)
  place.hall.enter(guest)
  if (who.role === 'coach') parts.coachCame(place)

  /** Everything that is said goes through here: an exception must cost one answer, not the process. */
  const guarded = (handle: () => unknown): void => {
    Promise.resolve()
      .then(handle)
      .catch((problem: unknown) => log.error({ problem: String(problem) }, 'a message could not be handled'))
  }
  const isFunction = (answer: unknown): answer is (result: unknown) => void => typeof answer === 'function'
  /** Who asks and never reads lets answers pile up like any slow reader. Only they count: a large board that was just sent waits for the next poll. */
  const tell = (answer: (result: unknown) => void, result: unknown): void => {
    if (!slow(socket, limits, ACK)) answer(result)
  }
  socket.on('command', (message: unknown, answer: unknown) =>
    guarded(async () => {
      // Who cannot be answered has asked nothing.
      if (!isFunction(answer)) return
      const result = await command(place, who, message, parts)
      if (!result.ok && !isThere.safeParse(message).success) counted.refused(result.error.code, commandOf(result.error))
      tell(answer, result)
    }),
  )
  socket.on('doc', (frame: unknown, answer?: unknown) =>
    guarded(() => {
      const before = documents.reads()
      const result = documents.receive(frame)
      if (documents.reads() !== before) place.crowd.changed()
      if (result.code !== undefined) counted.closed(result.code)
      if (isFunction(answer)) tell(answer, result)
    }),
  )
  socket.on('error', () => socket.disconnect(true))
  socket.on('disconnect', () => {
    documents.left()
    place.hall.leave(guest)
    left()
  })
  /** After hello, so that no change of them can come before it and be lost. */
  const tellDevices = (): void => {
    parts.access.devices(bearer.plein).then(
      (devices) => guest.tell('own', { devices, device: parts.access.device(who.seat) }),
      () => undefined,
    )
  }
  hello(place, guest, now)
    .then((message) => {
      socket.emit('hello', message)
      const counts = place.crowd.last()
      if (counts) socket.emit('crowd', crowdFor(who.role, { now: now(), ...counts }))
      if (who.role === 'coach') tellDevices()
      if (who.role === 'coach' && place.room.refuses()) socket.emit('notice', { notice: 'storage-failed' })
    })
    .catch((problem: unknown) => {
      log.error({ problem: String(problem) }, 'nobody could say hello')
      socket.disconnect(true)
    })
}

/** How Socket.io begins an answer. */
const ACK = '3'
/** Too slow a reader is let go; it comes back and catches up. `beginning`: of what counts. */
const slow = (socket: Live, { sendBuffer }: Limits, beginning = ''): boolean => {
  // Engine.io keeps here what the line has not taken yet; it has no public measure of it.
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: { data?: unknown }[] }
  const waiting = writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' && data.startsWith(beginning) ? data.length : 0), 0)
  if (waiting <= sendBuffer) return false
  // Not politely: what waits would wait on, until a line by long-polling was silent for too long.
  socket.conn.close(true)
  return true
}

/** One packet, or a few: below this a request of its own costs more than it saves. */
const longEnough = 16_384
const largeOf = ({ room }: Place, role: Role): Pick<Hello, 'large'> => {
  const names = room.documents(role)
  const large = circles.filter((circle) => names[circle] !== undefined && room.document(circle).whole().byteLength >= longEnough)
  return large.length > 0 ? { large } : {}
}

const hello = async (place: Place, { who, openedAt }: Guest, now: () => number): Promise<Hello> => {
  const writes = who.role === 'coach' || who.role === 'owner'
  const [textClient, join] = await Promise.all([
    writes ? place.newClient(who.seat) : null,
    who.role === 'coach' || who.role === 'screen' ? place.joinInfo({ who, openedAt }) : null,
  ])
  return place.room.read((view) => ({
    ...largeOf(place, who.role),
    protocol: PROTOCOL,
    now: now(),
    role: who.role,
    plein: { id: view.plein.id, locale: view.plein.locale },
    seat: who.role === 'coach' ? who.seat : null,
    may: mayOf(view, who.role),
    own: ownOf(view.plein, who.seat),
    documents: place.room.documents(who.role),
    textClient,
    join,
    muted: who.role === 'coach' ? view.muted : [],
    pulse: who.role === 'coach' ? pulseOf(view.plein) : null,
    cards: who.role === 'coach' ? deskCards(view.plein) : [],
    names: who.role === 'coach' ? nameChecks(view.plein) : [],
    ...(who.role === 'owner' ? { owner: ownersOwn(view.plein) } : {}),
    maximum: lengths.idea,
  }))
}

/** Of what is understood: a name of the program, and no words of who said it. */
const commandOf = ({ code, command }: WireError): string | undefined =>
  code === 'not-allowed' && typeof command === 'string' ? command : undefined

const tooLarge = (message: unknown, { role }: Who, limits: Limits): boolean => {
  const most = role === 'coach' ? limits.frameCoach : limits.framePhone
  return Buffer.byteLength(JSON.stringify(message) ?? '') > most
}

const command = async (place: Place, who: Who, message: unknown, { limits, say, draining }: SocketParts): Promise<Answer> => {
  const refused = (refusal: Refusal): Answer => refusedAnswer(refusal, place.room.locale(), say)
  if (draining()) return refused({ code: 'busy' })
  const understood = parseCommand(message)
  // Only what was understood is measured: a thousand brackets in each other cannot be written out again.
  const parsed = understood.ok && tooLarge(message, who, limits) ? refuse({ code: 'bad-command', problem: 'too large' }) : understood
  const free = parsed.ok && place.room.knows(who, parsed.id, parsed.command)
  // What is wrong costs as much as what is right: a flood must cost the sender.
  const kept = parsed.ok && !questions.has(parsed.command.type)
  const poor = free ? null : (place.credits.pay(who.seat, who.role) ?? (kept ? place.answers.pay(who.seat, who.role) : null))
  if (poor) return refused(poor)
  if (!parsed.ok) return refused(parsed.refusal)
  const answer = await place.room.command(who, parsed.id, parsed.command, parsed.until)
  if (!answer.ok || parsed.command.type !== 'text.earlier') return answer
  const earlier = earlierIn(place, who, parsed.command)
  return earlier === null ? refused({ code: 'not-allowed', command: 'text.earlier', role: who.role }) : { ...answer, earlier }
}
