import type { Page } from 'playwright-core'

/** The keys of what a phone keeps for one Plein, as they stand on its disk. */
export const ownKeys = (page: Page, prefix: string): Promise<string[]> =>
  page.evaluate(async (begins) => {
    const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('pleinbord:'))
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name!)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const asking = database.transaction('own').objectStore('own').getAllKeys()
      asking.onsuccess = () => resolve(asking.result)
    })
    database.close()
    return keys.map(String).filter((key) => key.startsWith(begins))
  }, prefix)
