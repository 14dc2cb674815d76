import { useEffect, useMemo, useRef } from 'react'
import type { RoundItem } from '../../shared/domain/state.ts'
import { within } from '../../shared/text/ownLines.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { sameList } from '../session/same.ts'
import { useEntries } from '../session/useDocument.ts'

export type Round = RoundEntry & { id: string }
export type RoundItemNow = RoundEntry['items'][number] & {
  /** What it is called now; `null` when it was taken off the board. */
  words: string | null
}

export const useRounds = (): readonly Round[] => {
  const rounds = useEntries('board', 'rounds')
  return useMemo(() => [...rounds].map(([id, round]) => ({ ...round, id })), [rounds])
}

/** Items with their present words: a renamed group shows its new name, a withdrawn idea shows none. What stays as it is stays the same object. */
export const useItems = (round: Round): readonly RoundItemNow[] => {
  const ideas = useEntries('board', 'ideas')
  const clusters = useEntries('board', 'clusters')
  const framings = useEntries('board', 'framings')
  const before = useRef<readonly RoundItemNow[]>([])
  const items = useMemo(() => {
    const wordsOf = ({ id, name }: RoundItem) => {
      if (round.over === 'clusters') return clusters.get(id)?.name ?? name
      const it = (round.over === 'framings' ? framings.get(id) : undefined) ?? ideas.get(id)
      return it === undefined ? null : within(it.text)
    }
    const known = new Map(before.current.map((item) => [item.id, item]))
    const now = round.items.map((item): RoundItemNow => {
      const [was, words] = [known.get(item.id), wordsOf(item)]
      return was?.letter === item.letter && was.name === item.name && was.gone === item.gone && was.words === words
        ? was
        : { ...item, words }
    })
    return sameList(before.current, now)
  }, [round, ideas, clusters, framings])
  useEffect(() => {
    before.current = items
  }, [items])
  return items
}
