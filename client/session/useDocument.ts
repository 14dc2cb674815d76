import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { BoardMaps, DeskMaps, FramingEntry, PhaseEntry, PleinFields } from '../../shared/wire/documents.ts'
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
  return useSyncExternalStore(replica.subscribe, read) as Maps[D][M][K] | undefined
}

/** A whole map; the same object until something in it changes. */
export const useEntries = <D extends Name, M extends keyof Maps[D] & string>(
  document: D,
  map: M,
): ReadonlyMap<string, ValueOf<Maps[D][M]>> => {
  const replica = useWorks().connection.documents.replica(document)
  const read = useCallback(() => replica.snapshot(map), [replica, map])
  return useSyncExternalStore(replica.subscribe, read) as ReadonlyMap<string, ValueOf<Maps[D][M]>>
}

/** `null` until the board has come. */
export const usePlein = (): PleinFields | null => {
  const fields = useEntries('board', 'plein')
  return useMemo(() => (fields.size === 0 ? null : (Object.fromEntries(fields) as unknown as PleinFields)), [fields])
}

/** The phase we are in. */
export const usePhase = (): (PhaseEntry & { id: string }) | null => {
  const current = useEntry('board', 'plein', 'current') ?? null
  const entry = useEntry('board', 'phases', current)
  return useMemo(() => (current !== null && entry ? { ...entry, id: current } : null), [current, entry])
}

/** All framings, the presented dilemma first. */
export const useFramings = (): readonly (FramingEntry & { id: string })[] => {
  const framings = useEntries('board', 'framings')
  return useMemo(() => [...framings].map(([id, entry]) => ({ ...entry, id })).sort((a, b) => a.order - b.order), [framings])
}
/** The wording of the dilemma that holds now. */
export const useDilemma = (): (FramingEntry & { id: string }) | null => useFramings().at(-1) ?? null
