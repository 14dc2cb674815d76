import { useMemo } from 'react'
import type { ClusterEntry, DeskIdea, IdeaEntry, PhaseEntry, RoundEntry } from '../../shared/wire/documents.ts'
import { derived, useDerived } from '../session/derived.ts'
import { sameList } from '../session/same.ts'
import { useEntries, useEntry } from '../session/useDocument.ts'

/** An idea as the desk sees it: the board's and the desk's halves put together. */
export type Card = DeskIdea & { id: string; cluster: string | null }
export type Group = ClusterEntry & { id: string /** stands on the board */; shown: boolean }
export type ProgrammePhase = PhaseEntry & { id: string }
export type DeskRound = RoundEntry & { id: string; number: number }

type Part = { shared: IdeaEntry | undefined; own: DeskIdea | undefined; card: Card }
const cardOf = (id: string, shared: IdeaEntry | undefined, own: DeskIdea | undefined, cluster: string | null): Card | null => {
  if (shared === undefined) return own === undefined ? null : { ...own, id, cluster }
  const { order: _, ...idea } = shared
  return { ...idea, released: true, hidden: false, edit: own?.edit ?? null, id, cluster }
}
/** A card is the same object for as long as nothing about it changes, and the order is made from the one before: of a thousand ideas one moves. */
const cardsIn = derived(
  [
    ['board', 'ideas'],
    ['desk', 'ideas'],
    ['board', 'places'],
    ['desk', 'places'],
  ],
  () => {
    let parts = new Map<string, Part>()
    let order: string[] = []
    let cards: Card[] = []
    return (
      board: ReadonlyMap<string, IdeaEntry>,
      desk: ReadonlyMap<string, DeskIdea>,
      placed: ReadonlyMap<string, string>,
      waiting: ReadonlyMap<string, string>,
    ): readonly Card[] => {
      const before = parts
      const placeOf = (id: string) => board.get(id)?.order ?? 0
      const still = order.filter((id) => board.has(id))
      const known = new Set(still)
      order = [...still, ...[...board.keys()].filter((id) => !known.has(id))].sort((a, b) => placeOf(a) - placeOf(b))
      parts = new Map()
      const all: Card[] = []
      for (const id of [...order, ...[...desk.keys()].filter((id) => !board.has(id))]) {
        const [shared, own, cluster] = [board.get(id), desk.get(id), placed.get(id) ?? waiting.get(id) ?? null]
        const was = before.get(id)
        const same = was?.shared === shared && was?.own === own && was?.card.cluster === cluster
        const card = was && same ? was.card : cardOf(id, shared, own, cluster)
        if (card === null) continue
        parts.set(id, { shared, own, card })
        all.push(card)
      }
      cards = sameList(cards, all)
      return cards
    }
  },
)
/** Released ones in their shuffled order first, then what waits, in the order in which the desk heard of it (shuffled by the server). */
export const useCards = (): readonly Card[] => useDerived(cardsIn)

const groupsIn = derived(
  [
    ['board', 'clusters'],
    ['desk', 'clusters'],
  ],
  () =>
    (board: ReadonlyMap<string, ClusterEntry>, desk: ReadonlyMap<string, ClusterEntry>): readonly Group[] => {
      const groups: Group[] = [...board].map(([id, cluster]) => ({ ...cluster, id, shown: true }))
      for (const [id, cluster] of desk) if (!board.has(id)) groups.push({ ...cluster, id, shown: false })
      return groups.sort((a, b) => a.order - b.order)
    },
)
export const useGroups = (): readonly Group[] => useDerived(groupsIn)

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
