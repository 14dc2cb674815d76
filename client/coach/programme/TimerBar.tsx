import { minutesAndSeconds, timeLeft } from '../../parts/Timer.tsx'
import { useEntry, usePhase } from '../../session/useDocument.ts'
import { useNow } from '../../session/useNow.ts'
import { Action } from '../Action.tsx'
import { useDeskWords } from '../deskWords.ts'
import { TimerMenu } from './TimerMenu.tsx'
import { turnClock } from './turnClock.ts'

const minute = 60

/** The clock and the button that starts, pauses or goes on: one button, always in the same place. Only a Plein that is open has a clock. */
export const TimerBar = () => {
  const w = useDeskWords()
  const timer = useEntry('board', 'plein', 'timer') ?? { status: 'stopped' as const }
  const planned = usePhase()?.settings.minutes ?? null
  const now = useNow(timer.status === 'running' ? 250 : null)
  const rest = timeLeft(timer, now)
  const stage = useEntry('board', 'plein', 'stage')
  if (stage !== 'open') return <div className="timer" />
  return (
    <section className="timer" aria-label={w.timer.label}>
      <strong className={rest === 0 ? 'clock clock-over' : 'clock'} role="timer">
        {rest === null ? <span className="clock-none">{w.timer.none}</span> : minutesAndSeconds(rest)}
        {rest === 0 ? <small>{w.timer.over}</small> : timer.status === 'paused' ? <small>{w.timer.paused}</small> : null}
      </strong>
      <TurnClock planned={planned} now={now} />
      {timer.status === 'stopped' ? (
        <TimerMenu planned={planned} />
      ) : (
        <>
          <Action command={{ type: 'timer.add', seconds: minute }}>{w.timer.add}</Action>
          <Action command={{ type: 'timer.stop' }}>{timer.status === 'running' && rest !== 0 ? w.timer.stop : w.timer.remove}</Action>
        </>
      )}
    </section>
  )
}

/** Start, pause, go on. */
const TurnClock = ({ planned, now }: { planned: number | null; now: number }) => {
  const w = useDeskWords()
  const timer = useEntry('board', 'plein', 'timer') ?? { status: 'stopped' as const }
  const command = turnClock(timer, planned, now)
  return (
    <Action command={command} hint="T">
      {command.type === 'timer.start'
        ? w.timer.startPlanned(command.seconds / minute)
        : command.type === 'timer.pause'
          ? w.timer.pause
          : timer.status === 'paused' && timer.left === timer.length && timer.length % (minute * 1000) === 0
            ? w.timer.startPlanned(timer.length / minute / 1000)
            : w.timer.resume}
    </Action>
  )
}
