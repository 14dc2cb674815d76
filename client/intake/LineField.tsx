import { useId } from 'react'
import { type IntakeAuthor, type IntakeCircle, type Line, lineName } from '../../shared/domain/intake/talk.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { EarlierVersions } from '../parts/EarlierVersions.tsx'
import { useAct } from '../session/useAct.ts'
import { useCarets, usePointing } from '../session/useCarets.ts'
import type { CameFrom } from '../session/useLines.ts'
import { useText } from '../session/useText.ts'
import { Further } from './Further.tsx'
import { useIntakeWords } from './words.ts'

type Props = { line: Line; circle: IntakeCircle; role: IntakeAuthor; over: boolean; note: CameFrom | null; onFocus: () => void }

/** One answer in one circle, written by both when both read it. */
export const LineField = ({ line, circle, role, over, note, onFocus }: Props) => {
  const w = useIntakeWords()
  const id = useId()
  const name = circleText(circle)
  const root = lineName(line)
  const field = useText(name, root)
  const { bind, text, ready, live, saved } = field
  const carets = useCarets(name, root, text)
  const point = usePointing(name, root)
  const going = useAct()
  const told = circle !== 'own' && !over
  const here = () => {
    const area = bind.ref.current
    if (told && area && document.activeElement === area) point({ start: area.selectionStart, end: area.selectionEnd })
  }
  const mine = line.by === role
  const what = mine ? (role === 'owner' ? w.mine : w.myNote) : w.answerOf[line.by]
  const state = !ready
    ? w.state.loading
    : over
      ? w.state.readOnly
      : going.busy
        ? w.state.underWay
        : !live
          ? w.state.away
          : !saved
            ? w.state.saving
            : text === ''
              ? ''
              : w.state.saved
  return (
    <div className={`line line-${circle}`}>
      <label htmlFor={id}>
        {what} <span className="line-circle">{role === 'coach' ? w.coachCircles[circle] : w.circles[circle]}</span>
      </label>
      <p className="help" id={`${id}-help`}>
        {role === 'coach' ? w.coachCircleHelp[circle] : w.circleHelp[circle]}
      </p>
      <div className="co-text">
        <textarea
          id={id}
          rows={3}
          aria-describedby={`${id}-help`}
          {...bind}
          readOnly={bind.readOnly || over || going.busy}
          onSelect={here}
          onFocus={() => {
            onFocus()
            here()
          }}
          onBlur={() => told && point(null)}
        />
        <Mirror words={text} carets={carets} />
      </div>
      <p className="line-state">
        <small role="status">{state}</small>
        {carets.length === 0 ? null : <small>{[...new Set(carets.map(({ role: by }) => by))].map(w.writing).join(' ')}</small>}
      </p>
      {note === null || text === '' ? null : <p className="help line-note">{w.cameFrom(line.by, note.from, note.at)}</p>}
      <Further line={line} circle={circle} role={role} field={field} over={over} going={going} />
      {over || going.busy ? null : <EarlierVersions field={field} line={{ ...line, circle }} />}
    </div>
  )
}

/** The same words under the field, so that it grows with them and the carets of others stand where they are. */
const Mirror = ({ words, carets }: { words: string; carets: ReturnType<typeof useCarets> }) => {
  const w = useIntakeWords()
  const pieces = carets.map(({ client, role, at }, place) => (
    <span key={client}>
      {words.slice(carets[place - 1]?.at ?? 0, at)}
      <span className={`caret caret-${role}`} data-who={w.caret[role]} />
    </span>
  ))
  return (
    <div className="co-mirror" aria-hidden="true">
      {pieces}
      {words.slice(carets.at(-1)?.at ?? 0)}
      {'\u200B'}
    </div>
  )
}
