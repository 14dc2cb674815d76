import { type FocusEvent, type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useRef, useState } from 'react'
import type { Card } from '../model.ts'
import { CardItem } from './CardItem.tsx'
import type { Picking } from './useGrouping.ts'
import { ideaOf } from './useLanding.ts'

/** Ideas to tick. One stop for Tab; arrows walk, Space ticks, Shift with the pointer takes the range, Ctrl A all of this list. */
type Props = { list: string; name: string; cards: Card[]; work: Picking }

export const CardList = memo(({ list, name, cards, work }: Props) => {
  const [stop, setStop] = useState<string | null>(null)
  const from = useRef<string | null>(null)
  const now = useRef({ cards, work })
  useEffect(() => {
    now.current = { cards, work }
  })
  const tabStop = cards.some((card) => card.id === stop) ? stop : cards[0]?.id
  const keys = (event: KeyboardEvent) => {
    const chord = event.ctrlKey || event.metaKey
    if (event.key === 'a' && chord) {
      event.preventDefault()
      return work.choose([...new Set([...work.chosen, ...cards.map((card) => card.id)])])
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || chord) return
    event.preventDefault()
    work.landing.walk(step)
  }
  const pick = useCallback((id: string, event: MouseEvent) => {
    const { cards, work } = now.current
    const start = cards.findIndex((card) => card.id === from.current)
    const end = cards.findIndex((card) => card.id === id)
    from.current = id
    work.landing.mark(event.currentTarget)
    if (!event.shiftKey || start < 0) return work.toggle(id)
    work.choose([...new Set([...work.chosen, ...cards.slice(Math.min(start, end), Math.max(start, end) + 1).map((card) => card.id)])])
  }, [])
  if (cards.length === 0) return null
  return (
    <ul
      className="work-cards"
      data-list={list}
      aria-label={name}
      onKeyDown={keys}
      onFocus={(event: FocusEvent) => setStop(ideaOf(event.target))}
    >
      {cards.map((card) => (
        <CardItem
          key={card.id}
          id={card.id}
          text={card.text}
          released={card.released}
          chosen={work.selection.has(card.id)}
          shown={work.shown === card.id}
          stop={card.id === tabStop}
          onPick={pick}
        />
      ))}
    </ul>
  )
})
