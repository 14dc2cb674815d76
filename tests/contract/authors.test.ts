import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { migrations } from '../../server/store/sqlite/migrations.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import type { FramingEntry, IdeaEntry } from '../../shared/wire/documents.ts'

/** Every table with its columns. A new table or column has to be put here by somebody who has asked whether it ties anything to anybody. */
const tables = {
  answers: ['plein', 'key', 'digest', 'answer'],
  ballots: ['plein', 'round', 'voter', 'ballot'],
  blogs: ['plein', 'shared', 'slug', 'page', 'published_at', 'reminder', 'reminder_id', 'address', 'again', 'tries'],
  events: ['plein', 'version', 'form', 'event'],
  keys: ['plein', 'hash', 'idea'],
  links: ['plein', 'kind', 'value'],
  meta: ['name', 'value'],
  pleins: ['plein', 'version', 'title', 'stage', 'created_at', 'retain_until', 'locale', 'practice', 'closed_at', 'retired'],
  sealed: ['plein', 'name', 'sealed'],
  seats: ['plein', 'seat', 'role', 'token_hash', 'perspective', 'clients', 'ready', 'hand', 'since'],
  texts: ['plein', 'text', 'number', 'bytes', 'at'],
} as const
/** What would name somebody. `seats` is about seats and nothing else; a ballot is sealed, and its voter goes with the count (S3). A blog holds the
 *  address that its owner gave for one mail, and nothing that somebody else wrote there; it goes when the mail went (K6). */
const naming = /seat|voter|author|person|device|address|user|token|client|posted|created_by/
const aboutSomebody: Readonly<Record<string, RegExp>> = { seats: naming, ballots: /^voter$/, blogs: /^address$/ }

it('S2 no table of the database but those of seats, sealed ballots and the owner’s blog has a column that could name somebody', () => {
  const database = new DatabaseSync(':memory:')
  for (const migration of migrations) database.exec(migration)
  const found = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as { name: string }[]
  const columns = (table: string) => (database.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(({ name }) => name)
  expect(Object.fromEntries(found.map(({ name }) => [name, columns(name)]))).toEqual(tables)
  for (const [table, names] of Object.entries(tables))
    expect(names.filter((name) => naming.test(name) && !aboutSomebody[table]?.test(name))).toEqual([])
  // Rows without a running number: it would tell who came before whom.
  const made = database.prepare("SELECT sql FROM sqlite_master WHERE type = 'table'").all() as { sql: string }[]
  for (const { sql } of made) expect(sql).toMatch(/WITHOUT ROWID/)
})

/** The events of anonymous acts may have these fields and no other; a new one does not compile before it stands here. */
type Anonymous = Extract<PleinEvent, { type: 'idea.posted' | 'idea.edited' | 'idea.withdrawn' | 'idea.placed' | 'desk.listed' }>
type Fields<T> = T extends unknown ? Exclude<keyof T, 'type'> : never
const anonymous: Record<Fields<Anonymous>, string> = {
  idea: 'which, under an id of its own',
  ideas: 'which, shuffled',
  as: 'what kind of contribution',
  text: 'its words',
  phase: 'for which phase',
  late: 'for another phase than the one of then',
  entry: 'a phone, or paper',
  who: 'of a commitment: the name that was given to be read',
  by: 'of a commitment: by when',
  day: 'of a commitment: the day by which, if one was given',
  waits: 'whether it waits at the desk',
  open: 'whether the room has it at once',
  cluster: 'where it was placed',
  from: 'where it was before',
  about: 'of a condition: what of which vote it answers',
}
const shown: Record<keyof IdeaEntry | keyof FramingEntry, string> = {
  as: 'what kind of contribution',
  text: 'its words',
  phase: 'of which phase',
  late: 'late or not',
  entry: 'a phone, or paper',
  order: 'its place in the shuffled order',
  who: 'of a commitment: the name that was given to be read',
  by: 'of a commitment: by when; of a framing: the role',
  day: 'of a commitment: the day by which, if one was given',
  sources: 'what it came from',
  at: 'of a framing: when',
  form: 'of a framing: whether it arose in the intake talk, before the eyes of the room or in a question burst',
  resonance: 'how many it touched, as it was told: three people or more',
  question: 'of a framing: the question that was chosen',
  about: 'of a condition: what of which vote it answers',
}

it('S2 what an anonymous act leaves in the log and on the board has no field for an author, a device or a time of a participant', () => {
  for (const name of [...Object.keys(anonymous), ...Object.keys(shown)]) expect(name).not.toMatch(naming)
  expect(Object.keys(anonymous)).not.toContain('at')
})
