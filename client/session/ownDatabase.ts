import type { UseStore } from 'idb-keyval'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** A database with one table, opened when it is first used, that can be taken away whole: its name tells which Plein somebody was at. */
export const openOwnDatabase = (
  name: string,
): { store: UseStore /** Resolves when it is gone, or goes as soon as the last tab lets go. */; drop: () => Promise<void> } => {
  let opened: Promise<IDBDatabase> | null = null
  let dropped = false
  const open = async (): Promise<IDBDatabase> => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.result.createObjectStore('own')
    const database = await done(request)
    // Safari closes a connection by itself now and then.
    database.onclose = () => {
      opened = null
    }
    // Another tab wipes it: an open connection would hold that up, and a later write would make the database anew.
    database.onversionchange = () => {
      dropped = true
      database.close()
    }
    return database
  }
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
  return {
    store: async (mode, use) => use((await current()).transaction('own', mode).objectStore('own')),
    drop: async () => {
      const database = await opened?.catch(() => null)
      dropped = true
      database?.close()
      const request = indexedDB.deleteDatabase(name)
      // A tab that sleeps keeps it until it wakes or goes; nobody waits for that.
      await new Promise<void>((resolve, reject) => {
        request.onsuccess = () => resolve()
        request.onblocked = () => resolve()
        request.onerror = () => reject(request.error)
      })
    },
  }
}
