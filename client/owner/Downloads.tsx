import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { downloadOutcome, type OutcomeFormat } from '../parts/downloadOutcome.ts'
import { Notice } from '../parts/Notice.tsx'
import { useSharedWords } from '../parts/words.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntries, useFact, useFramings, usePlein } from '../session/useDocument.ts'
import { useOwnerWords } from './words.ts'

const always: readonly OutcomeFormat[] = ['html', 'md', 'csv', 'json']

/** `after`: the Plein is over. */
export const Downloads = ({ after = false }: { after?: boolean }) => {
  const w = useOwnerWords()
  const { date } = useSharedWords()
  const session = useSession()
  const plein = usePlein()
  // Only what the room has seen goes into it, beside the question.
  const empty = [useEntries('board', 'ideas').size, useEntries('board', 'clusters').size, useFramings().length - 1].every(
    (many) => many < 1,
  )
  const dated = useFact('board', 'ideas', (ideas) => [...ideas.values()].some(({ day }) => day !== undefined))
  const formats = dated ? [...always, 'ics' as const] : always
  const [busy, setBusy] = useState<OutcomeFormat | null>(null)
  const [failed, setFailed] = useState(false)
  const fetchIt = async (format: OutcomeFormat) => {
    setBusy(format)
    setFailed(!(await downloadOutcome(session, format)))
    setBusy(null)
  }
  if (empty && !after)
    return (
      <section>
        <h2>{w.outcome.heading}</h2>
        <p className="help">{w.outcome.later}</p>
      </section>
    )
  return (
    <section>
      {after ? <h3>{w.outcome.heading}</h3> : <h2>{w.outcome.heading}</h2>}
      <p>{w.outcome.help}</p>
      <div className="downloads">
        {formats.map((format) => (
          <Button key={format} busy={busy === format} onPress={() => void fetchIt(format)}>
            {w.outcome.formats[format]}
          </Button>
        ))}
      </div>
      {failed ? (
        <Notice tone="alarm">
          <p>{w.outcome.failed}</p>
        </Notice>
      ) : null}
      {plein === null || after ? null : <p className="help">{w.outcome.until(date(plein.retainUntil))}</p>}
    </section>
  )
}
