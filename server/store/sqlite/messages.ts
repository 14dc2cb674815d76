/** What the server and its storage thread say to each other. */
import type { PleinId } from '../../../shared/domain/state.ts'
import type { BlogPage, DueReminder, StoredBlog } from '../blog.ts'
import type { Commit, Listed, Loaded, StoredLink, StoredSeat } from '../contract.ts'

export type Ask =
  | { ask: 'commit'; plein: PleinId; expectedVersion: number | null; commit: Commit /** of today, as `2026-11-26` */; day: string }
  | { ask: 'load'; plein: PleinId }
  | { ask: 'seatByToken'; tokenHash: string }
  | { ask: 'pleinByLink'; link: StoredLink }
  | { ask: 'list' }
  | { ask: 'blog'; plein: PleinId }
  | { ask: 'blogPage'; slug: string }
  | { ask: 'reminders' }
  | { ask: 'probe' }
  /** Everything into this file, which is there and empty. */
  | { ask: 'copy'; to: string }
  /** What the erasure ledger holds of before this day is of no use any more. */
  | { ask: 'prune'; before: string }
  | { ask: 'close' }
export type Read = Exclude<Ask, { ask: 'commit' | 'probe' | 'copy' | 'prune' | 'close' }>
export type Found = Loaded | null | (StoredSeat & { plein: PleinId }) | PleinId | Listed[] | StoredBlog | BlogPage | DueReminder[]

export type Asked = { number: number; ask: Ask }
export type Told =
  | { told: 'ready'; generation: string }
  | { told: 'unavailable'; sentence: string }
  /** The erasure ledger holds something else than it did. */
  | { told: 'erased' }
  | { told: 'answer'; number: number; answer: unknown }
  /** A read that could not be done. */
  | { told: 'problem'; number: number; problem: string }
