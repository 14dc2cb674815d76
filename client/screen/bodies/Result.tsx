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
  const rows = result.rows.toSorted((a, b) => b.dots - a.dots)
  return (
    <section className="body">
      <Heading phase={asked} help={result.heldBack ? w.votes.heldBack : `${w.votes.signal} ${w.votes.cast(result.voters)}.`} />
      {result.heldBack ? null : (
        <Pages mark={rows.length} count="">
          {rows.map((row) => {
            const item = round.items.find((one) => one.id === row.item)
            return (
              <div key={row.item} className="screen-row">
                <p className="screen-item">
                  <b>{item?.letter ?? ''}</b>
                  <span>{name(item ?? { id: row.item, name: null })}</span>
                </p>
                <div className="screen-bar">
                  <span style={{ inlineSize: `${(row.dots / most) * 60}%` }} />
                  <b>{row.dots}</b>
                  <small>
                    {w.votes.by(row.voters)}
                    {row.strongMinority ? ` · ${w.votes.strong}` : ''}
                    {row.withdrawn ? ` · ${w.votes.withdrawn}` : ''}
                  </small>
                </div>
              </div>
            )
          })}
        </Pages>
      )}
    </section>
  )
}
