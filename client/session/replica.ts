import type * as Y from 'yjs'

/** Calls back once, at the next frame; at the latest after 100 ms, because a hidden tab has no frames. */
export type Schedule = (run: () => void) => void
export const nextFrame: Schedule = (run) => {
  let done = false
  const once = () => {
    if (done) return
    done = true
    run()
  }
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(once)
  setTimeout(once, 100)
}

const empty: ReadonlyMap<string, unknown> = new Map()

/** What the views see of one document: unchanging snapshots per map, renewed once per frame. The Y.Doc behind it is replaced when a
 *  new epoch starts; until the new one is complete the old picture stays. */
export type Replica = {
  snapshot: (map: string) => ReadonlyMap<string, unknown>
  subscribe: (listener: () => void) => () => void
  /** The document's own version, 0 before the first sync. */
  version: () => number
  /** Starts to follow another Y.Doc; it is shown from `show` on. */
  follow: (doc: Y.Doc) => { show: () => void }
}

export const makeReplica = (maps: readonly string[], schedule: Schedule = nextFrame): Replica => {
  let snapshots = new Map<string, ReadonlyMap<string, unknown>>()
  const listeners = new Set<() => void>()
  let followed: Y.Doc | null = null
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const picture = (doc: Y.Doc, map: string): ReadonlyMap<string, unknown> => new Map(doc.getMap<unknown>(map).entries())
  return {
    snapshot: (map) => snapshots.get(map) ?? empty,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => {
      const v = snapshots.get('meta')?.get('v')
      return typeof v === 'number' ? v : 0
    },
    follow: (doc) => {
      followed = doc
      let shown = false
      const dirty = new Map<string, Set<string>>()
      const apply = () => {
        if (followed !== doc || !shown) return
        for (const [map, keys] of dirty) {
          const next = new Map(snapshots.get(map) ?? empty)
          const source = doc.getMap<unknown>(map)
          for (const key of keys) {
            const value = source.get(key)
            if (value === undefined) next.delete(key)
            else next.set(key, value)
          }
          snapshots.set(map, next)
        }
        dirty.clear()
        tell()
      }
      // Observed from the start: an update that came before a view is there must not be missed.
      for (const map of maps)
        doc.getMap<unknown>(map).observe((event) => {
          if (!shown) return
          if (dirty.size === 0) schedule(apply)
          const keys = dirty.get(map) ?? new Set()
          for (const key of event.keysChanged) keys.add(String(key))
          dirty.set(map, keys)
        })
      return {
        show: () => {
          if (shown || followed !== doc) return
          shown = true
          snapshots = new Map(maps.map((map) => [map, picture(doc, map)]))
          tell()
        },
      }
    },
  }
}
