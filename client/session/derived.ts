import { useCallback, useSyncExternalStore } from 'react'
import type { DocumentName, Documents } from './documents.ts'
import { useWorks } from './SessionProvider.tsx'

type Place = readonly [DocumentName, string]
// biome-ignore lint/suspicious/noExplicitAny: which map holds what is known where the picture is made
type Make<T> = () => (...maps: ReadonlyMap<string, any>[]) => T
export type Derived<T> = {
  read: (documents: Documents) => T
  subscribe: (documents: Documents, listener: () => void) => () => void
}

/** A picture of several maps, made once for all views that look at it, and anew only when one of these maps has changed. `begin` is called once
 *  for each session; what it keeps is its own, so that a picture can be made from the one before. */
export const derived = <T>(places: readonly Place[], begin: Make<T>): Derived<T> => {
  const known = new WeakMap<Documents, { make: ReturnType<Make<T>>; maps: ReadonlyMap<string, unknown>[]; made: T }>()
  return {
    read: (documents) => {
      const maps = places.map(([document, map]) => documents.replica(document).snapshot(map))
      const before = known.get(documents)
      if (before && maps.every((map, at) => map === before.maps[at])) return before.made
      const make = before?.make ?? begin()
      const made = make(...maps)
      known.set(documents, { make, maps, made })
      return made
    },
    subscribe: (documents, listener) => {
      const stops = places.map(([document, map]) => documents.replica(document).subscribe(listener, map))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

export const useDerived = <T>(picture: Derived<T>): T => {
  const { documents } = useWorks().connection
  const subscribe = useCallback((listener: () => void) => picture.subscribe(documents, listener), [picture, documents])
  const read = useCallback(() => picture.read(documents), [picture, documents])
  return useSyncExternalStore(subscribe, read)
}
