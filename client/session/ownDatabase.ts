import type { UseStore } from 'idb-keyval'

/** Milliseconds after which the browser is not waited for any more: what is asked of a database stands behind its deletion, and a tab that
 *  sleeps may hold that up for hours. */
const patience = 3000

/** A database with one table, opened when it is first used, that can be taken away whole: its name tells which Plein somebody was at.
 *  `store` rejects when the database cannot be opened within three seconds, or refuses twice. */
export const openOwnDatabase = (
  name: string,
): { store: UseStore /** Resolves when it is gone, or goes as soon as the last tab lets go. */; drop: () => Promise<void> } => {
  let opened: Promise<IDBDatabase> | null = null
  let connection: IDBDatabase | null = null
  let dropped = false
  const lose = (lost: IDBDatabase) => {
    if (connection !== lost) return
    connection = null
    opened = null
  }
  const take = (database: IDBDatabase) => {
    connection = database
    // Safari closes a connection by itself now and then.
    database.onclose = () => lose(database)
    // Another tab wipes it: an open connection would hold that up, and a later write would make the database anew.
    database.onversionchange = () => {
      dropped = true
      database.close()
    }
  }
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name)
      let late = false
      const timer = setTimeout(() => {
        late = true
        reject(new Error('not opened'))
      }, patience)
      request.onupgradeneeded = () => {
        // Nobody waits for it any more, and an empty one would still have the name.
        if (late) request.transaction?.abort()
        else request.result.createObjectStore('own')
      }
      request.onsuccess = () => {
        clearTimeout(timer)
        if (late) return request.result.close()
        take(request.result)
        resolve(request.result)
      }
      request.onerror = () => {
        clearTimeout(timer)
        reject(request.error)
      }
    })
  const current = async (): Promise<IDBDatabase> => {
    if (dropped) throw new Error('dropped')
    opened ??= open()
    try {
      return await opened
    } catch (error) {
      opened = null
      throw error
    }
  }
  const table = (database: IDBDatabase, mode: IDBTransactionMode) => database.transaction('own', mode).objectStore('own')
  return {
    store: async (mode, use) => {
      const database = await current()
      try {
        return await use(table(database, mode))
      } catch {
        // iOS ends a connection in the background without a word: once more, on a new one.
        lose(database)
        database.close()
        return use(table(await current(), mode))
      }
    },
    drop: async () => {
      const database = await opened?.catch(() => null)
      dropped = true
      database?.close()
      const request = indexedDB.deleteDatabase(name)
      // A tab that sleeps keeps it until it wakes or goes; nobody waits for that, nor for an earlier deletion that waits for it.
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, patience)
        request.onsuccess = request.onblocked = () => {
          clearTimeout(timer)
          resolve()
        }
        request.onerror = () => {
          clearTimeout(timer)
          reject(request.error)
        }
      })
    },
  }
}
