/** One Plein in memory: its room, its people, its readers and its prose. */
import { lineName, linesOf } from '../../shared/domain/intake/talk.ts'
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import { normalise } from '../../shared/text/normalise.ts'
import { closes } from '../../shared/wire/closes.ts'
import { type JoinInfo, stageText } from '../../shared/wire/messages.ts'
import type { Access } from '../access/contract.ts'
import type { Addresses } from '../addresses.ts'
import { type Blog, createBlog } from '../text/blog.ts'
import { type Carets, createCarets } from '../text/carets.ts'
import { createIntake, type Intake } from '../text/intake.ts'
import { createText, type Text } from '../text/texts.ts'
import type { Room, RoomParts } from './contract.ts'
import { allowance, type Credits, createCredits } from './credits.ts'
import { type Crowds, createCrowd, crowdFor } from './crowd.ts'
import { createHall, type Guest, type Hall } from './hall.ts'
import { createReaders, type Readers } from './readers.ts'
import { createRoom } from './room.ts'
import type { Found } from './sealing.ts'

export type Place = {
  room: Room
  hall: Hall
  readers: Readers
  crowd: Crowds
  credits: Credits
  /** Answers that are kept for a seat. */
  answers: Credits
  /** What a seat may ask of documents, on all its lines: a line costs nothing to open anew. */
  questions: Credits
  /** What a seat may write into co-written texts, on all its lines: one credit for each KiB begun. */
  prose: Credits
  draft: Text
  /** Written before the eyes of the room. */
  stage: Text
  intake: Intake
  blog: Blog
  /** Where owner and coaches are writing, in the circles that both read. */
  carets: Record<'text/intake-coaches' | 'text/intake-room', Carets>
  /** Yjs client ids that were handed to this seat, ever. */
  clients(seat: SeatId): ReadonlySet<number>
  /** A new one, stored before it is handed out; `null` when that could not be done. */
  newClient(seat: SeatId): Promise<number | null>
  /** `openedAt`: the origin or Host header under which the device that asks opened its page: phones can probably reach it too. Never that of
   *  another device: who holds one leaked link of a coach writes in these headers what they like, and the QR in the hall would lead there.
   *  All addresses of this machine are told to whoever may choose among them. */
  joinInfo(asks: Pick<Guest, 'who' | 'openedAt'>): Promise<JoinInfo | null>
  /** Nobody is here and nothing is going on. */
  quiet(): boolean
  close(): void
}

export type PlaceParts = Omit<RoomParts, 'acts' | 'sharesBlog'> & {
  access: Access
  addresses: Addresses
  /** Nothing may go for its date now, see `Hold`; absent: never so. */
  held?: () => boolean
}

/** Answering a state vector that is not empty takes a millisecond or two. */
const questions = { burstPhone: 20, ratePhone: 1, burstCoach: 60, rateCoach: 3, ratePlein: 10_000 }
/** Above what this project's own pages send, and above typing without any pause of two people in one seat. */
const prose = { burstPhone: 80, ratePhone: 20, burstCoach: 80, rateCoach: 20, ratePlein: 200 }

export const createPlace = (id: PleinId, found: Found, parts: PlaceParts): Place => {
  const { loaded } = found
  const { store, world, timers, limits, access, addresses } = parts
  const readers = createReaders(limits.connectionsPerSeat, closes.replaced)
  const clients = new Map<SeatId, Set<number>>(loaded.seats.map((seat) => [seat.id, new Set(seat.clients)]))

  const hall = createHall({
    room: () => room,
    readers,
    connectionsPerSeat: limits.connectionsPerSeat,
    changed: () => crowd.changed(),
    sealed: () => void intake.seal(),
  })
  const isAddress = (origin: string): boolean => addresses.addresses().includes(origin)
  const { rotate, rotateJoin, admit, endDevice } = access
  /** Coaches hear at once who is the first now: whoever lets in three, one by one, would else name the same one three times. */
  const thenTold = async <T>(deciding: Promise<T>): Promise<T> => {
    const decided = await deciding
    const last = crowd.last()
    if (last !== null) hall.tellRoles(['coach'], 'crowd', { now: world.now(), ...last, ...atTheDoor() })
    return decided
  }
  const letIn: Access['letIn'] = (...asked) => thenTold(access.letIn(...asked))
  const sendAway: Access['sendAway'] = (...asked) => thenTold(access.sendAway(...asked))
  const atTheDoor = () => ({ waiting: access.waiting(id), line: access.line(id) })
  /** Once it is locked on disk, and not before: nobody is let wait any more who could stay. */
  const noted: RoomParts['noted'] = (plein, doer, command, answer) => {
    if (command.type === 'door.set' && command.locked) access.forgetWaiting(id)
    parts.noted?.(plein, doer, command, answer)
  }
  const widen: RoomParts['acts']['widen'] = async (seat, { question, by, from, to, words }) => {
    const went = await intake.widen(seat, { question, by }, { from, to, words }).catch((problem: unknown) => {
      parts.log.error({ plein: id, problem: String(problem) }, 'an answer of the intake could not go further')
      return 'not-stored' as const
    })
    if (went === 'changed') return { code: 'line-changed' }
    if (went === 'not-stored') return { code: 'storage-failed' }
    // Never silently: the other one is told, and it stays written beside the answer. Also when it went before: perhaps nobody heard.
    hall.tellRoles(['coach', 'owner'], 'notice', { notice: 'intake-widened', question, by, circle: to })
    return null
  }
  const says: RoomParts['acts']['says'] = (words, by) => intake.says(words, by)
  const staged: RoomParts['acts']['staged'] = (words) => normalise(stage.words().trim()) === normalise(words)
  const acts = { rotate, rotateJoin, admit, letIn, sendAway, endDevice, isAddress, widen, says, staged }
  const room = createRoom(id, found, { ...parts, acts, noted, sharesBlog: () => blog.isShared() }, hall.outlet)
  const crowd = createCrowd({
    now: world.now,
    timers,
    writtenEvery: limits.deskBatch,
    count: () => room.read((view) => ({ ...hall.counts(view), ...atTheDoor() })),
    people: hall.size,
    send: (counts) => {
      for (const role of ['coach', 'owner', 'participant', 'screen'] as const) hall.tellRoles([role], 'crowd', crowdFor(role, counts))
    },
  })
  const seatOf = (client: number): SeatId | null => [...clients].find(([, ids]) => ids.has(client))?.[0] ?? null
  const texts = { log: parts.log, seatOf }
  const draft = createText({
    plein: id,
    ...texts,
    name: 'draft',
    stored: loaded.texts,
    store,
    now: world.now,
    frame: (frame) => readers.frame('text/draft', frame),
  })

  const stage = createText({
    plein: id,
    ...texts,
    name: 'stage',
    stored: loaded.texts,
    store,
    now: world.now,
    frame: (frame) => readers.frame(stageText, frame),
  })

  const intake = createIntake({
    plein: id,
    ...texts,
    stored: loaded.texts,
    store,
    now: world.now,
    mayWriteOwn: access.mayWriteOwn,
    frame: (document, bytes, seat) => readers.frame(document, bytes, seat),
  })
  const blog = createBlog({
    plein: id,
    ...texts,
    loaded,
    store,
    now: world.now,
    frame: (frame) => readers.frame('text/blog', frame),
    changed: (shared) => {
      if (!shared) readers.close((document, { who }) => document === 'text/blog' && who.role === 'coach', closes.epoch)
      hall.tellRoles(['coach'], 'own', { documents: room.documents('coach') })
    },
  })
  // Closed for good by another process, or stopped half way.
  if (room.state().sealed) void intake.seal()
  const lines = new Set(linesOf('room').map(lineName))

  return {
    room,
    hall,
    readers,
    crowd,
    credits: createCredits(limits, world.now),
    answers: createCredits(allowance(limits), world.now),
    questions: createCredits(questions, world.now),
    prose: createCredits(prose, world.now),
    draft,
    stage,
    intake,
    blog,
    carets: { 'text/intake-coaches': createCarets(lines, world.now), 'text/intake-room': createCarets(lines, world.now) },
    clients: (seat) => clients.get(seat) ?? new Set(),
    newClient: async (seat) => {
      // 32 bits, as Yjs draws them itself.
      const client = Number.parseInt(world.hash(world.id()).slice(0, 8), 16)
      const stored = await store.commit(id, null, { seats: { clients: [{ seat, client }] } }).catch(() => ({ ok: false }))
      if (!stored.ok) return null
      clients.set(seat, (clients.get(seat) ?? new Set()).add(client))
      return client
    },
    joinInfo: async ({ who, openedAt }) => {
      const [info, chosen] = await Promise.all([access.joinInfo(id), room.read(({ plein }) => plein.settings.address)])
      const address = addresses.joinAddress({ chosen, openedAt })
      return info && { ...info, address, addresses: who.role === 'coach' ? addresses.addresses() : [] }
    },
    quiet: () => hall.size() === 0 && readers.size() === 0,
    close: () => {
      crowd.stop()
      room.close()
    },
  }
}
