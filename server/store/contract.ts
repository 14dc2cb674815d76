/** What a store does. Both stores pass `tests/contract/store.ts`. `commit` is the only write. */
import type { StoredEvent } from '../../shared/domain/events.ts'
import type { IdeaId, PleinId, Role, RoundId, SeatId } from '../../shared/domain/state.ts'
import type { BlogChange, BlogPage, DueReminder, StoredBlog } from './blog.ts'

/** Answers that were given, also those that say no for good, so that a repeated id gets the first one. `key`: SHA-256 hex of `seat:id`, for anonymous commands of
 *  `id` alone (so that it links to nobody). `digest`: SHA-256 hex of the payload, `null` where it could be guessed (ballots). */
export type StoredAnswer = { key: string; digest: string | null; answer: string }
/** `ballot`: as `server/live/seal.ts` seals it. */
export type StoredBallot = { round: RoundId; voter: string; ballot: string }
/** A card or what an author says of a name, as `server/live/cards.ts` seals it. `name`: hashes and ids only. */
export type StoredSealed = { name: string; sealed: string }
export type StoredSeat = {
  id: SeatId
  role: Role
  /** SHA-256 hex of the bearer token. */
  tokenHash: string
  perspective: string | null
  /** The phase for which this person said to be ready. */
  ready: string | null
  hand: boolean
  /** Yjs client ids that were handed to this seat; coaches and owners only. */
  clients: number[]
  /** The minute in which it came in; of coaches, owners and screens only, never of a participant (S2). */
  since?: number
}
/** `code` and `ticket` stand as they are shown in the room (`value`); secrets of role links, and under which id the Plein was wished for, as SHA-256 hex
 *  only. */
export type StoredLink = { kind: 'code' | 'ticket' | 'coach' | 'owner' | 'screen' | 'wish'; value: string }
/** One Yjs update of a co-written text. `at`: the minute in which it came, 0 when that was not kept. */
export type StoredText = { text: string; update: Uint8Array; at: number }

export type Commit = {
  /** Numbered on from `expectedVersion`. */
  events?: StoredEvent[]
  /** Stored events replaced in place, by their version. */
  redactions?: StoredEvent[]
  /** The words of these ideas go from the log, those of this commit too; see `shared/domain/ideas/silence.ts`. */
  withdrawn?: IdeaId[]
  /** What ideas and the owner's last word said before they were changed goes from the log, see there. Only with the commit after which nothing is
   *  changed any more. */
  outdated?: 'gone'
  /** A phase ends with it: what tells in which order things were written goes, in the log of writes and in the places of seats, taps,
   *  ballots and answers at once, of what is sealed within half a minute. */
  phaseEnds?: true
  answers?: StoredAnswer[]
  ballots?: {
    put?: StoredBallot[]
    remove?: { round: RoundId; voter: string }[]
    eraseRounds?: RoundId[] /** what `put` replaces has to go from every file */
    replaces?: true
  }
  seats?: {
    put?: StoredSeat[] /** set the perspective only */
    perspectives?: { seat: SeatId; perspective: string | null }[]
    /** Set what is given, on a seat that exists. */
    signals?: { seat: SeatId; ready?: string | null; hand?: boolean }[]
    remove?: SeatId[]
    /** Adds a Yjs client id to a seat that exists; never makes one, so that a seat that was just revoked stays gone. */
    clients?: { seat: SeatId; client: number }[]
  }
  /** `withdraw`: by the author, so that no backup may bring it back. */
  sealed?: { put?: StoredSealed[]; remove?: string[]; withdraw?: string[]; eraseAll?: boolean }
  keys?: { put?: { hash: string; idea: string }[]; eraseAll?: boolean }
  /** Of an owner's own lines (`ownText.ts`) only while the seat is there. */
  texts?: StoredText[]
  /** What owners wrote for nobody else goes. */
  ownTexts?: 'gone'
  /** Each replaces the links of its kind. */
  links?: StoredLink[]
  /** Small facts about a Plein for the organiser's list, kept beside the log. */
  listing?: Listing
  /** Of the blog of the day after, which stands beside the log. */
  blog?: BlogChange
  /** After closing. `links`: all but the owner's go. `persons`: all seats but the owner's, what they said of themselves, client ids, answers. */
  retire?: 'links' | 'persons'
  /** Everything of this Plein goes, now; `expectedVersion` is not looked at. */
  deleteAll?: boolean
}
export type Listing = {
  title: string
  stage: string
  createdAt: number
  closedAt: number | null
  retainUntil: number
  locale: string
  practice: boolean
}
/** `retired`: what has gone of a closed Plein, the last of `Commit.retire`. */
export type Listed = Listing & { plein: PleinId; retired: 'links' | 'persons' | null }

/** `conflict`: somebody else has committed; read what was missed and decide again. `failed`: disk full, read-only …: nothing was written. */
export type CommitResult = { ok: true } | { ok: false; reason: 'conflict' } | { ok: false; reason: 'failed'; problem: string }

export type Loaded = {
  version: number
  events: StoredEvent[]
  answers: StoredAnswer[]
  ballots: StoredBallot[]
  seats: StoredSeat[]
  keys: { hash: string; idea: string }[]
  sealed: StoredSealed[]
  texts: StoredText[]
  links: StoredLink[]
  /** The owner lets coaches write along in the blog. */
  blogShared?: true
}

export type Store = {
  /** Short random name of this database, other after a restore; part of every document's epoch. */
  generation: string
  /** Durable when it resolves (`ok`). `expectedVersion`: `null` when the commit holds no events and depends on no version; 0 makes the Plein. */
  commit(plein: PleinId, expectedVersion: number | null, commit: Commit): Promise<CommitResult>
  /** `null` when there is no such Plein. */
  load(plein: PleinId): Promise<Loaded | null>
  seatByToken(tokenHash: string): Promise<(StoredSeat & { plein: PleinId }) | null>
  pleinByLink(link: StoredLink): Promise<PleinId | null>
  list(): Promise<Listed[]>
  /** Of this Plein; `null` when there is no such Plein. */
  blog(plein: PleinId): Promise<StoredBlog | null>
  /** The page that stands under this address; `null` when none does. */
  blogPage(slug: string): Promise<(BlogPage & { retainUntil: number }) | null>
  /** All that hold an address. */
  reminders(): Promise<DueReminder[]>
  /** A small durable write, for `/readyz`. */
  probe(): Promise<CommitResult>
  close(): Promise<void>
}

/** A second server on the same data directory, a newer schema, an unwritable directory: a sentence for the person who starts it. */
export class StoreUnavailable extends Error {}
