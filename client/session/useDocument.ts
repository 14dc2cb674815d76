import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { BoardMaps, DeskMaps, FramingEntry, PhaseEntry, PleinFields } from '../../shared/wire/documents.ts'
import { derived, useDerived } from './derived.ts'
import { useWorks } from './SessionProvider.tsx'

type Maps = { board: BoardMaps; desk: DeskMaps }
type Name = keyof Maps
type ValueOf<M> = string extends keyof M ? M[keyof M] : M[keyof M]

/** One key of a map, `undefined` when it is not there. Renders again only when that value changes. */
export const useEntry = <D extends Name, M extends keyof Maps[D] & string, K extends keyof Maps[D][M] & string>(
  document: D,
  map: M,
  key: K | null,
): Maps[D][M][K] | undefined => {
  const replica = useWorks().connection.documents.replica(document)
  const read = useCallback(() => (key === null ? undefined : replica.snapshot(map).get(key)), [replica, map, key])
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? () => {} : replica.subscribe(listener, map, key)),
    [replica, map, key],
  )
  return useSyncExternalStore(subscribe, read) as Maps[D][M][K] | undefined
}

/** A whole map; the same object until something in it changes. */
export const useEntries = <D extends Name, M extends keyof Maps[D] & string>(
  document: D,
  map: M,
): ReadonlyMap<string, ValueOf<Maps[D][M]>> => {
  const replica = useWorks().connection.documents.replica(document)
  const read = useCallback(() => replica.snapshot(map), [replica, map])
  const subscribe = useCallback((listener: () => void) => replica.subscribe(listener, map), [replica, map])
  return useSyncExternalStore(subscribe, read) as ReadonlyMap<string, ValueOf<Maps[D][M]>>
}

/** One plain value that is found in a whole map; the view is drawn again only when this value changes. */
export const useFact = <D extends Name, M extends keyof Maps[D] & string, T extends string | number | boolean | null>(
  document: D,
  map: M,
  find: (entries: ReadonlyMap<string, ValueOf<Maps[D][M]>>) => T,
): T => {
  const replica = useWorks().connection.documents.replica(document)
  const subscribe = useCallback((listener: () => void) => replica.subscribe(listener, map), [replica, map])
  return useSyncExternalStore(subscribe, () => find(replica.snapshot(map) as ReadonlyMap<string, ValueOf<Maps[D][M]>>))
}

const pleinIn = derived(
  [['board', 'plein']],
  () => (fields: ReadonlyMap<string, unknown>) => (fields.size === 0 ? null : (Object.fromEntries(fields) as unknown as PleinFields)),
)
/** `null` until the board has come. */
export const usePlein = (): PleinFields | null => useDerived(pleinIn)

/** The phase we are in. */
export const usePhase = (): (PhaseEntry & { id: string }) | null => {
  const current = useEntry('board', 'plein', 'current') ?? null
  const entry = useEntry('board', 'phases', current)
  return useMemo(() => (current !== null && entry ? { ...entry, id: current } : null), [current, entry])
}

const framingsIn = derived(
  [['board', 'framings']],
  () => (framings: ReadonlyMap<string, FramingEntry>) =>
    [...framings].map(([id, entry]) => ({ ...entry, id })).sort((a, b) => a.order - b.order),
)
/** All framings, the presented dilemma first. */
export const useFramings = (): readonly (FramingEntry & { id: string })[] => useDerived(framingsIn)
/** The wording of the dilemma that holds now. */
export const useDilemma = (): (FramingEntry & { id: string }) | null => useFramings().at(-1) ?? null
