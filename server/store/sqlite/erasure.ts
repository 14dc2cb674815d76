/** Erased has to mean gone from every byte. SQLite blanks what it deletes (`secure_delete`), but three places keep copies: the log, the copy
 *  from before a migration, and pages that were split, whose old half is free and yet not blank (found by searching the file: 8 of 853
 *  redacted texts were still in it). Log and copy are cleaned with the commit (of withdrawn words: with the pages); the pages by writing the file anew, which takes 15 ms for
 *  each MB, so it waits for a quiet moment. That it is owed stands in the database itself: a crash does not forget it. */
import { rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Sql } from './sql.ts'

export type Erasure = {
  /** Inside the transaction that erases. `soon`: with the rewriting. */
  owe: (when: 'at once' | 'soon') => void
  /** The log of writes is to go, and nothing else. */
  forget: () => void
  /** After a commit. What cannot be done now, on a full disk, is tried again after the next one: the commit itself is on disk. */
  clean: () => void
  isOwed: () => boolean
  /** Writes the file anew; stays owed when that fails. */
  rewrite: () => void
  megabytes: () => number
}

export const erasure = (database: DatabaseSync, { run, get }: Sql, copy: string): Erasure => {
  let log = false
  const isOwed = (): boolean => get("SELECT value FROM meta WHERE name = 'rewrite'") !== undefined
  let owed = isOwed()
  const clean = (): void => {
    if (!log) return
    try {
      rmSync(copy, { force: true })
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      log = false
    } catch {
      log = true
    }
  }
  return {
    owe: (when) => {
      run("INSERT INTO meta (name, value) VALUES ('rewrite', 'owed') ON CONFLICT (name) DO NOTHING")
      log ||= when === 'at once'
      owed = true
    },
    forget: () => {
      log = true
    },
    clean,
    isOwed: () => owed,
    rewrite: () => {
      try {
        database.exec('VACUUM')
        run("DELETE FROM meta WHERE name = 'rewrite'")
        owed = false
      } catch {
        owed = true
      }
      // After a failure too, or what it wrote so far would keep the disk full.
      log = true
      clean()
    },
    megabytes: () => (Number(get('PRAGMA page_count')?.['page_count']) * 4096) / 1_000_000,
  }
}
