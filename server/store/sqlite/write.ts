/** One commit as SQL. Runs inside a transaction of the caller; a throw means that nothing of it may stay. */
import type { SQLInputValue } from 'node:sqlite'
import type { PleinId } from '../../../shared/domain/state.ts'
import type { Commit, StoredLink } from '../contract.ts'
import type { Changed } from '../erased.ts'
import { ownText } from '../ownText.ts'
import { blogConflicts, writeBlog } from './blog.ts'
import { writeLog } from './log.ts'
import type { Sql } from './sql.ts'

const tables = ['events', 'answers', 'ballots', 'seats', 'keys', 'sealed', 'texts', 'links', 'blogs', 'pleins'] as const

const taken = ({ get }: Sql, plein: PleinId, link: StoredLink): boolean =>
  get('SELECT plein FROM links WHERE kind = ? AND value = ? AND plein <> ?', link.kind, link.value, plein) !== undefined

/** The version of the Plein now; `null`: this commit does not fit on it. Writes nothing. */
export const fits = (on: Sql, plein: PleinId, expectedVersion: number | null, commit: Commit): number | null => {
  const row = on.get('SELECT version FROM pleins WHERE plein = ?', plein)
  if (!row && expectedVersion !== 0) return null
  const version = Number(row?.['version'] ?? 0)
  if (expectedVersion !== null && expectedVersion !== version) return null
  if (commit.blog && blogConflicts(on, plein, commit.blog)) return null
  return commit.links?.some((link) => taken(on, plein, link)) ? null : version
}

/** What is erased goes first: a phase that is left and entered again in one turn takes taps anew, and those are acknowledged. What was cast and
 *  counted in one turn is not in the commit. */
const writeBallots = ({ run }: Sql, plein: PleinId, { put = [], remove = [], eraseRounds = [] }: NonNullable<Commit['ballots']>): void => {
  for (const round of eraseRounds) run('DELETE FROM ballots WHERE plein = ? AND round = ?', plein, round)
  for (const { round, voter } of remove) run('DELETE FROM ballots WHERE plein = ? AND round = ? AND voter = ?', plein, round, voter)
  for (const { round, voter, ballot } of put)
    run(
      'INSERT INTO ballots (plein, round, voter, ballot) VALUES (?, ?, ?, ?) ON CONFLICT (plein, round, voter) DO UPDATE SET ballot = excluded.ballot',
      plein,
      round,
      voter,
      ballot,
    )
}

const writeSeats = ({ run, get }: Sql, plein: PleinId, seats: NonNullable<Commit['seats']>): void => {
  for (const { id, role, tokenHash, perspective, ready, hand, clients, since = null } of seats.put ?? [])
    run(
      `INSERT INTO seats (plein, seat, role, token_hash, perspective, ready, hand, clients, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (plein, seat) DO UPDATE SET
         role = excluded.role, token_hash = excluded.token_hash, perspective = excluded.perspective,
         ready = excluded.ready, hand = excluded.hand, clients = excluded.clients, since = excluded.since`,
      plein,
      id,
      role,
      tokenHash,
      perspective,
      ready,
      hand ? 1 : 0,
      JSON.stringify(clients),
      since,
    )
  for (const { seat, perspective } of seats.perspectives ?? [])
    run('UPDATE seats SET perspective = ? WHERE plein = ? AND seat = ?', perspective, plein, seat)
  for (const { seat, ready, hand } of seats.signals ?? []) {
    if (ready !== undefined) run('UPDATE seats SET ready = ? WHERE plein = ? AND seat = ?', ready, plein, seat)
    if (hand !== undefined) run('UPDATE seats SET hand = ? WHERE plein = ? AND seat = ?', hand ? 1 : 0, plein, seat)
  }
  for (const { seat, client } of seats.clients ?? []) {
    const row = get('SELECT clients FROM seats WHERE plein = ? AND seat = ?', plein, seat)
    if (!row) continue
    const clients = [...(JSON.parse(String(row['clients'])) as number[]), client]
    run('UPDATE seats SET clients = ? WHERE plein = ? AND seat = ?', JSON.stringify(clients), plein, seat)
  }
  for (const seat of seats.remove ?? []) {
    run('DELETE FROM seats WHERE plein = ? AND seat = ?', plein, seat)
    run('DELETE FROM texts WHERE plein = ? AND text = ?', plein, ownText.of(seat))
  }
}

/** In the order of their ids: a row that is altered or added moves in its page, so that the pages would tell who was ready, or gave a tap, after
 *  whom, and beside the log after which idea. */
const writeAnew = (
  { run, all }: Sql,
  plein: PleinId,
  table: 'seats' | 'ballots' | 'answers',
  order: 'seat' | 'round, voter' | 'key',
): void => {
  const rows = all(`SELECT * FROM ${table} WHERE plein = ? ORDER BY ${order}`, plein) as Record<string, SQLInputValue>[]
  run(`DELETE FROM ${table} WHERE plein = ?`, plein)
  for (const row of rows) {
    const columns = Object.keys(row)
    run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...Object.values(row))
  }
}

const writeKeys = ({ run }: Sql, plein: PleinId, { put = [], eraseAll = false }: NonNullable<Commit['keys']>): void => {
  for (const { hash, idea } of put)
    run(
      'INSERT INTO keys (plein, hash, idea) VALUES (?, ?, ?) ON CONFLICT (plein, hash) DO UPDATE SET idea = excluded.idea',
      plein,
      hash,
      idea,
    )
  if (eraseAll) run('DELETE FROM keys WHERE plein = ?', plein)
}

const writeSealed = (
  { run }: Sql,
  plein: PleinId,
  { put = [], remove = [], withdraw = [], eraseAll = false }: NonNullable<Commit['sealed']>,
): void => {
  for (const { name, sealed } of put)
    run(
      'INSERT INTO sealed (plein, name, sealed) VALUES (?, ?, ?) ON CONFLICT (plein, name) DO UPDATE SET sealed = excluded.sealed',
      plein,
      name,
      sealed,
    )
  for (const name of [...remove, ...withdraw]) run('DELETE FROM sealed WHERE plein = ? AND name = ?', plein, name)
  if (eraseAll) run('DELETE FROM sealed WHERE plein = ?', plein)
}

const writeTexts = ({ run, get }: Sql, plein: PleinId, texts: NonNullable<Commit['texts']>): void => {
  for (const { text, update, at } of texts) {
    // Revoked in the meantime: what nobody can open any more must not come back.
    if (ownText.is(text) && !get('SELECT seat FROM seats WHERE plein = ? AND seat = ?', plein, ownText.seat(text))) continue
    const last = get('SELECT MAX(number) AS number FROM texts WHERE plein = ? AND text = ?', plein, text)?.['number']
    run('INSERT INTO texts (plein, text, number, bytes, at) VALUES (?, ?, ?, ?, ?)', plein, text, Number(last ?? 0) + 1, update, at)
  }
}

export const eraseOwnTexts = ({ run }: Sql, plein: PleinId): void => {
  run('DELETE FROM texts WHERE plein = ? AND text GLOB ?', plein, `${ownText.of('*')}`)
}

/** What goes at its time after closing, while the Plein itself stays. */
const retire = ({ run }: Sql, plein: PleinId, what: NonNullable<Commit['retire']>): void => {
  if (what === 'links') run("DELETE FROM links WHERE plein = ? AND kind <> 'owner'", plein)
  else {
    run("DELETE FROM seats WHERE plein = ? AND role <> 'owner'", plein)
    run("UPDATE seats SET perspective = NULL, ready = NULL, hand = 0, clients = '[]', since = NULL WHERE plein = ?", plein)
    run('DELETE FROM answers WHERE plein = ?', plein)
  }
  run('UPDATE pleins SET retired = ? WHERE plein = ?', what, plein)
}

export const deleteAll = ({ run }: Sql, plein: PleinId): void => {
  for (const table of tables) run(`DELETE FROM ${table} WHERE plein = ?`, plein)
}

/** The answer: of which ideas, and whether of the owner, former words went. */
export const write = (on: Sql, plein: PleinId, version: number, commit: Commit): Changed[] => {
  const { run } = on
  run(
    "INSERT INTO pleins (plein, version, title, stage, created_at, retain_until, locale) VALUES (?, 0, '', 'prepared', 0, 0, 'nl') ON CONFLICT (plein) DO NOTHING",
    plein,
  )
  const changed = writeLog(on, plein, commit)
  if (commit.events?.length) run('UPDATE pleins SET version = ? WHERE plein = ?', version + commit.events.length, plein)
  for (const { key, digest, answer } of commit.answers ?? [])
    run(
      'INSERT INTO answers (plein, key, digest, answer) VALUES (?, ?, ?, ?) ON CONFLICT (plein, key) DO NOTHING',
      plein,
      key,
      digest,
      answer,
    )
  writeBallots(on, plein, commit.ballots ?? {})
  writeSeats(on, plein, commit.seats ?? {})
  if (commit.phaseEnds) {
    writeAnew(on, plein, 'seats', 'seat')
    writeAnew(on, plein, 'ballots', 'round, voter')
    writeAnew(on, plein, 'answers', 'key')
  }
  writeKeys(on, plein, commit.keys ?? {})
  writeSealed(on, plein, commit.sealed ?? {})
  writeTexts(on, plein, commit.texts ?? [])
  if (commit.ownTexts) eraseOwnTexts(on, plein)
  for (const { kind, value } of commit.links ?? [])
    run(
      'INSERT INTO links (plein, kind, value) VALUES (?, ?, ?) ON CONFLICT (plein, kind) DO UPDATE SET value = excluded.value',
      plein,
      kind,
      value,
    )
  if (commit.blog) writeBlog(on, plein, commit.blog)
  if (commit.retire) retire(on, plein, commit.retire)
  if (commit.listing) {
    const { title, stage, createdAt, closedAt, retainUntil, locale, practice } = commit.listing
    run(
      'UPDATE pleins SET title = ?, stage = ?, created_at = ?, closed_at = ?, retain_until = ?, locale = ?, practice = ? WHERE plein = ?',
      title,
      stage,
      createdAt,
      closedAt,
      retainUntil,
      locale,
      practice ? 1 : 0,
      plein,
    )
  }
  return changed
}
