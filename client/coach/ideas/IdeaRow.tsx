import { memo, type ReactNode } from 'react'
import { kinds } from '../../../shared/domain/phases/kinds.ts'
import { dayInWords } from '../../../shared/text/day.ts'
import { within } from '../../../shared/text/ownLines.ts'
import { useEntries, useEntry } from '../../session/useDocument.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Cover } from '../Cover.tsx'
import type { Card } from '../model.ts'
import { usePhaseName } from '../programme/phaseName.ts'
import { useCoachWords } from '../words.ts'

type Props = {
  card: Card
  chosen?: boolean
  onToggle?: ((id: string) => void) | undefined
  /** The buttons of a row; the same function each time, so that hundreds of rows are not drawn again for one. */
  tools: (card: Card) => ReactNode
}

/** One contribution as a row: its text, where it came from, what can be done with it. Ticking it draws the tick and nothing else. */
export const IdeaRow = memo(({ card, chosen, onToggle, tools }: Props) => (
  <li className={chosen ? 'idea idea-chosen' : 'idea'}>
    {onToggle === undefined ? (
      <div className="idea-text">
        <Contents card={card} />
      </div>
    ) : (
      <label className="idea-text">
        <input type="checkbox" checked={chosen ?? false} onChange={() => onToggle(card.id)} />
        <span>
          <Contents card={card} />
        </span>
      </label>
    )}
    <div className="idea-tools">
      <Tools card={card} tools={tools} />
    </div>
  </li>
))

const Tools = memo(({ card, tools }: Pick<Props, 'card' | 'tools'>) => tools(card))

const Contents = memo(({ card }: Pick<Props, 'card'>) => {
  const w = useCoachWords()
  const language = useLanguage()
  const phases = useEntries('board', 'phases')
  const marked = useEntry('desk', 'marks', card.id) ?? false
  const nameOf = usePhaseName()
  const phase = phases.get(card.phase)
  // Where all of a kind come from one phase, its name says nothing.
  const several = [...phases.values()].filter(({ kind }) => kinds[kind].contributions.some((as) => as === card.as)).length > 1
  const tags = [
    card.who === null ? null : w.harvest.who(card.who),
    card.by === null ? null : w.harvest.by(card.by),
    card.day === undefined ? null : w.harvest.by(dayInWords(card.day, language)),
    card.entry === 'paper' ? w.ideasSheet.paper : null,
    phase && several ? w.ideasSheet.from(nameOf(phase)) : null,
  ].filter((tag) => tag !== null)
  return (
    <>
      {card.released && !card.hidden ? <span className="text">{within(card.text)}</span> : <Cover text={card.text} />}
      <small>
        {marked ? <b className="tag">{w.owner.touched}</b> : null} {card.late ? <b className="tag">{w.ideasSheet.late}</b> : null}{' '}
        {tags.join(' · ')}
      </small>
    </>
  )
})
