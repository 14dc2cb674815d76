/** Sets the present database aside under another name; never while a server uses it. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { forgetName } from '../store/sqlite/open.ts'

/** One Plein as a database has it. `version`: the number of acts in its log. */
export type Held = { plein: string; title: string; version: number }
/** `back`: puts it where it was. */
export type Aside = { ok: false; sentence: string } | { ok: true; there: boolean; held: Held[] | null; back: () => void }

export const heldIn = (database: DatabaseSync): Held[] =>
  database
    .prepare('SELECT plein, title, version FROM pleins ORDER BY created_at, plein')
    .all()
    .map((row) => ({ plein: String(row['plein']), title: String(row['title']), version: Number(row['version']) }))

const SQLITE_BUSY = 5
const ends = ['-wal', '-shm', '-journal']

/** What is in it, and all of it in one file; `null`: it cannot be read, which may be why somebody restores. */
const settle = (file: string): Held[] | 'busy' | null => {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(file, { timeout: 500 })
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE; COMMIT')
    const held = heldIn(database)
    // Whoever puts it back by hand gets documents of another name, and what was erased since goes again.
    database.exec(forgetName)
    // All of it in one file that says so: a log that lies where it is put back is of another one.
    database.exec('PRAGMA journal_mode = DELETE')
    return held
  } catch (problem) {
    return (Number((problem as { errcode?: number }).errcode ?? 0) & 0xff) === SQLITE_BUSY ? 'busy' : null
  } finally {
    if (database?.isOpen) database.close()
  }
}

/** What an earlier restore set aside before it was killed; `null`: it cannot be read. */
export const heldAside = (aside: string): Held[] | null => {
  try {
    const database = new DatabaseSync(aside, { readOnly: true })
    try {
      return heldIn(database)
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

/** `before`: what else has to be set aside, once nobody uses it. */
export const setAside = (file: string, aside: string, before: () => void): Aside => {
  if (!existsSync(file)) {
    for (const end of ends) rmSync(`${file}${end}`, { force: true })
    return { ok: true, there: false, held: null, back: () => undefined }
  }
  const held = settle(file)
  if (held === 'busy') return { ok: false, sentence: `A server is running on ${file}: stop it first.` }
  before()
  const move = (from: string, to: string): void => {
    renameSync(from, to)
    // Of a database that could not be read the log goes along: it may hold what the file does not.
    for (const end of ends) if (existsSync(`${from}${end}`)) renameSync(`${from}${end}`, `${to}${end}`)
  }
  move(file, aside)
  return { ok: true, there: true, held, back: () => move(aside, file) }
}
