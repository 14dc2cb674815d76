import { useState } from 'react'
import { downloadOutcome } from '../../parts/downloadOutcome.ts'
import { useSession } from '../../session/SessionProvider.tsx'
import { useEntry, useFact } from '../../session/useDocument.ts'
import { Action, Button } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

const always = ['html', 'md', 'csv', 'json'] as const
type Format = (typeof always)[number] | 'ics'

export const OutcomePanel = () => {
  const w = useCoachWords()
  const { plein, token } = useSession()
  const shared = useEntry('board', 'plein', 'outcomeShared') ?? false
  const dated = useFact('board', 'ideas', (ideas) => [...ideas.values()].some(({ day }) => day !== undefined))
  const formats: readonly Format[] = dated ? [...always, 'ics'] : always
  const [fetching, setFetching] = useState<Format | null>(null)
  const [failed, setFailed] = useState(false)
  const get = async (format: Format) => {
    setFetching(format)
    setFailed(!(await downloadOutcome({ plein, token }, format)))
    setFetching(null)
  }
  return (
    <section className="panel">
      <h2>{w.manage.outcome}</h2>
      <div className="row">
        {formats.map((format) => (
          <Button key={format} busy={fetching === format} onPress={() => void get(format)}>
            {w.manage.download(w.manage.downloads[format])}
          </Button>
        ))}
      </div>
      {failed ? <p role="alert">{w.manage.downloadFailed}</p> : null}
      <div className="row">
        <Action command={{ type: 'outcome.set', shared: !shared }}>{shared ? w.manage.unshare : w.manage.share}</Action>
        <span>{shared ? w.manage.outcomeShared : w.manage.outcomeOwn}</span>
      </div>
    </section>
  )
}
