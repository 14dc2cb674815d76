import type { Result as Counted } from '../../../shared/domain/state.ts'
import type { RoundEntry } from '../../../shared/wire/documents.ts'
import type { Current } from '../Body.tsx'
import { Heading } from '../Heading.tsx'
import { useName } from '../itemName.ts'
import { Pages } from '../Pages.tsx'
import { useScreenWords } from '../words.ts'

/** Dots and people beside each other, few with many marked: a signal, no podium. */
export const Result = ({ phase, round, result }: { phase: Current; round: RoundEntry; result: Counted }) => {
  const w = useScreenWords()
  const name = useName()
  const asked = round.question === null ? phase : { ...phase, settings: { ...phase.settings, prompt: round.question } }
  const most = Math.max(1, ...result.rows.map((row) => row.dots))
  const rows = [...result.rows].sort((a, b) => b.dots - a.dots)
  if (result.heldBack)
    return (
      <section className="body">
        <Heading phase={asked} help={w.votes.heldBack} />
      </section>
    )
  return (
    <Pages phase={asked} help={`${w.votes.signal} ${w.votes.cast(result.voters)}.`} mark={rows.length} wide sorted>
      {rows.map((row) => {
        const item = round.items.find((one) => one.id === row.item)
        const notes = [row.strongMinority ? w.votes.strong : null, row.withdrawn ? w.votes.withdrawn : null].filter((note) => note !== null)
        return (
          <div key={row.item} className="screen-row">
            <p className="screen-item">
              <b>{item?.letter ?? ''}</b>
              <span>{name(item ?? { id: row.item, name: null })}</span>
            </p>
            <div className="screen-bar">
              <span style={{ inlineSize: `${(row.dots / most) * 45}%` }} />
              <b>{row.dots}</b>
              <small>{w.votes.by(row.voters)}</small>
            </div>
            {notes.map((note) => (
              <p key={note} className="screen-note">
                {note}
              </p>
            ))}
          </div>
        )
      })}
    </Pages>
  )
}
