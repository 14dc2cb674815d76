import { Blog } from '../blog/Blog.tsx'
import { Reminder } from '../blog/Reminder.tsx'
import { useRounds } from '../parts/rounds.ts'
import { useShared } from '../parts/Shared.tsx'
import { useSharedWords } from '../parts/words.ts'
import { useFramings, usePlein } from '../session/useDocument.ts'
import { Downloads } from './Downloads.tsx'
import { useOwnerWords } from './words.ts'

/** When it is over: what there is, until when, and what to do with it now. */
export const DayAfter = () => {
  const w = useOwnerWords()
  const { date } = useSharedWords()
  const plein = usePlein()
  const changes = useFramings().length - 1
  const ideas = useShared('idea').length
  const promises = useShared('commitment').length
  const rounds = useRounds().filter((round) => round.revealed && round.result !== null).length
  if (plein === null) return null
  return (
    <section className="day-after">
      <h2>{w.after.heading}</h2>
      <p>{w.after.thanks}</p>
      <ul className="plain-list after-counts">
        {w.after.counts(ideas, changes, rounds, promises).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{plein.outcomeShared ? w.after.sharedWithRoom : w.after.notShared}</p>
      <Blog />
      <Reminder level="h3" />
      <Downloads after={true} />
      <p className="after-until">
        <strong>{w.after.until(date(plein.retainUntil))}</strong>
      </p>
    </section>
  )
}
