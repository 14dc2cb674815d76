import { useMemo } from 'react'
import type { ClusterEntry, DeskIdea, PhaseEntry, RoundEntry } from '../../shared/wire/documents.ts'
import { useEntries, useEntry } from '../session/useDocument.ts'

/** An idea as the desk sees it: the board's and the desk's halves put together. */
export type Card = DeskIdea & { id: string; cluster: string | null }
export type Group = ClusterEntry & { id: string /** stands on the board */; shown: boolean }
export type ProgrammePhase = PhaseEntry & { id: string }
export type DeskRound = RoundEntry & { id: string; number: number }

/** Released ones in their shuffled order first, then what waits, in the order in which the desk heard of it (shuffled by the server). */
export const useCards = (): Card[] => {
  const board = useEntries('board', 'ideas')
  const desk = useEntries('desk', 'ideas')
  const placed = useEntries('board', 'places')
  const waitingPlaces = useEntries('desk', 'places')
  return useMemo(() => {
    const cluster = (id: string) => placed.get(id) ?? waitingPlaces.get(id) ?? null
    const shared = [...board].sort(([, a], [, b]) => a.order - b.order)
    const cards: Card[] = shared.map(([id, { order: _, ...idea }]) => {
      const waiting = desk.get(id)
      return { ...idea, released: true, hidden: false, edit: waiting?.edit ?? null, id, cluster: cluster(id) }
    })
    for (const [id, idea] of desk) if (!board.has(id)) cards.push({ ...idea, id, cluster: cluster(id) })
    return cards
  }, [board, desk, placed, waitingPlaces])
}

export const useGroups = (): Group[] => {
  const board = useEntries('board', 'clusters')
  const desk = useEntries('desk', 'clusters')
  return useMemo(() => {
    const groups: Group[] = [...board].map(([id, cluster]) => ({ ...cluster, id, shown: true }))
    for (const [id, cluster] of desk) if (!board.has(id)) groups.push({ ...cluster, id, shown: false })
    return groups.sort((a, b) => a.order - b.order)
  }, [board, desk])
}

export const useProgramme = (): ProgrammePhase[] => {
  const phases = useEntries('board', 'phases')
  const order = useEntry('board', 'plein', 'programme')
  return useMemo(
    () =>
      (order ?? []).flatMap((id) => {
        const phase = phases.get(id)
        return phase ? [{ ...phase, id }] : []
      }),
    [phases, order],
  )
}

/** In the order in which they were opened; `result` from the desk while the room does not see it. */
export const useRounds = (): DeskRound[] => {
  const board = useEntries('board', 'rounds')
  const desk = useEntries('desk', 'rounds')
  return useMemo(() => {
    const ids = [...new Set([...board.keys(), ...desk.keys()])]
    return ids.flatMap((id, at) => {
      const shown = board.get(id)
      const own = desk.get(id)
      const round = shown ?? own
      return round ? [{ ...round, result: shown?.result ?? own?.result ?? null, id, number: at + 1 }] : []
    })
  }, [board, desk])
}
