import { clear, del, delMany, entries, setMany } from 'idb-keyval'
import { openOwnDatabase } from './ownDatabase.ts'

/** What this device keeps of one Plein: single records, so that two tabs do not overwrite each other's lists. */
export type Shelf = {
  all: () => Promise<[string, unknown][]>
  /** Resolves when it is on disk (where there is one). */
  put: (records: [string, unknown][]) => Promise<void>
  remove: (keys: string[]) => Promise<void>
  /** Everything of this Plein goes from this device. */
  clear: () => Promise<void>
  /** Whether it outlives the page; the person is told when it does not. */
  durable: () => boolean
}

export const memoryShelf = (): Shelf => {
  const records = new Map<string, unknown>()
  return {
    all: async () => [...records],
    put: async (added) => {
      for (const [key, value] of added) records.set(key, value)
    },
    remove: async (keys) => {
      for (const key of keys) records.delete(key)
    },
    clear: async () => records.clear(),
    durable: () => false,
  }
}

/** Some browsers that keep nothing throw at the bare name. */
const hasDisk = (): boolean => {
  try {
    return typeof indexedDB !== 'undefined'
  } catch {
    return false
  }
}

/** A browser clears away what sites keep when the disk of a phone is full, and Safari after a week without a visit: what waits to be sent, and
 *  the keys of one's own ideas, with it. Not there on plain http; nobody waits for the answer, and without it all is as it was. */
const askToStay = async (): Promise<void> => {
  try {
    await navigator.storage.persist()
  } catch {}
}

/** In IndexedDB; goes on in memory when the browser refuses (private window, full disk, a deletion that another tab holds up); the next page tries anew. */
export const deviceShelf = (plein: string): Shelf => {
  const memory = memoryShelf()
  let durable = hasDisk()
  const { store, drop } = openOwnDatabase(`pleinbord:${plein}`)
  /** An answer that comes in after the wiping must not put anything back. */
  let wiped = false
  let asked = false
  const attempt = async <T>(onDisk: () => Promise<T>, inMemory: () => Promise<T>): Promise<T> => {
    if (!durable) return inMemory()
    try {
      return await onDisk()
    } catch {
      durable = false
      return inMemory()
    }
  }
  return {
    all: async () =>
      attempt(
        () => entries<string, unknown>(store),
        () => memory.all(),
      ),
    put: async (records) => {
      if (wiped) return
      await memory.put(records)
      await attempt(
        () => setMany(records, store),
        async () => {},
      )
      // Only of whoever has something to lose: Firefox asks its owner.
      if (asked || !durable) return
      asked = true
      void askToStay()
    },
    remove: async (keys) => {
      await memory.remove(keys)
      await attempt(
        () => (keys.length === 1 && keys[0] !== undefined ? del(keys[0], store) : delMany(keys, store)),
        async () => {},
      )
    },
    clear: async () => {
      wiped = true
      await memory.clear()
      // First what stands in it: where another tab keeps the file open, at least that is gone at once.
      await attempt(
        () => clear(store),
        async () => {},
      )
      // Also when the disk has refused: there may be something on it from before.
      if (hasDisk()) await drop().catch(() => {})
    },
    durable: () => durable,
  }
}
