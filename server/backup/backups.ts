/** Backups of a database that is in use: copied beside the commits, checked, and only then under their own name. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Log } from '../live/contract.ts'
import { syncFolder } from '../store/sqlite/durable.ts'
import { file } from '../store/sqlite/open.ts'
import type { SqliteStore } from '../store/sqlite.ts'
import { dayOf } from '../world.ts'
import { type Beside, createBeside } from './beside.ts'
import type { Finish, Finished } from './finish.ts'
import { type Backup, backupName, backupsIn, partName, tidy } from './names.ts'

export type BackupParts = {
  store: Pick<SqliteStore, 'copy' | 'prune'>
  folder: string
  dataDir: string
  /** How long they are kept. */
  days: number
  /** Bytes that must stay free on the disk of the backups. */
  diskFree: number
  /** Bytes that are free on the disk of this folder; absent: what the system says. */
  free?: (folder: string) => Promise<number>
  now: () => number
  /** Nothing may go for its date now, see `Hold`; absent: never so. */
  held?: () => boolean
  log: Log
}
export type Made = ({ ok: true } & Backup) | { ok: false; problem: string }
export type Backups = {
  /** A new one; asked while one is being made, it is that one. */
  make(): Promise<Made>
  /** Removes those that are too old, and notes of erasures before them, also when no new one is made any more. */
  tidy(): void
  /** Of those made by now: one of a clock that ran ahead does not say that there are backups of today. */
  newest(): Backup | null
  /** No earlier than any of them, whatever the clock says now: what is erased while it is behind stands in them, and is noted for as long. */
  erasing(): number
  /** What was erased is noted beside them. */
  beside: Beside
}

const DAY = 86_400_000

const freeOn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
const finished = (workerData: Finish): Promise<Finished> =>
  new Promise((resolve) => {
    const thread = new Worker(new URL('./finish.ts', import.meta.url), { workerData, name: 'backup' })
    thread.once('message', resolve)
    thread.once('error', (problem) => resolve(String(problem)))
    thread.once('exit', () => resolve('The thread that checks backups ended.'))
  })

export const createBackups = ({ store, folder, dataDir, days, diskFree, free = freeOn, now, held, log }: BackupParts): Backups => {
  let making: Promise<Made> | null = null
  const beside = createBeside({ folder, dataDir, now, log })

  const newest = (): Backup | null => backupsIn(folder).find(({ madeAt }) => madeAt <= now()) ?? null
  const sizeOf = (end: '' | '-wal'): number => statSync(`${file(dataDir)}${end}`, { throwIfNoEntry: false })?.size ?? 0
  /** What the next one will need at the most: as much as the last, or the database as it is. Of the first no other says what the log adds. */
  const bytes = (): number => Math.max(newest()?.bytes ?? sizeOf('') + sizeOf('-wal'), sizeOf(''))
  /** A backup must not be what fills the disk of the Plein that it is for. It is written anew once, beside itself. */
  const lacks = async (): Promise<number> => diskFree + 2 * bytes() - (await free(folder))
  /** The oldest go before a new one is not made, but never the last, and none at all where that would not help: then something else fills the disk. */
  const room = async (): Promise<boolean> => {
    const wanted = await lacks()
    if (wanted < 0) return true
    // Which of them is old a clock that is wrong cannot say.
    if (held?.()) return false
    const last = newest()?.path
    const oldest = backupsIn(folder)
      .filter(({ path }) => path !== last)
      .reverse()
    if (oldest.reduce((sum, { bytes }) => sum + bytes, 0) <= wanted) return false
    let freed = 0
    const gone = oldest.filter(({ bytes }) => {
      const goes = freed <= wanted
      if (goes) freed += bytes
      return goes
    })
    for (const { path } of gone) rmSync(path, { force: true })
    log.warn(
      { folder, backups: gone.length, bytes: freed },
      'the oldest backups went, because their disk has too little room for a new one',
    )
    return (await lacks()) < 0
  }
  /** Known here: a disk of backups that hangs holds up no commit. */
  let latest = Number.NEGATIVE_INFINITY
  const look = (): void => {
    latest = backupsIn(folder)[0]?.madeAt ?? Number.NEGATIVE_INFINITY
  }
  look()
  const tidyUp = (): void => {
    const moment = now()
    if (!held?.()) tidy({ folder, dataDir, now: moment, days })
    look()
  }
  const prune = async (always: boolean): Promise<void> => {
    const before = dayOf(now() - (days + 2) * DAY)
    // What was erased before the oldest backup is in none of them. A ledger that is too long harms nobody, a missing backup does.
    const pruned =
      !held?.() &&
      (await store.prune(before).then(
        () => true,
        (problem: unknown) => {
          log.error({ problem: String(problem) }, 'the erasure ledger could not be pruned')
          return false
        },
      ))
    // Also where nothing was ever erased: whoever puts a backup back sees that nothing was.
    await beside.keep({ always, ...(pruned ? { before } : {}) })
  }
  const makeInto = async (part: string, madeAt: number): Promise<string | null> => {
    rmSync(part, { force: true })
    // SQLite fills an empty file, and would make a new one that everybody on this machine can read.
    closeSync(openSync(part, 'wx', 0o600))
    const copied = await store.copy(part)
    if (!copied.ok) return copied.reason === 'failed' ? copied.problem : copied.reason
    return finished({ file: part, madeAt })
  }
  const makeOne = async (): Promise<Made> => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    tidyUp()
    if (!(await room())) return { ok: false, problem: `there is too little room in ${folder}` }
    await prune(true)
    const madeAt = Math.floor(now() / 1000) * 1000
    const name = backupName(madeAt)
    const [path, part] = [join(folder, name), join(folder, partName(name))]
    const problem = await makeInto(part, madeAt)
    if (problem !== null) {
      rmSync(part, { force: true })
      return { ok: false, problem }
    }
    renameSync(part, path)
    latest = Math.max(latest, madeAt)
    syncFolder(folder)
    return { ok: true, name, path, madeAt, bytes: statSync(path).size }
  }
  const make = async (): Promise<Made> => {
    const made = await makeOne().catch((problem: unknown): Made => ({ ok: false, problem: String(problem) }))
    if (made.ok) log.info({ backup: made.name, bytes: made.bytes }, 'a backup was made')
    else log.error({ folder, problem: made.problem }, 'a backup could not be made')
    return made
  }
  return {
    make: () => {
      making ??= make().finally(() => {
        making = null
      })
      return making
    },
    tidy: () => {
      // What one that is being made has written so far would go with it, and it tidies up itself.
      if (making !== null) return
      tidyUp()
      void prune(false)
    },
    newest,
    erasing: () => Math.max(now(), latest),
    beside,
  }
}
