import { useEffect, useSyncExternalStore } from 'react'
import { limited } from './limited.ts'

/** A part of the pages that nobody waits for: fetched when it is asked for, and again when it did not come. */
export type Later<T> = { fetch: () => void; now: () => T | null; subscribe: (listener: () => void) => () => void }

/** Milliseconds after which a part that did not come is asked for again. */
const again = 5000

/** A browser keeps the failure of an import for as long as the page lives: it is tried only when the server answers. Where the line goes just
 *  then, only a new page helps: not under the hands of who writes, and not again and again. */
const anew = (): void => {
  if (performance.now() > 20_000 && !document.activeElement?.matches('input,textarea')) location.reload()
}
const there = async (): Promise<void> => {
  const { ok } = await fetch('/healthz', { cache: 'no-store', signal: limited(again) })
  if (!ok) throw new Error('not there')
}

/** `imported: false`: it is fetched, and of that a browser keeps no failure. */
export const later = <T>(load: () => Promise<T>, imported = true): Later<T> => {
  const listeners = new Set<() => void>()
  let it: T | null = null
  let asked = false
  let failed = false
  const fetch = () => {
    if (asked) return
    asked = true
    there()
      .then(() => {
        if (failed) anew()
        return load().catch((problem) => {
          failed = imported
          throw problem
        })
      })
      .then(
        (come) => {
          it = come
          for (const listener of [...listeners]) listener()
        },
        () =>
          setTimeout(() => {
            asked = false
            // Whoever still shows its place still wants it.
            if (listeners.size > 0) fetch()
          }, again),
      )
  }
  return {
    fetch,
    now: () => it,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The part, `null` until it has come. `wanted`: ask for it now. */
export const useLater = <T>(part: Later<T>, wanted = true): T | null => {
  useEffect(() => {
    if (wanted) part.fetch()
  }, [part, wanted])
  return useSyncExternalStore(part.subscribe, part.now)
}
