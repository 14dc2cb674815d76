import { type DragEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { Cover } from '../Cover.tsx'
import type { Card } from '../model.ts'
import { useCoachWords } from '../words.ts'

export type Lists = {
  selection: ReadonlySet<string>
  chosen: string[]
  onToggle: (id: string) => void
  onChoose: (ids: string[]) => void
  onDrop: (ideas: string[], cluster: string | null) => void
}

/** Cards to tick. One stop for Tab; arrows walk, Space ticks, Shift with the pointer takes the range, Ctrl A all of this list.
 *  Dragging is an extra for who likes it: everything goes without. */
export const CardList = ({
  name,
  cards,
  target,
  selection,
  chosen,
  onToggle,
  onChoose,
}: Lists & { name: string; cards: Card[]; target: string | null }) => {
  const w = useCoachWords()
  const list = useRef<HTMLUListElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const anchor = useRef<string | null>(null)
  const tabStop = cards.some((card) => card.id === stop) ? stop : cards[0]?.id
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return onChoose([...chosen, ...cards.map((card) => card.id)])
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    boxes[boxes.indexOf(event.target as HTMLInputElement) + step]?.focus()
  }
  const pick = (id: string, event: MouseEvent) => {
    const from = cards.findIndex((card) => card.id === anchor.current)
    const to = cards.findIndex((card) => card.id === id)
    anchor.current = id
    if (!event.shiftKey || from < 0) return onToggle(id)
    onChoose([...new Set([...chosen, ...cards.slice(Math.min(from, to), Math.max(from, to) + 1).map((card) => card.id)])])
  }
  const drag = (id: string, event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/x-ideas', JSON.stringify(selection.has(id) ? chosen : [id]))
  }
  return (
    <ul className="cards" ref={list} aria-label={name} data-target={target ?? ''} onKeyDown={walk}>
      {cards.map((card) => (
        <li key={card.id} draggable onDragStart={(event) => drag(card.id, event)}>
          <label className={`card${selection.has(card.id) ? ' card-chosen' : ''}${card.released ? '' : ' card-unshared'}`}>
            <input
              type="checkbox"
              checked={selection.has(card.id)}
              tabIndex={card.id === tabStop ? 0 : -1}
              onFocus={() => setStop(card.id)}
              onClick={(event) => pick(card.id, event)}
              onChange={() => {}}
            />
            <span>
              {card.released ? <span className="text">{card.text}</span> : <Cover text={card.text} />}
              {card.released ? null : <small>{w.ideasSheet.notShared}</small>}
            </span>
          </label>
        </li>
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
