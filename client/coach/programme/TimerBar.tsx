import { useState } from 'react'
import { minutesAndSeconds, timeLeft } from '../../parts/Timer.tsx'
import { useEntry, usePhase } from '../../session/useDocument.ts'
import { useNow } from '../../session/useNow.ts'
import { Action } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

const minute = 60

export const TimerBar = () => {
  const w = useCoachWords()
  const timer = useEntry('board', 'plein', 'timer') ?? { status: 'stopped' as const }
  const phase = usePhase()
  const now = useNow(timer.status === 'running' ? 250 : null)
  const rest = timeLeft(timer, now)
  const planned = phase?.settings.minutes ?? null
  return (
    <section className="timer" aria-label={w.timer.label}>
      <strong className={rest === 0 ? 'clock clock-over' : 'clock'} role="timer">
        {rest === null ? '' : minutesAndSeconds(rest)}
        {rest === 0 ? <small>{w.timer.over}</small> : timer.status === 'paused' ? <small>{w.timer.paused}</small> : null}
      </strong>
      {timer.status === 'stopped' ? (
        <StartMenu planned={planned} />
      ) : (
        <>
          {timer.status === 'paused' ? (
            <Action command={{ type: 'timer.resume' }} hint="T">
              {w.timer.resume}
            </Action>
          ) : (
            <Action command={{ type: 'timer.pause' }} hint="T">
              {w.timer.pause}
            </Action>
          )}
          <Action command={{ type: 'timer.add', seconds: minute }}>{w.timer.add}</Action>
          <Action command={{ type: 'timer.stop' }}>{w.timer.stop}</Action>
        </>
      )}
    </section>
  )
}

const StartMenu = ({ planned }: { planned: number | null }) => {
  const w = useCoachWords()
  const [own, setOwn] = useState('')
  const minutes = Number(own.replace(',', '.'))
  const quick = [...new Set([planned ?? 1, 1, 3, 5])]
  return (
    <>
      {quick.slice(0, 1).map((length) => (
        <Action key={length} hint="T" command={{ type: 'timer.start', seconds: length * minute }}>
          {w.timer.startPlanned(length)}
        </Action>
      ))}
      <details className="menu">
        <summary>{w.timer.more}</summary>
        <div className="menu-body">
          {quick.slice(1).map((length) => (
            <Action key={length} command={{ type: 'timer.start', seconds: length * minute }}>
              {w.timer.start(length)}
            </Action>
          ))}
          <label className="field">
            {w.timer.own}
            <input inputMode="decimal" value={own} onChange={(event) => setOwn(event.target.value)} size={4} />
          </label>
          <Action
            command={{ type: 'timer.start', seconds: Math.round(minutes * minute) }}
            why={minutes > 0 ? null : w.why.noMinutes}
            onDone={() => setOwn('')}
          >
            {w.timer.ownGo}
          </Action>
        </div>
      </details>
    </>
  )
}
