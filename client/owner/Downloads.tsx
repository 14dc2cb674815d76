import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDownloads } from '../parts/useDownloads.ts'
import { useSharedWords } from '../parts/words.ts'
import { useEntries, useFramings, usePlein } from '../session/useDocument.ts'
import { useOwnerWords } from './words.ts'

/** `after`: the Plein is over. */
export const Downloads = ({ after = false }: { after?: boolean }) => {
  const w = useOwnerWords()
  const { date } = useSharedWords()
  const plein = usePlein()
  // Only what the room has seen goes into it, beside the question.
  const empty = [useEntries('board', 'ideas').size, useEntries('board', 'clusters').size, useFramings().length - 1].every(
    (many) => many < 1,
  )
  const { formats, busy, failed, download } = useDownloads()
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
          <Button key={format} busy={busy === format} onPress={() => void download(format)}>
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
