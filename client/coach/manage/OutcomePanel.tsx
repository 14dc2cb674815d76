import { useDownloads } from '../../parts/useDownloads.ts'
import { useEntry } from '../../session/useDocument.ts'
import { Action, Button } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

export const OutcomePanel = () => {
  const w = useCoachWords()
  const shared = useEntry('board', 'plein', 'outcomeShared') ?? false
  const { formats, busy, failed, download } = useDownloads()
  return (
    <section className="panel">
      <h2>{w.manage.outcome}</h2>
      <div className="row">
        {formats.map((format) => (
          <Button key={format} busy={busy === format} onPress={() => void download(format)}>
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
