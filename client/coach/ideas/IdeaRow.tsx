import type { ReactNode } from 'react'
import { useEntries } from '../../session/useDocument.ts'
import { Cover } from '../Cover.tsx'
import type { Card } from '../model.ts'
import { usePhaseName } from '../programme/phaseName.ts'
import { useCoachWords } from '../words.ts'

/** One contribution as a row: its text, where it came from, what can be done with it. */
export const IdeaRow = ({
  card,
  chosen,
  onToggle,
  children,
}: {
  card: Card
  chosen?: boolean
  onToggle?: () => void
  children?: ReactNode
}) => (
  <li className={chosen ? 'idea idea-chosen' : 'idea'}>
    {onToggle === undefined ? (
      <div className="idea-text">
        <Contents card={card} />
      </div>
    ) : (
      <label className="idea-text">
        <input type="checkbox" checked={chosen ?? false} onChange={onToggle} />
        <span>
          <Contents card={card} />
        </span>
      </label>
    )}
    <div className="idea-tools">{children}</div>
  </li>
)

const Contents = ({ card }: { card: Card }) => {
  const w = useCoachWords()
  const phases = useEntries('board', 'phases')
  const nameOf = usePhaseName()
  const phase = phases.get(card.phase)
  const tags = [
    card.who === null ? null : w.harvest.who(card.who),
    card.by === null ? null : w.harvest.by(card.by),
    card.late ? w.ideasSheet.late : null,
    card.entry === 'paper' ? w.ideasSheet.paper : null,
    phase ? w.ideasSheet.from(nameOf(phase)) : null,
  ].filter((tag) => tag !== null)
  return (
    <>
      {card.released && !card.hidden ? <span className="text">{card.text}</span> : <Cover text={card.text} />}
      <small>{tags.join(' · ')}</small>
    </>
  )
}
