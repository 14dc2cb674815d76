/** Stores for tests, each closed after its test. */
import { onTestFinished } from 'vitest'
import type { CommitResult, Store } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { openSqlite, type SqliteOptions, type SqliteStore } from '../../server/store/sqlite.ts'
import { folder } from './folder.ts'

export type MakeStore = () => Promise<Store>

export const inMemory: MakeStore = async () => memoryStore()

export const onDisk = async (path: string, options?: SqliteOptions): Promise<SqliteStore> => {
  const store = await openSqlite(path, options)
  onTestFinished(() => store.close())
  return store
}

export const onNewDisk: MakeStore = () => onDisk(folder())

/** A store whose next commits go wrong as told: `trouble.next.push({ ok: false, reason: 'failed', problem: 'disk full' })`, or all of them while `trouble.always` stands. */
export const troubled = (store: Store): { store: Store; trouble: { next: CommitResult[]; always: CommitResult | null } } => {
  const trouble: { next: CommitResult[]; always: CommitResult | null } = { next: [], always: null }
  const bad = (): CommitResult | null => trouble.next.shift() ?? trouble.always
  return {
    trouble,
    store: {
      ...store,
      commit: async (...commit) => bad() ?? store.commit(...commit),
      probe: async () => bad() ?? store.probe(),
    },
  }
}
