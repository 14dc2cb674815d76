/** What the live server is given, and what it is for the rest of the server. */

import type { Command, CommandOf } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import type { IntakeAuthor } from '../../shared/domain/intake/talk.ts'
import type { Refusal } from '../../shared/domain/refusals.ts'
import type { IdeaId, Locale, Moment, Plein, PleinId, Role, RoundId, SeatId, Stage } from '../../shared/domain/state.ts'
import type { World } from '../../shared/domain/world.ts'
import type { Answer, Notice, TextName, Versions } from '../../shared/wire/messages.ts'
import type { Access } from '../access/contract.ts'
import type { Vault } from '../keys/contract.ts'
import type { Limits } from '../limits.ts'
import type { Store, StoredAnswer, StoredLink } from '../store/contract.ts'

/** Somebody with a seat in this Plein. */
export type Who = { seat: SeatId; role: Role }
/** Somebody who asks: with a seat, or the organiser, who has none. */
export type Asker = { seat: SeatId | null; role: Role }
export type Circle = 'board' | 'desk'
export type DocumentName = Circle | TextName

/** Waiting, handed in so that a room can run on simulated time. */
export type Timers = {
  /** Calls once after so many milliseconds; the answer cancels. Never keeps a process alive. */
  after(milliseconds: number, run: () => void): () => void
  /** After what is waiting to be read from the sockets has been read. */
  soon(run: () => void): void
}

/** As pino has it: facts first. Facts never hold content, tokens, or a seat next to an idea. */
export type Log = Record<'info' | 'warn' | 'error', (facts: Record<string, unknown>, text: string) => void>

/** For who watches the server: without anything personal. `command`: which one, of those that there are. */
export type Counted = { refused(code: string, command?: string): void; closed(code: number): void }

/** The sentence of a refusal, in the language of the Plein. */
export type Say = (refusal: Refusal, locale: Locale) => string

/** What a room needs of the rest of the machine for the commands that are no decision of the rules. */
export type Acts = Pick<Access, 'rotate' | 'rotateJoin' | 'admit' | 'letIn' | 'sendAway' | 'endDevice'> & {
  /** May phones be sent to this origin? */
  isAddress(origin: string): boolean
  /** Moves an answer of the intake and tells owner and coaches; `null`: it is there. */
  widen(seat: SeatId, command: CommandOf<'intake.widen'>): Promise<Refusal | null>
  /** Whether these words stand in the circle `room` of the intake, as an answer of this role. */
  says(words: string, by: IntakeAuthor): boolean
  /** Whether these words, and no others, stand before the room. */
  staged(words: string): boolean
}

export type RoomParts = {
  store: Store
  vault: Vault
  world: World
  timers: Timers
  limits: Limits
  log: Log
  say: Say
  acts: Acts
  /** Whether the owner lets coaches write along in the blog; absent: never so. */
  sharesBlog?: () => boolean
  /** Told of each command that was decided and stored. Must not throw; absent: nobody listens. */
  noted?: (plein: PleinId, doer: { role: Role | 'server'; seat: SeatId | null }, command: Command, answer: Answer & object) => void
}

/** Where a room tells what became visible. Called after the commit, never before. */
export type Outlet = {
  /** One frame of the y-websocket protocol for everybody who reads this document. */
  frame(circle: Circle, frame: Uint8Array): void
  /** The documents have other names now (a new epoch): readers of the old ones must go. */
  renamed(): void
  /** A turn is over. `seats`: whose own things changed. Rights and counts may have changed too. */
  turned(seats: ReadonlySet<SeatId>): void
  notice(role: Role, notice: Notice): void
}

/** What a room shows of itself between two turns: only what is on disk. */
export type View = {
  plein: Plein
  versions(role: Role): Versions
  /** How many seats contributed in the current phase. */
  written: number
  /** Ballots that are there and cannot be opened, of rounds that have any. */
  unopened: Record<RoundId, number>
  /** Contributions whose authors were stopped. */
  muted: IdeaId[]
}

/** The part of a document that a reader needs. */
export type Readable = {
  /** The frame of sync step 2 for somebody who has this state vector. Throws on bytes that are no state vector. */
  missing(stateVector: Uint8Array): Uint8Array
  /** See `Snapshot`. */
  whole(): Uint8Array
}

export type Room = {
  id: PleinId
  /** Answers every command, whatever happens. `command` has passed its schema. After `until` it is not begun. */
  command(who: Asker, id: string, command: Command, until?: Moment): Promise<Answer>
  /** Whether this id was answered or is waiting: such a one costs no credits. */
  knows(who: Asker, id: string, command: Command): boolean
  /** Runs between two turns, at once when none is going on, so that nobody sees what is not on disk yet. */
  read<T>(look: (view: View) => T): Promise<T>
  /** What the door asks. At once, because the door is also asked in the middle of a turn (`link.rotate`). */
  state(): { stage: Stage; sealed: boolean; doorLocked: boolean; doorAsks: boolean }
  locale(): Locale
  /** Nothing can be stored now: coaches were told, and so is a coach who comes in. */
  refuses(): boolean
  /** Looks whether the state breaks a rule that must always hold. Then it is thrown away and built anew from what is on disk, and the log
   *  hears of it. When that breaks one too, nothing is written in this room any more, reading goes on, and coaches hear of it. Never throws. */
  inspect(): Promise<void>
  /** In a quiet moment, when the board is mostly what was overwritten: it goes on in a shorter form, under a new name. Never throws. */
  shorten(): Promise<void>
  /** Something is still to be done at its time, or keys are still to go: let go of now, it would be done when somebody comes back, if ever. */
  waits(): boolean
  /** What is on disk was found to break one. */
  isBroken(): boolean
  /** Its state broke one in memory only, and was built anew. */
  wasRebuilt(): boolean
  /** A rule of it cannot be looked at. That stops nothing. */
  isUnchecked(): boolean
  /** Full names, with epoch, of the documents that this role may open. */
  documents(role: Role): Partial<Record<DocumentName, string>>
  document(circle: Circle): Readable
  /** Somebody with a valid token is here; the seat may be newer than what was loaded. `false`: it was revoked meanwhile. */
  seat(who: Who): boolean
  /** These seats may do nothing any more; what they have waiting is refused. */
  revoked(seats: readonly SeatId[]): void
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>
  /** Nothing is decided from here on. */
  close(): void
}

/** A Plein to make, decided by the caller: the first event, the links that stand beside it, and what was asked. */
export type Making = {
  id: PleinId
  first: Extract<PleinEvent, { type: 'plein.created' | 'plein.imported' }>
  links: StoredLink[]
  answers?: StoredAnswer[]
}
