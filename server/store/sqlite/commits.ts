/** Commits that wait together share one transaction and so one sync of the disk; each is answered for itself. */
import { rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { erases, mistake } from '../check.ts'
import type { CommitResult } from '../contract.ts'
import type { Ask } from './messages.ts'
import { deleteAll, fits, type Sql, write } from './write.ts'

export type Waiting = Extract<Ask, { ask: 'commit' }>
const failed = (problem: unknown): CommitResult => ({
  ok: false,
  reason: 'failed',
  problem: problem instanceof Error ? problem.message : String(problem),
})

const one = (on: Sql, { plein, expectedVersion, commit }: Waiting): CommitResult => {
  const problem = mistake(expectedVersion, commit)
  if (problem) return failed(problem)
  if (commit.deleteAll) {
    deleteAll(on, plein)
    return { ok: true }
  }
  const version = fits(on, plein, expectedVersion, commit)
  if (version === null) return { ok: false, reason: 'conflict' }
  write(on, plein, version, commit)
  return { ok: true }
}

export const commits = (database: DatabaseSync, on: Sql, copy: string) => {
  let owing = false
  /** Erased bytes go from the log and from a copy as well. What cannot be done now (a full disk) stays owed: the commit itself is on disk. */
  const clean = (): void => {
    if (!owing) return
    try {
      rmSync(copy, { force: true })
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      owing = false
    } catch {
      owing = true
    }
  }
  const transaction = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const done = work()
      database.exec('COMMIT')
      return done
    } catch (problem) {
      // On a full disk SQLite may have rolled back by itself.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw problem
    }
  }
  const alone = (waiting: Waiting): CommitResult => {
    try {
      return transaction(() => one(on, waiting))
    } catch (problem) {
      return failed(problem)
    }
  }
  const group = (waiting: Waiting[]): CommitResult[] => {
    try {
      return transaction(() => waiting.map((commit) => one(on, commit)))
    } catch (problem) {
      // One that fails must not take the others along.
      return waiting.length === 1 ? [failed(problem)] : waiting.map(alone)
    }
  }
  return {
    commit: (waiting: Waiting[]): CommitResult[] => {
      const results = group(waiting)
      if (waiting.some(({ commit }, place) => results[place]?.ok && erases(commit))) owing = true
      clean()
      return results
    },
    probe: (): CommitResult => {
      try {
        transaction(() =>
          on.run(
            "INSERT INTO meta (name, value) VALUES ('probe', '1') ON CONFLICT (name) DO UPDATE SET value = CASE value WHEN '1' THEN '2' ELSE '1' END",
          ),
        )
        clean()
        return { ok: true }
      } catch (problem) {
        return failed(problem)
      }
    },
  }
}
