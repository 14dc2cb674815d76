/** Commits that wait together share one transaction and so one sync of the disk; each is answered for itself. */
import type { DatabaseSync } from 'node:sqlite'
import { erases, mistake } from '../check.ts'
import type { CommitResult } from '../contract.ts'
import { type Changed, erasedBy } from '../erased.ts'
import type { Erasure } from './erasure.ts'
import type { Entry, Ledger } from './ledger.ts'
import type { Ask } from './messages.ts'
import type { Sql } from './sql.ts'
import { deleteAll, fits, write } from './write.ts'

export type Waiting = Extract<Ask, { ask: 'commit' }>
export type Commits = { commit: (waiting: Waiting[]) => CommitResult[]; probe: () => CommitResult }

const failed = (problem: unknown): CommitResult => ({
  ok: false,
  reason: 'failed',
  problem: problem instanceof Error ? problem.message : String(problem),
})

export const commits = (database: DatabaseSync, on: Sql, { owe, forget, clean }: Erasure, ledger: Ledger): Commits => {
  /** What the transaction that is going on erases. */
  let erased: Entry[] = []
  const one = ({ plein, expectedVersion, commit, day }: Waiting): CommitResult => {
    const problem = mistake(expectedVersion, commit)
    if (problem) return failed(problem)
    let changed: Changed[] = []
    if (commit.deleteAll) {
      deleteAll(on, plein)
    } else {
      const version = fits(on, plein, expectedVersion, commit)
      if (version === null) return { ok: false, reason: 'conflict' }
      changed = write(on, plein, version, commit)
    }
    const when = erases(commit)
    if (when) owe(when)
    if (commit.phaseEnds) {
      forget()
      // Long rows of cards and of what was said of names stand on pages of their own, in the order in which they came (S2).
      if (on.get('SELECT 1 AS one FROM sealed WHERE plein = ? LIMIT 1', plein)) owe('soon')
    }
    erased.push(...erasedBy(plein, commit, expectedVersion === 0, changed).map((one): Entry => [day, ...one]))
    return { ok: true }
  }
  const transaction = <T>(work: () => T): T => {
    erased = []
    let takeBack = (): void => undefined
    database.exec('BEGIN IMMEDIATE')
    try {
      const done = work()
      // First the ledger: an erasure without its line would come back with an older backup, a line without its erasure was at least asked for.
      takeBack = ledger.append(erased)
      database.exec('COMMIT')
      return done
    } catch (problem) {
      // On a full disk SQLite may have rolled back by itself.
      if (database.isTransaction) database.exec('ROLLBACK')
      takeBack()
      throw problem
    }
  }
  const alone = (waiting: Waiting): CommitResult => {
    try {
      return transaction(() => one(waiting))
    } catch (problem) {
      return failed(problem)
    }
  }
  const together = (waiting: Waiting[]): CommitResult[] => {
    try {
      return transaction(() => waiting.map(one))
    } catch (problem) {
      // One that fails must not take the others along.
      return waiting.length === 1 ? [failed(problem)] : waiting.map(alone)
    }
  }
  return {
    commit: (waiting) => {
      const results = together(waiting)
      clean()
      ledger.settled()
      if (waiting.some(({ commit }) => commit.phaseEnds || commit.keys?.eraseAll)) ledger.forgetOrder()
      return results
    },
    probe: () => {
      try {
        // Another value each time, or SQLite would write nothing.
        transaction(() =>
          on.run(
            "INSERT INTO meta (name, value) VALUES ('probe', '1') ON CONFLICT (name) DO UPDATE SET value = CASE meta.value WHEN '1' THEN '2' ELSE '1' END",
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
