/** Backups as files: `pleinbord.2026-11-26T20-15-07Z.db`. Their time stands in the name, so that moving them does not change it. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

export type Backup = { name: string; path: string /** epoch milliseconds */; madeAt: number; bytes: number }

/** Of a moment, for a name: no colons, because Windows takes none. */
export const stamp = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
export const backupName = (moment: number): string => `pleinbord.${stamp(moment)}.db`
/** A database that a restore has set aside. */
export const asideName = (moment: number): string => `pleinbord.before-restore.${stamp(moment)}.db`
/** While it is being made. */
export const partName = (name: string): string => `${name}.part`

const moment = String.raw`(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z`
const backup = new RegExp(`^pleinbord\\.${moment}\\.db$`)
const aside = new RegExp(`^pleinbord\\.before-restore\\.${moment}\\.db$`)
const asideKeys = new RegExp(`^pleinbord\\.before-restore\\.${moment}\\.keys$`)
const half = new RegExp(`^pleinbord\\.${moment}\\.db\\.part(-journal|-wal|-shm)?$`)

const timed = (folder: string, form: RegExp): Backup[] => {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const [, day, hour, minute, second] = form.exec(name) ?? []
      if (day === undefined) return []
      const path = join(folder, name)
      return [{ name, path, madeAt: Date.parse(`${day}T${hour}:${minute}:${second}Z`), bytes: statSync(path).size }]
    })
    .sort((a, b) => b.madeAt - a.madeAt)
}

/** The folder of keys that goes with a database that was set aside; `null`: that is none. */
export const keysOf = (path: string): string | null => (aside.test(basename(path)) ? path.replace(/\.db$/, '.keys') : null)

/** The newest first; none when the folder cannot be read. */
export const backupsIn = (folder: string): Backup[] => timed(folder, backup)

/** Databases that restores have set aside, the newest first. */
export const asidesIn = (folder: string): Backup[] => timed(folder, aside)

const DAY = 86_400_000

/** What may go: older than `days`, and of all but the last day every one that is not the newest of its day (UTC). */
export const superfluous = (backups: readonly Backup[], now: number, days: number): Backup[] => {
  const seen = new Set<number>()
  return backups.filter(({ madeAt }) => {
    const day = Math.floor(madeAt / DAY)
    const newest = !seen.has(day)
    seen.add(day)
    return madeAt < now - days * DAY || (!newest && madeAt < now - DAY)
  })
}

/** Removes what nobody needs any more, and what was left half made. `dataDir`: where a restore sets a database aside, for as long as a backup. */
export const tidy = ({ folder, dataDir, now, days }: { folder: string; dataDir: string; now: number; days: number }): void => {
  const old = asidesIn(dataDir).filter(({ madeAt }) => madeAt < now - days * DAY)
  for (const { path } of [...superfluous(backupsIn(folder), now, days), ...timed(folder, half), ...old]) rmSync(path, { force: true })
  // Without their database they open nothing that anybody should read.
  const left = new Set(asidesIn(dataDir).map(({ path }) => keysOf(path)))
  for (const { path } of timed(dataDir, asideKeys)) if (!left.has(path)) rmSync(path, { recursive: true, force: true })
}
