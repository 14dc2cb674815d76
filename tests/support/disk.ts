import type { Page } from 'playwright-core'

/** A phone whose disk says that it has something only when the test lets it, from the next page on. */
export const slowDisk = async (page: Page): Promise<(slow: boolean) => Promise<void>> => {
  await page.addInitScript(() => {
    const proto = IDBTransaction.prototype
    const real = Object.getOwnPropertyDescriptor(proto, 'oncomplete')!
    Object.defineProperty(proto, 'oncomplete', {
      ...real,
      set(this: IDBTransaction, run: (event: Event) => void) {
        const slow = (document.querySelector('main') as HTMLElement | null)?.dataset['slow'] !== undefined
        real.set!.call(this, (event: Event) => (slow ? addEventListener('stored', () => run(event), { once: true }) : run(event)))
      },
    })
  })
  return (slow) =>
    page.locator('main').evaluate((main, slow) => {
      if (slow) main.dataset['slow'] = ''
      else {
        delete main.dataset['slow']
        dispatchEvent(new Event('stored'))
      }
    }, slow)
}

/** What this page writes from here on waits for a disk that never comes to it, as of a phone that is put out in that moment. */
export const deadDisk = (page: Page, plein: string): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((begun) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => {
          const store = opening.result.transaction('own', 'readwrite').objectStore('own')
          const again = () => {
            store.get('nothing').onsuccess = again
          }
          again()
          begun()
        }
      }),
    `pleinbord:${plein}`,
  )
