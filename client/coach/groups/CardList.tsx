import { type DragEvent, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Card } from '../model.ts'
import { CardItem } from './CardItem.tsx'

export type Lists = {
  selection: ReadonlySet<string>
  chosen: string[]
  onToggle: (id: string) => void
  onChoose: (ids: string[]) => void
  onDrop: (ideas: string[], cluster: string | null) => void
}

/** Cards to tick. One stop for Tab; arrows walk, Space ticks, Shift with the pointer takes the range, Ctrl A all of this list.
 *  Dragging is an extra for who likes it: everything goes without. */
export const CardList = ({ name, cards, ...lists }: Lists & { name: string; cards: Card[] }) => {
  const list = useRef<HTMLUListElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const anchor = useRef<string | null>(null)
  const now = useRef({ cards, ...lists })
  useEffect(() => {
    now.current = { cards, ...lists }
  })
  const tabStop = cards.some((card) => card.id === stop) ? stop : cards[0]?.id
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return lists.onChoose([...new Set([...lists.chosen, ...cards.map((card) => card.id)])])
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    boxes[boxes.indexOf(event.target as HTMLInputElement) + step]?.focus()
  }
  const pick = useCallback((id: string, event: MouseEvent) => {
    const { cards, chosen, onToggle, onChoose } = now.current
    const from = cards.findIndex((card) => card.id === anchor.current)
    const to = cards.findIndex((card) => card.id === id)
    anchor.current = id
    if (!event.shiftKey || from < 0) return onToggle(id)
    onChoose([...new Set([...chosen, ...cards.slice(Math.min(from, to), Math.max(from, to) + 1).map((card) => card.id)])])
  }, [])
  const drag = useCallback((id: string, event: DragEvent) => {
    const { selection, chosen } = now.current
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/x-ideas', JSON.stringify(selection.has(id) ? chosen : [id]))
  }, [])
  return (
    <ul className="cards" ref={list} aria-label={name} onKeyDown={walk}>
      {cards.map((card) => (
        <CardItem
          key={card.id}
          card={card}
          chosen={lists.selection.has(card.id)}
          stop={card.id === tabStop}
          onPick={pick}
          onFocus={setStop}
          onDrag={drag}
        />
      ))}
    </ul>
  )
}

/** For whatever may receive dragged cards. */
export const dropTarget = (onDrop: Lists['onDrop'], cluster: string | null) => ({
  onDragOver: (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('text/x-ideas')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
  },
  onDrop: (event: DragEvent) => {
    const carried = event.dataTransfer.getData('text/x-ideas')
    if (carried === '') return
    event.preventDefault()
    onDrop(JSON.parse(carried) as string[], cluster)
  },
})
