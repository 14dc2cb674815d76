/** Opens the database file, takes the lock of this data directory and brings the form of the database up to date. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { entries, takeOver, together } from './ledger.ts'
import { migrations } from './migrations.ts'
import { reapply } from './reapply.ts'
import { sql } from './sql.ts'

/** `again`: how many erasures were done again on a backup that was put back. */
export type Opened = { database: DatabaseSync; generation: string; again: number }
/** A sentence for the person who starts the server. */
export type Unavailable = { unavailable: string }
export type Settings = {
  folder: string
  /** Where else a ledger of erasures may be. */
  beside?: string | undefined
  /** for a database that is new */
  generation: string /** tests only: the file may not grow beyond this */
  pages?: number | undefined
}

export const file = (folder: string): string => join(folder, 'pleinbord.db')
/** What stood there before the last migration; goes with the first erasure, which would be none while a copy lies beside it. */
export const copyBefore = (folder: string): string => join(folder, 'pleinbord.before-migration.db')

/** The copy of a backup that a restore works on. Where that was killed it stays, whole, and no erasure would reach it. */
export const restoring = (folder: string): string => `${file(folder)}.restoring`
export const clearRestoring = (folder: string): void => {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${restoring(folder)}${end}`, { force: true })
}

/** Of a copy: the next to open it takes it for a backup that was put back. */
export const forgetName = "DELETE FROM meta WHERE name = 'generation'"

/** No database, and one that a restore has set aside, or the copy of the backup that should have come in its place: it was killed between the two.
 *  A new database would know none of the keys beside it, and they would be destroyed as those of no round. */
const halfRestored = (folder: string): boolean =>
  !existsSync(file(folder)) &&
  existsSync(folder) &&
  readdirSync(folder).some((name) => /^pleinbord\.before-restore\..*\.db$/.test(name) || join(folder, name) === restoring(folder))

const SQLITE_BUSY = 5
const primaryCode = (problem: unknown): number => Number((problem as { errcode?: number }).errcode ?? 0) & 0xff
const sentence = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem))

/** Readable by this user alone. Never opened a second time by us: closing any handle on the file would free the lock of the whole process. */
const makePrivate = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(file(folder))) closeSync(openSync(file(folder), 'a', 0o600))
}

/** How a file of SQLite says in its head that it keeps no log of writes, as all that we copy does and nothing that we serve from. */
const keepsNoLog = 1

/** Whether there is a log beside it, and that is its own; where somebody put another file in the place of one that was served from, it is not. */
export const hasLog = (path: string): boolean => {
  if (!existsSync(`${path}-wal`)) return false
  const head = Buffer.alloc(20)
  const opened = openSync(path, 'r')
  try {
    readSync(opened, head)
  } finally {
    closeSync(opened)
  }
  return head[18] !== keepsNoLog
}

/** Of a database that was put there by hand after a crash: the log of the one that stood there would be read into it. Looked at before there is a
 *  lock to lose. */
const leaveForeignLog = (path: string): void => {
  if (!existsSync(`${path}-wal`) || hasLog(path)) return
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}

const lock = (database: DatabaseSync): void => {
  // EXCLUSIVE locks lazily, so the lock is taken here; the system frees it however this process ends.
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  database.exec('BEGIN EXCLUSIVE; COMMIT')
}

const settle = (database: DatabaseSync, pages: number | undefined): void => {
  database.exec('PRAGMA journal_mode = WAL')
  // FULL syncs the log at every commit; fullfsync asks the same of disks under macOS that would else only promise it.
  database.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON')
  database.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY')
  if (pages) database.exec(`PRAGMA max_page_count = ${Math.trunc(pages)}`)
}

const formOf = (database: DatabaseSync): number => Number(database.prepare('PRAGMA user_version').get()?.['user_version'])

const migrate = (database: DatabaseSync, folder: string, from: number, steps: readonly string[]): void => {
  if (from > 0 && from < steps.length) {
    rmSync(copyBefore(folder), { force: true })
    // SQLite fills an empty file, and would make a new one that everybody on this machine can read.
    closeSync(openSync(copyBefore(folder), 'wx', 0o600))
    database.prepare('VACUUM INTO ?').run(copyBefore(folder))
    const copy = new DatabaseSync(copyBefore(folder))
    copy.exec(forgetName)
    copy.close()
  }
  for (const [place, migration] of steps.entries()) {
    if (place >= from) database.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${place + 1}; COMMIT`)
  }
}

/** A database without a name of its own is new, or a backup that was put back, by whichever hand: what was erased since goes again, and its
 *  documents get other names. */
const settleGeneration = (
  database: DatabaseSync,
  { folder, beside, generation: fresh }: Settings,
): Pick<Opened, 'generation' | 'again'> => {
  const on = sql(database)
  const known = on.get("SELECT value FROM meta WHERE name = 'generation'")
  if (known) return { generation: String(known['value']), again: 0 }
  const own = entries(folder)
  const all = together(beside === undefined ? [] : entries(beside), own)
  if (all.length > own.length) takeOver(folder, all)
  database.exec('BEGIN IMMEDIATE')
  const again = reapply(on, all)
  on.run("INSERT INTO meta (name, value) VALUES ('generation', ?)", fresh)
  // Of the moment of a backup it knows no more: what is written now came after it.
  on.run("DELETE FROM meta WHERE name = 'backup'")
  if (again > 0) on.run("INSERT INTO meta (name, value) VALUES ('rewrite', 'owed') ON CONFLICT (name) DO NOTHING")
  database.exec('COMMIT')
  return { generation: fresh, again }
}

export const open = (settings: Settings, steps = migrations): Opened | Unavailable => {
  const { folder, pages } = settings
  let database: DatabaseSync | null = null
  try {
    if (halfRestored(folder))
      return {
        unavailable: `A restore into ${folder} was not finished, and there is no database. Run "npm run restore" again, with the same backup or with what was set aside (pleinbord.before-restore.….db); to begin anew, move those files out of the folder.`,
      }
    makePrivate(folder)
    leaveForeignLog(file(folder))
    database = new DatabaseSync(file(folder), { timeout: 1000 })
    lock(database)
    clearRestoring(folder)
    settle(database, pages)
    const form = formOf(database)
    if (form > steps.length) {
      database.close()
      return {
        unavailable: `The data in ${folder} was made by a newer Pleinbord (form ${form}, this one knows ${steps.length}). Start the newer version, or choose another DATA_DIR.`,
      }
    }
    migrate(database, folder, form, steps)
    const known = settleGeneration(database, settings)
    // What an earlier run erased may still stand in the log that it left behind.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return { database, ...known }
  } catch (problem) {
    if (database?.isOpen) database.close()
    return {
      unavailable:
        primaryCode(problem) === SQLITE_BUSY
          ? `Another Pleinbord server is running on ${folder}. Stop that one first, or give this one its own DATA_DIR.`
          : `The data directory ${folder} cannot be used: ${sentence(problem)}. Make it a directory that this user may write to, with space left, or choose another DATA_DIR.`,
    }
  }
}
