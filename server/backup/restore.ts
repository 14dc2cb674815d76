/** Puts a backup back in the place of the database of a server that does not run. */
import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { dataFolder } from '../dataFolder.ts'
import { syncFile, syncFolder } from '../store/sqlite/durable.ts'
import { type Entry, entries, ledgerFile, takeOver, together } from '../store/sqlite/ledger.ts'
import { migrations } from '../store/sqlite/migrations.ts'
import { clearRestoring, file as databaseFile, hasLog, open, restoring } from '../store/sqlite/open.ts'
import { secret } from '../world.ts'
import { type Held, heldAside, heldIn, setAside } from './aside.ts'
import { bringKeysBack, keyNamesIn, setKeysAside } from './keysAside.ts'
import { asideName, asidesIn, keysOf } from './names.ts'

export type Restored = {
  ok: true
  /** When the backup was made, epoch milliseconds; `null` when it does not say. */
  madeAt: number | null
  /** In the backup / in the database that was there; `null`: there was none, or it could not be read. */
  back: Held[]
  was: Held[] | null
  /** What was erased after the backup and has been erased again. */
  again: number
  /** Where that was noted, and where no note of it was found. */
  noted: string[]
  searched: string[]
  /** The database that was there. */
  aside: string | null
}
export type Restoring = { ok: false; sentence: string } | Restored

const no = (sentence: string): { ok: false; sentence: string } => ({ ok: false, sentence })
const said = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem))

/** Whole, of a form that is known, and without a name: then the next to open it erases again what was erased since. Works on a copy. */
const check = (copy: string): { ok: false; sentence: string } | { ok: true; madeAt: number | null; back: Held[]; keys: Set<string> } => {
  const database = new DatabaseSync(copy)
  try {
    const form = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    if (form < 1) return no('it is no database of Pleinbord')
    if (form > migrations.length) return no(`it was made by a newer Pleinbord (form ${form}, this one knows ${migrations.length})`)
    const whole = database.prepare('PRAGMA integrity_check').get()?.['integrity_check']
    if (whole !== 'ok') return no(`it is damaged (${whole})`)
    const madeAt = database.prepare("SELECT value FROM meta WHERE name = 'backup'").get()?.['value']
    database.exec("PRAGMA journal_mode = DELETE; DELETE FROM meta WHERE name IN ('generation', 'backup')")
    return { ok: true, madeAt: madeAt === undefined ? null : Number(madeAt), back: heldIn(database), keys: keyNamesIn(database) }
  } catch (problem) {
    return no(`it cannot be read (${said(problem)})`)
  } finally {
    database.close()
  }
}

/** What was set aside a moment ago must not be written over. */
const freeName = (dataDir: string, now: number): string => {
  const name = join(dataDir, asideName(now))
  return existsSync(name) ? freeName(dataDir, now + 1000) : name
}

const notesIn = (folders: readonly string[]): Entry[] | string => {
  try {
    return folders.map(entries).reduce<Entry[]>(together, [])
  } catch (problem) {
    return said(problem)
  }
}

/** `now`: epoch milliseconds, for the name of what is set aside. `backupDir`: where erasures are noted too; beside the backup itself they
 *  may be as well, when somebody took the whole folder along. Changes nothing unless all is well. */
export const restore = (backup: string, dataDir: string, now: number, backupDir = dirname(backup)): Restoring => {
  if (!existsSync(backup)) return no(`There is no file ${backup}.`)
  if (!statSync(backup).isFile()) return no(`${backup} is no file. Nothing has changed.`)
  const copy = restoring(dataDir)
  try {
    dataFolder(dataDir)
    clearRestoring(dataDir)
    // The backup itself stays as it is, whatever happens.
    copyFileSync(backup, copy, constants.COPYFILE_EXCL)
    chmodSync(copy, 0o600)
    // Of a data folder that was saved from a machine that died, or a database that could not be read when it was set aside.
    if (hasLog(backup)) copyFileSync(`${backup}-wal`, `${copy}-wal`)
    const checked = check(copy)
    if (!checked.ok) return no(`${backup} is not put back: ${checked.sentence}. Nothing has changed.`)
    syncFile(copy)
    const searched = [...new Set([dirname(backup), backupDir, dataDir].map((folder) => resolve(folder)))]
    const noted = searched.filter((folder) => existsSync(ledgerFile(folder)))
    const erased = notesIn(searched)
    if (typeof erased === 'string') return no(`${backup} is not put back: ${erased}. Nothing has changed.`)
    // An earlier restore was killed when it had set the database aside: that one is what was there.
    const left = existsSync(databaseFile(dataDir)) ? null : (asidesIn(dataDir)[0]?.path ?? null)
    const before = left === null ? null : heldAside(left)
    const aside = freeName(dataDir, now)
    const moved: (() => void)[] = []
    const was = setAside(databaseFile(dataDir), aside, () => moved.push(setKeysAside(dataDir, aside, checked.keys)))
    if (!was.ok) return no(`${was.sentence} Nothing has changed.`)
    try {
      moved.push(bringKeysBack(dataDir, backup))
      // Before the backup stands there: whoever starts a server on it, after a crash here too, erases them again.
      if (noted.length > 0) takeOver(dataDir, erased)
      renameSync(copy, databaseFile(dataDir))
    } catch (problem) {
      was.back()
      const keys = keysOf(aside)
      if (keys !== null) rmSync(keys, { recursive: true, force: true })
      return no(`${backup} could not be put back: ${said(problem)}. Nothing has changed.`)
    }
    syncFolder(dataDir)
    for (const takeAway of moved) takeAway()
    const opened = open({ folder: dataDir, generation: secret(48) })
    if ('unavailable' in opened) return no(`The backup was put back, but ${opened.unavailable}`)
    const { again } = opened
    opened.database.close()
    const there = was.there ? { was: was.held, aside } : { was: before, aside: left }
    return { ok: true, madeAt: checked.madeAt, back: checked.back, again, noted, searched, ...there }
  } catch (problem) {
    return no(`${backup} could not be put back: ${said(problem)}. Look in ${dataDir} before you start the server.`)
  } finally {
    clearRestoring(dataDir)
  }
}
