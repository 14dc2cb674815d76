import { useState } from 'react'
import { Dialog } from '../../parts/Dialog.tsx'
import { useAct } from '../../session/useAct.ts'
import { usePlein } from '../../session/useDocument.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useNow } from '../../session/useNow.ts'
import { useCrowd } from '../../session/useSeat.ts'
import { longDate } from '../../words/plural.ts'
import { Action, Button, Refused } from '../Action.tsx'
import { useDeskWords } from '../deskWords.ts'
import { useWhyNot } from '../whyNot.ts'

/** Prepared, open, closed: the one thing that is final says so before, with counts, and can be taken back for a minute. */
export const Life = () => {
  const w = useDeskWords()
  const plein = usePlein()
  const day = longDate(useLanguage())
  const now = useNow(plein?.stage === 'closed' && !plein.sealed ? 500 : null)
  if (plein === null) return null
  const seconds = plein.closesAt === null ? 0 : Math.max(0, Math.ceil((plein.closesAt - now) / 1000))
  return (
    <section className="panel">
      <h2>{w.manage.life}</h2>
      {plein.stage === 'prepared' ? (
        <>
          <p>{w.manage.isPrepared}</p>
          <div className="row">
            <Action tone="main" command={{ type: 'plein.open' }}>
              {w.manage.open}
            </Action>
            <span className="help">{w.manage.openHelp}</span>
          </div>
        </>
      ) : plein.stage === 'open' ? (
        <>
          <p>{w.manage.isOpen}</p>
          <ClosePlein />
        </>
      ) : (
        <>
          <p>{plein.sealed ? w.why.sealed : w.manage.isClosed}</p>
          {plein.sealed ? null : (
            <Action command={{ type: 'plein.reopen' }} why={seconds === 0 ? w.why.tooLate : null}>
              {w.manage.reopen(seconds)}
            </Action>
          )}
        </>
      )}
      <p className="help">{w.manage.retain(day(plein.retainUntil))}</p>
    </section>
  )
}

/** Asks for the counts, and closes when they have been seen. */
export const ClosePlein = () => {
  const w = useDeskWords()
  const whyNot = useWhyNot()
  const crowd = useCrowd()
  const { act, busy, refusal, forget } = useAct()
  const [counts, setCounts] = useState<Record<string, number> | null>(null)
  const ask = async () => {
    const answer = await act({ type: 'plein.close' })
    if (answer.ok || answer.error.code !== 'not-confirmed') return
    setCounts((answer.error['counts'] as Record<string, number> | undefined) ?? {})
    forget()
  }
  const close = async () => {
    const answer = await act({ type: 'plein.close', confirmed: true })
    if (answer.ok) setCounts(null)
  }
  const names: Record<string, string> = w.counts
  const rows = counts === null ? [] : Object.entries({ present: crowd?.present ?? 0, ...counts })
  return (
    <>
      <Button busy={busy} why={whyNot('plein.close')} onPress={() => void ask()}>
        {w.manage.closePlein}
      </Button>
      {counts === null ? (
        <Refused refusal={refusal} />
      ) : (
        <Dialog heading={w.manage.closeHeading} onClose={() => setCounts(null)}>
          <dl className="counts">
            {rows.map(([name, count]) => (
              <div key={name}>
                <dt>{names[name] ?? name}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
          <p>{w.manage.closeHelp}</p>
          <Refused refusal={refusal} />
          <div className="row">
            <Button tone="alarm" busy={busy} onPress={() => void close()}>
              {w.manage.closeGo}
            </Button>
            <Button onPress={() => setCounts(null)}>{w.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
