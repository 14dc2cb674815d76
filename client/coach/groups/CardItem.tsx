import { type DragEvent, type MouseEvent, memo } from 'react'
import { Cover } from '../Cover.tsx'
import type { Card } from '../model.ts'
import { useCoachWords } from '../words.ts'

type Props = {
  card: Card
  chosen: boolean
  /** The one stop of its list for the Tab key. */
  stop: boolean
  onPick: (id: string, event: MouseEvent) => void
  onFocus: (id: string) => void
  onDrag: (id: string, event: DragEvent) => void
}

/** One card; drawn again only when it changes itself, so that ticking one of hundreds costs one. */
export const CardItem = memo(({ card, chosen, stop, onPick, onFocus, onDrag }: Props) => {
  const w = useCoachWords()
  return (
    <li draggable onDragStart={(event) => onDrag(card.id, event)}>
      <label className={`card${chosen ? ' card-chosen' : ''}${card.released ? '' : ' card-unshared'}`}>
        <input
          type="checkbox"
          checked={chosen}
          tabIndex={stop ? 0 : -1}
          onFocus={() => onFocus(card.id)}
          onClick={(event) => onPick(card.id, event)}
          onChange={() => {}}
        />
        <span>
          {card.released ? <span className="text">{card.text}</span> : <Cover text={card.text} />}
          {card.released ? null : <small>{w.ideasSheet.notShared}</small>}
        </span>
      </label>
    </li>
  )
})
