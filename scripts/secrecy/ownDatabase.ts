/** `--database`: what can be looked at in somebody's own data. Nothing of it is changed, and no copy is made that somebody who stops it would leave behind. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { keyName, keysFolder } from '../../server/keys/folder.ts'
import { secretsOf } from '../../server/live/cards.ts'
import { dueOf } from '../../server/live/retention.ts'
import type { Listed, Loaded } from '../../server/store/contract.ts'
import { migrations } from '../../server/store/sqlite/migrations.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { read } from '../../server/store/sqlite/read.ts'
import { sql } from '../../server/store/sqlite/sql.ts'
import { silenced } from '../../shared/domain/ideas/silence.ts'
import { isTapId } from '../../shared/domain/taps/taps.ts'
import { strangeFields } from './anonymous.ts'
import { cornersOf, textsIn } from './corners.ts'
import type { Row } from './row.ts'

/** A sentence for whoever named the folder. */
export class WrongDatabase extends Error {}

/** Whatever else stood here could say whose an idea or a ballot is. */
const columns: Record<string, string[]> = {
  events: ['plein', 'version', 'form', 'event'],
  answers: ['plein', 'key', 'digest', 'answer'],
  keys: ['plein', 'hash', 'idea'],
  ballots: ['plein', 'round', 'voter', 'ballot'],
  sealed: ['plein', 'name', 'sealed'],
}
const tables = ['answers', 'ballots', 'blogs', 'events', 'keys', 'links', 'meta', 'pleins', 'sealed', 'seats', 'texts']

type Whole = Listed & Loaded
type Looked = { raw: Buffer; database: DatabaseSync; pleins: Whole[]; folder: string | null; path: string; rewriteOwed: boolean }

const row = (test: string, what: string, measured: string, breaches: string[], goal = '0'): Row => ({
  test,
  what,
  measured,
  goal,
  breaches,
})

const form = ({ database }: Looked): Row => {
  const schema = database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").all() as Record<
    string,
    string
  >[]
  const made = schema.filter(({ type }) => type === 'table')
  const breaches = [
    ...schema.filter(({ type }) => type === 'trigger' || type === 'view').map(({ name }) => `there is a trigger or view ${name}`),
    ...made.filter(({ name }) => !tables.includes(name!)).map(({ name }) => `there is a table ${name}`),
    ...made.filter(({ sql: text }) => !/WITHOUT ROWID/.test(text!)).map(({ name }) => `${name} has rowids, which tell the order`),
    ...Object.entries(columns).flatMap(([table, known]) =>
      (database.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[])
        .filter(({ name }) => !known.includes(name))
        .map(({ name }) => `${table} has a column ${name}`),
    ),
  ]
  return row('T22', 'tables of ideas, answers, keys and ballots have no column for a person', `${made.length} tables`, breaches)
}

const authors = ({ pleins }: Looked): Row => {
  const breaches = pleins.flatMap(({ events, answers, keys, seats }) => {
    const text = JSON.stringify([events, answers, keys])
    const people = seats.filter(({ role }) => role === 'participant')
    return [
      ...events.flatMap(({ event }) => strangeFields(event)),
      ...people
        .filter(({ id, tokenHash }) => text.includes(id) || text.includes(tokenHash))
        .map(() => 'the seat of a participant stands in a log, an answer or a key'),
    ]
  })
  const ideas = pleins.reduce((sum, { events }) => sum + events.filter(({ event }) => event.type === 'idea.posted').length, 0)
  return row('T21', 'nothing at an idea says whose it is', `${ideas} ideas, ${breaches.length} that do`, breaches)
}

const votes = ({ pleins, folder }: Looked): Row => {
  const open = pleins.flatMap(({ plein, events }) => {
    const rounds = new Set<string>()
    for (const { event } of events) {
      if (event.type === 'round.opened') rounds.add(event.round)
      if (event.type === 'round.counted') rounds.delete(event.round)
      if (event.type === 'plein.sealed') rounds.clear()
    }
    return [...rounds].map((round) => ({ plein, round }))
  })
  const sealed = new Set(pleins.flatMap(({ plein, events }) => (events.some(({ event }) => event.type === 'plein.sealed') ? [plein] : [])))
  const isOpen = (plein: string, round: string): boolean =>
    isTapId(round) ? !sealed.has(plein) : open.some((one) => one.plein === plein && one.round === round)
  const ballots = pleins.flatMap((one) => one.ballots.map((ballot) => ({ ...ballot, plein: one.plein })))
  const lengths = new Map<string, Set<number>>()
  for (const { round, ballot } of ballots) lengths.set(round, (lengths.get(round) ?? new Set()).add(ballot.length))
  const kept = folder !== null && existsSync(keysFolder(folder)) ? readdirSync(keysFolder(folder)) : []
  const names = new Set([
    ...open.map(({ plein, round }) => keyName(plein, round)),
    ...ballots.flatMap(({ plein, round }) => (isTapId(round) && !sealed.has(plein) ? [keyName(plein, round)] : [])),
    ...pleins.flatMap(({ plein }) => (sealed.has(plein) ? [] : [keyName(plein, secretsOf)])),
  ])
  const breaches = [
    ...ballots.filter(({ plein, round }) => !isOpen(plein, round)).map(() => 'a ballot outlives its round'),
    ...ballots.filter(({ ballot }) => ballot.startsWith('{')).map(() => 'a ballot is not sealed'),
    ...[...lengths.values()].filter(({ size }) => size > 1).map(() => 'ballots of one round differ in length'),
    ...kept.filter((name) => !names.has(name)).map(() => 'a key outlives its round'),
    ...pleins.flatMap(({ events }) =>
      events.some(({ event }) => event.type === 'plein.sealed')
        ? events
            .filter(({ event }) => event.type === 'round.counted' && event.ballots !== null)
            .map(() => 'single ballots outlive the Plein')
        : [],
    ),
  ]
  return row(
    'T21',
    'ballots and keys of rounds that are over',
    `${ballots.length} ballots and ${kept.length} keys of ${open.length} rounds that are not counted`,
    breaches,
  )
}

const over = ({ pleins }: Looked, now: number): Row => {
  const sealed = pleins.filter(({ events }) => events.some(({ event }) => event.type === 'plein.sealed'))
  const due = pleins.filter((listed) => dueOf(listed, now) !== null)
  return row(
    'T21',
    'what a Plein leaves that is closed for good',
    `${sealed.length} Pleinen closed for good${due.length > 0 ? `; of ${due.length} something is due to go with the next start` : ''}`,
    sealed.filter(({ keys }) => keys.length > 0).map(() => 'hashes of the keys of ideas outlive the Plein'),
  )
}

/** Texts that stand in the bytes of the file and not in its tables. */
const remains = ({ raw, database }: Looked): number => {
  const column = (sql: string, name: string): unknown[] =>
    database
      .prepare(sql)
      .all()
      .map((one) => one[name])
  const roots = column('SELECT rootpage FROM sqlite_schema WHERE rootpage > 0', 'rootpage').map(Number)
  return textsIn(cornersOf(raw, roots), column('SELECT event FROM events', 'event').map(String))
}

const words = (looked: Looked): Row => {
  const withdrawn = looked.pleins.flatMap(({ events }) => {
    const ideas = events.flatMap(({ event }) => (event.type === 'idea.withdrawn' ? [event.idea] : []))
    const stored = new Map(events.map(({ version, event }) => [version, JSON.stringify(event)]))
    return silenced(events, ideas).filter(({ version, event }) => stored.get(version) !== JSON.stringify(event))
  })
  const left = remains(looked)
  return row(
    'T30',
    'words that were withdrawn or erased',
    `${withdrawn.length} in the log, ${left} in free corners of the file${looked.rewriteOwed ? ' (a rewriting is owed: start the server and stop it)' : ''}`,
    [
      ...withdrawn.map(() => 'words of a withdrawn idea stand in the log'),
      ...(left > 0 && !looked.rewriteOwed ? [`${left} texts stand in free corners of the file`] : []),
    ],
  )
}

/** All that stands in the folder, however deep. */
const filesOf = (folder: string | null, path: string): string[] =>
  folder === null
    ? [path]
    : readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
      )

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whatever of these files has the form of a secret and the hash of one. */
const secrets = ({ pleins, folder, path }: Looked): Row => {
  const issued = new Set(
    pleins.flatMap(({ seats, links, keys }) => [
      ...seats.map(({ tokenHash }) => tokenHash),
      ...links.flatMap(({ kind, value }) => (kind === 'code' || kind === 'ticket' ? [] : [value])),
      ...keys.map((key) => key.hash),
    ]),
  )
  const files = filesOf(folder, path).filter((name) => basename(name) !== 'organiser.key')
  let found = 0
  // A backup says most of what the database says.
  const looked = new Set<string>()
  for (const name of files)
    for (const [run] of readFileSync(name)
      .toString('latin1')
      .matchAll(/[\w-]{22,}/g)) {
      if (looked.has(run)) continue
      looked.add(run)
      for (const length of [22, 43])
        for (let at = 0; at + length <= run.length; at++) if (issued.has(hash(run.slice(at, at + length)))) found++
    }
  const odd = [...issued].filter((value) => !/^[0-9a-f]{64}$/.test(value)).length
  return row(
    'T25',
    'tokens, secrets of links and keys of ideas as they were issued',
    `${issued.size} issued, ${files.length} files, ${found + odd} found`,
    [
      ...(found > 0 ? [`${found} secrets stand in the files as they were issued`] : []),
      ...(odd > 0 ? [`${odd} secrets are stored otherwise than as a hash`] : []),
    ],
  )
}

const readable = ({ folder, path }: Looked): Row => {
  const inside = filesOf(folder, path)
  const others = process.platform === 'win32' ? [] : inside.filter((name) => (statSync(name).mode & 0o077) !== 0)
  return row(
    'T22',
    'files that other users of this machine can read',
    `${others.length} of ${inside.length}`,
    others.map((name) => `${name} can be read by others`),
  )
}

const pathOf = (given: string): { path: string; folder: string | null } => {
  const there = statSync(given, { throwIfNoEntry: false })
  if (!there) throw new WrongDatabase(`There is nothing at ${given}.`)
  if (!there.isDirectory()) return { path: given, folder: null }
  if (!statSync(file(given), { throwIfNoEntry: false })?.isFile())
    throw new WrongDatabase(`There is no database in ${given}: name the folder that DATA_DIR names, or a backup.`)
  return { path: file(given), folder: given }
}

/** Reads without a lock, a log or a copy: nobody writes here, and that the server has stopped was looked at. */
const opened = (path: string): DatabaseSync => {
  const address = pathToFileURL(path)
  address.searchParams.set('immutable', '1')
  return new DatabaseSync(address, { readOnly: true })
}

const look = (path: string, folder: string | null, now: number): Row[] => {
  const database = opened(path)
  try {
    const known = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    if (known !== migrations.length)
      throw new WrongDatabase(
        `The database has form ${known} and this Pleinbord knows ${migrations.length}. Start the server once with this version.`,
      )
    const whole = String(database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'])
    if (whole !== 'ok') throw new WrongDatabase(`${path} is damaged: ${whole}. Put a backup back, or name one.`)
    const on = sql(database)
    const pleins = (read(on, { ask: 'list' }) as Listed[]).map((listed) => ({
      ...listed,
      ...(read(on, { ask: 'load', plein: listed.plein }) as Loaded),
    }))
    const rewriteOwed = on.get("SELECT value FROM meta WHERE name = 'rewrite'") !== undefined
    const looked: Looked = { raw: readFileSync(path), database, pleins, folder, path, rewriteOwed }
    return [form(looked), authors(looked), votes(looked), over(looked, now), words(looked), secrets(looked), readable(looked)]
  } finally {
    database.close()
  }
}

/** Of a data folder whose server has stopped, or of one backup. Throws `WrongDatabase`. */
export const ownDatabase = (given: string, now: number): Row[] => {
  try {
    const { path, folder } = pathOf(given)
    // A server that stops takes its log into the file and removes it.
    if (existsSync(`${path}-wal`))
      throw new WrongDatabase(`A server runs on ${dirname(path)}, or did not stop well. Stop it (start it once before), or name a backup.`)
    return look(path, folder, now)
  } catch (problem) {
    if (problem instanceof WrongDatabase) throw problem
    // Cut off, of another program, with rows that are none, or not to be read by this user: nothing was found, and nothing was looked at.
    throw new WrongDatabase(`${given} could not be looked at: ${problem instanceof Error ? problem.message : problem}.`)
  }
}
