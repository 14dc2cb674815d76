import type * as Y from 'yjs'

/** Calls back once, when the page may be drawn. `prompt`: not later than at the next frame. */
export type Schedule = (run: () => void, prompt?: boolean) => void
const longest = { shown: 100, hidden: 1000 }
/** At the next frame. A hidden tab has no frames: there after a second, or as soon as it is looked at. */
export const nextFrame: Schedule = (run) => {
  // Outside a page, as in a program that takes part, there is nothing to draw.
  if (typeof document === 'undefined') return void setTimeout(run, longest.shown)
  const hidden = document.visibilityState === 'hidden'
  // Whatever comes first ends the others: a tab that stays hidden for hours must not gather frames that never came.
  const once = () => {
    if (frame !== null) cancelAnimationFrame(frame)
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', once)
    run()
  }
  const frame = hidden ? null : requestAnimationFrame(once)
  const timer = setTimeout(once, hidden ? longest.hidden : longest.shown)
  if (hidden) document.addEventListener('visibilitychange', once)
}

/** What a crowd changes all the time, and what changes with it. All else, such as the phase, the clock and the question, the whole room must see at the same moment. */
const patient: ReadonlySet<string> = new Set(['meta', 'ideas', 'places', 'clusters', 'undo'])

const empty: ReadonlyMap<string, unknown> = new Map()

/** What the views see of one document: unchanging snapshots per map, renewed once per frame. The Y.Doc behind it is replaced when a
 *  new epoch starts; until the new one is complete the old picture stays. */
export type Replica = {
  snapshot: (map: string) => ReadonlyMap<string, unknown>
  /** Of everything, of one map, or of one key of it: a thousand rows must not be asked because one of them changed. */
  subscribe: (listener: () => void, map?: string, key?: string) => () => void
  /** The document's own version, 0 before the first sync. */
  version: () => number
  /** Starts to follow another Y.Doc; it is shown from `show` on. */
  follow: (doc: Y.Doc) => { show: () => void }
}

export const makeReplica = (maps: readonly string[], schedule: Schedule = nextFrame): Replica => {
  let snapshots = new Map<string, ReadonlyMap<string, unknown>>()
  /** By what they listen to; two names of a map and a key cannot be one, for no name of a map has a space. */
  const listeners = new Map<string, Set<() => void>>()
  let followed: Y.Doc | null = null
  const everything = ''
  const tell = (places: Iterable<string>) => {
    const told = new Set<() => void>()
    for (const place of places) for (const listener of listeners.get(place) ?? []) told.add(listener)
    for (const listener of told) listener()
  }
  const picture = (doc: Y.Doc, map: string): ReadonlyMap<string, unknown> => new Map(doc.getMap<unknown>(map).entries())
  return {
    snapshot: (map) => snapshots.get(map) ?? empty,
    subscribe: (listener, map, key) => {
      const place = map === undefined ? everything : key === undefined ? map : `${map} ${key}`
      const there = listeners.get(place) ?? new Set()
      listeners.set(place, there.add(listener))
      return () => {
        there.delete(listener)
        if (there.size === 0 && listeners.get(place) === there) listeners.delete(place)
      }
    },
    version: () => {
      const v = snapshots.get('meta')?.get('v')
      return typeof v === 'number' ? v : 0
    },
    follow: (doc) => {
      followed = doc
      let shown = false
      const dirty = new Map<string, Set<string>>()
      let prompted = false
      const apply = () => {
        if (followed !== doc || !shown) return
        prompted = false
        const changed = [everything]
        for (const [map, keys] of dirty) {
          changed.push(map, ...[...keys].map((key) => `${map} ${key}`))
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
        tell(changed)
      }
      // Observed from the start: an update that came before a view is there must not be missed.
      for (const map of maps)
        doc.getMap<unknown>(map).observe((event) => {
          if (!shown) return
          const prompt = !patient.has(map) && !prompted
          if (dirty.size === 0 || prompt) schedule(apply, prompt)
          if (prompt) prompted = true
          const keys = dirty.get(map) ?? new Set()
          for (const key of event.keysChanged) keys.add(String(key))
          dirty.set(map, keys)
        })
      return {
        show: () => {
          if (shown || followed !== doc) return
          shown = true
          snapshots = new Map(maps.map((map) => [map, picture(doc, map)]))
          tell([...listeners.keys()])
        },
      }
    },
  }
}
