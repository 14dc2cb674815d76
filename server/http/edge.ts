/** Everything that the HTTP side is given; nothing in this folder builds its own dependencies. */
import type { Plein, PleinId } from '../../shared/domain/state.ts'
import type { Access } from '../access/contract.ts'
import type { Addresses } from '../addresses.ts'
import type { Audit } from '../audit/audit.ts'
import type { Backups } from '../backup/backups.ts'
import type { Rooms } from '../live/rooms.ts'
import type { Log } from '../logs.ts'
import type { Metrics } from '../metrics.ts'
import type { Import, Imported } from '../outcome/import/import.ts'
import type { PlainLists } from '../plain/read.ts'
import type { Settings } from '../settings.ts'
import type { BlogChange } from '../store/blog.ts'
import type { CommitResult, Store } from '../store/contract.ts'
import type { Theme } from '../theme/read.ts'
import type { Downloads } from './downloads.ts'
import type { Neighbours } from './neighbours.ts'
import type { OrganiserKey } from './organiserKey.ts'
import type { Throttle } from './throttle.ts'

export type OutcomeFormat = 'json' | 'csv' | 'md' | 'html' | 'ics'

export type Edge = {
  settings: Settings
  access: Access
  rooms: Rooms
  store: Pick<Store, 'list' | 'probe' | 'blog' | 'blogPage' | 'reminders'>
  commitBlog(plein: PleinId, change: BlogChange): Promise<CommitResult>
  backups: Pick<Backups, 'make'>
  audit: Pick<Audit, 'note' | 'read'>
  addresses: Addresses
  organiser: OrganiserKey
  throttle: Throttle
  /** The same for an organiser's key that was chosen by hand. */
  keyThrottle: Throttle
  downloads: Downloads
  /** The same ration, of whole documents. */
  pictures: Downloads
  neighbours: Neighbours
  log: Log
  /** Of a network, in the log. */
  mark: (address: string) => string
  metrics: Metrics
  renderOutcome(plein: Plein, format: OutcomeFormat, locale: Plein['locale']): { type: string; body: string; filename: string }
  importOutcome(wish: Import): Imported
  now(): number
  /** `bits` random bits, base64url. */
  secret(bits: number): string
  /** False from the moment that this server stops. */
  serving(): boolean
  /** `null`: the look is our own. */
  theme: Theme | null
  /** Official words, for the hint on a question. */
  plainLists: PlainLists
  /** Folder of the built client. */
  dist: string
}
