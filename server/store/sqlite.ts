/** The store on one SQLite file, `pleinbord.db` in the data directory. All its work happens in a thread of its own. */
import { Worker } from 'node:worker_threads'
import { clock, dayOf, secret } from '../world.ts'
import { type Commit, type CommitResult, type Store, StoreUnavailable } from './contract.ts'
import type { Ask, Asked, Told } from './sqlite/messages.ts'
import type { Settings } from './sqlite/open.ts'

export type SqliteOptions = {
  /** The storage thread ended by itself: this process can store nothing any more and should stop. */
  onBroken?: (problem: string) => void
  /** Something was erased, and stands in the erasure ledger. */
  onErased?: () => void
  /** Another folder in which a ledger may be, for a database that was put back. */
  beside?: string
  /** For the day of an erasure. */
  now?: () => number
  /** For tests: the file may not grow beyond this number of pages (4 KiB each), as on a full disk. */
  pages?: number
  /** For tests: another storage thread. */
  thread?: URL
}
export type SqliteStore = Store & {
  /** Everything as it is on disk, into this file, while commits go on. */
  copy(to: string): Promise<CommitResult>
  /** The erasure ledger forgets what is older than this day (`2026-11-26`). Throws when it cannot be written. */
  prune(before: string): Promise<void>
}
type Pending = { resolve: (answer: unknown) => void; reject: (problem: Error) => void; write: boolean }

const failed = (problem: string): CommitResult => ({ ok: false, reason: 'failed', problem })

/** Copied, because a view on a pooled buffer would take the whole pool along to the other thread. */
const compact = (commit: Commit): Commit =>
  commit.texts ? { ...commit, texts: commit.texts.map((one) => ({ ...one, update: Uint8Array.from(one.update) })) } : commit

/** Throws `StoreUnavailable`. */
export const openSqlite = async (
  folder: string,
  { onBroken, onErased, beside, now = clock, pages, thread }: SqliteOptions = {},
): Promise<SqliteStore> => {
  const workerData: Settings = { folder, beside, generation: secret(48), pages }
  const worker = new Worker(thread ?? new URL('./sqlite/worker.ts', import.meta.url), { workerData, name: 'store' })
  const pending = new Map<number, Pending>()
  let last = 0
  let ended: string | null = null
  let closing: Promise<void> | null = null

  const end = (problem: string): void => {
    if (ended) return
    ended = problem
    for (const { resolve, reject, write } of pending.values()) write ? resolve(failed(problem)) : reject(new Error(problem))
    pending.clear()
    if (!closing) onBroken?.(problem)
  }
  const ask = (asked: Ask): Promise<unknown> => {
    const write = asked.ask === 'commit' || asked.ask === 'probe' || asked.ask === 'copy'
    const problem = ended ?? (closing && asked.ask !== 'close' ? 'The store is closed.' : null)
    if (problem) return write ? Promise.resolve(failed(problem)) : Promise.reject(new Error(problem))
    return new Promise((resolve, reject) => {
      last += 1
      pending.set(last, { resolve, reject, write })
      try {
        worker.postMessage({ number: last, ask: asked } satisfies Asked)
      } catch (problem) {
        // Something that cannot be copied to another thread: a mistake of the caller, not of the disk.
        pending.delete(last)
        write ? resolve(failed(String(problem))) : reject(problem)
      }
    })
  }
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))

  const named = await new Promise<string>((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if (told.told === 'ready') return resolve(told.generation)
      if (told.told === 'unavailable') return reject(new StoreUnavailable(told.sentence))
      if (told.told === 'erased') return onErased?.()
      const waiting = pending.get(told.number)
      pending.delete(told.number)
      if (told.told === 'answer') waiting?.resolve(told.answer)
      else waiting?.reject(new Error(told.problem))
    })
    worker.on('error', (problem) => {
      const said = `The storage thread broke: ${problem instanceof Error ? problem.message : String(problem)}`
      reject(new StoreUnavailable(said))
      end(said)
    })
    worker.on('exit', () => end(closing ? 'The store is closed.' : 'The storage thread ended.'))
  })

  return {
    generation: named,
    commit: (plein, expectedVersion, commit) =>
      ask({ ask: 'commit', plein, expectedVersion, commit: compact(commit), day: dayOf(now()) }) as Promise<CommitResult>,
    load: (plein) => ask({ ask: 'load', plein }) as ReturnType<Store['load']>,
    seatByToken: (tokenHash) => ask({ ask: 'seatByToken', tokenHash }) as ReturnType<Store['seatByToken']>,
    pleinByLink: (link) => ask({ ask: 'pleinByLink', link }) as ReturnType<Store['pleinByLink']>,
    list: () => ask({ ask: 'list' }) as ReturnType<Store['list']>,
    blog: (plein) => ask({ ask: 'blog', plein }) as ReturnType<Store['blog']>,
    blogPage: (slug) => ask({ ask: 'blogPage', slug }) as ReturnType<Store['blogPage']>,
    reminders: () => ask({ ask: 'reminders' }) as ReturnType<Store['reminders']>,
    probe: () => ask({ ask: 'probe' }) as Promise<CommitResult>,
    copy: (to) => ask({ ask: 'copy', to }) as Promise<CommitResult>,
    prune: (before) => ask({ ask: 'prune', before }) as Promise<void>,
    close: () => {
      closing ??= (
        ended
          ? Promise.resolve()
          : ask({ ask: 'close' }).then(
              () => gone,
              () => gone,
            )
      ).then(() => undefined)
      return closing
    },
  }
}
