import { useMemo } from 'react'
import type { RoundItem } from '../../shared/domain/state.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { useEntries } from '../session/useDocument.ts'

export type Round = RoundEntry & { id: string }
export type RoundItemNow = RoundItem & {
  /** What it is called now; `null` when it was taken off the board. */
  words: string | null
}

export const useRounds = (): readonly Round[] => {
  const rounds = useEntries('board', 'rounds')
  return useMemo(() => [...rounds].map(([id, round]) => ({ ...round, id })), [rounds])
}

/** Items with their present words: a renamed group shows its new name, a withdrawn idea shows none. */
export const useItems = (round: Round): readonly RoundItemNow[] => {
  const ideas = useEntries('board', 'ideas')
  const clusters = useEntries('board', 'clusters')
  return useMemo(
    () =>
      round.items.map((item) => ({
        ...item,
        words: round.over === 'ideas' ? (ideas.get(item.id)?.text ?? null) : (clusters.get(item.id)?.name ?? item.name),
      })),
    [round, ideas, clusters],
  )
}
