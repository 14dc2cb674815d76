/** What is kept of the blog of the day after: beside the log, because it is the owner's own publication and no part of the meeting. Its words
 *  stand among the co-written texts. */
import type { Locale, Moment, PleinId } from '../../shared/domain/state.ts'

/** A page as it was published. `article`: markup that this server made, in which what people wrote is escaped. */
export type BlogPage = { title: string; locale: Locale; article: string; at: Moment }

/** `sending` is stored before the mail leaves. `unsure`: the server ended, or the line fell, before anybody could say whether it went. */
export const reminderStates = ['waiting', 'sending', 'sent', 'unsure', 'failed'] as const
export type ReminderState = (typeof reminderStates)[number]
/** One mail on the morning after. `id`: random, also its Message-ID. `again`: not tried before. */
export type Reminder = { id: string; address: string; state: 'waiting' | 'sending'; again: Moment; tries: number }

export type StoredBlog = {
  /** Coaches may write along. */
  shared: boolean
  /** The last part of its address; kept when the page is taken back, so that a link that was passed on works again. */
  slug: string | null
  page: BlogPage | null
  /** When the newest page was published, also when it was taken back. */
  lastAt: Moment | null
  /** Without the address. `null`: nobody left one. */
  reminder: ReminderState | null
}

export type BlogChange = {
  shared?: boolean
  /** A slug that another Plein has is a conflict. `replaces`: when the page that stood there was published. */
  publish?: { slug: string; page: BlogPage; replaces?: Moment }
  /** The page that was published at this moment goes, and any of before it. */
  takeBack?: Moment
  /** In the place of one that was there. */
  remind?: Pick<Reminder, 'id' | 'address'>
  /** How it stands with it. One that is not there any more is a conflict. */
  mark?: Omit<Reminder, 'address'>
  /** The address goes for good, from every file; `null`: nothing is known of it any more. */
  forget?: { id: string; as: Exclude<ReminderState, 'waiting' | 'sending'> | null }
}

/** `closedAt`: `null` while it is not closed. */
export type DueReminder = Reminder & { plein: PleinId; title: string; locale: Locale; closedAt: Moment | null; retainUntil: Moment }
