import { minutesAndSeconds, timeLeft } from '../parts/Timer.tsx'
import { useEntry } from '../session/useDocument.ts'
import { useNow } from '../session/useNow.ts'
import { useScreenWords } from './words.ts'

const nearly = 60_000
const round = 2 * Math.PI * 42

/** A ring and digits, and words beside the colour when it is nearly over. A clock that nobody has started says how long it will be. */
export const Clock = () => {
  const w = useScreenWords()
  const timer = useEntry('board', 'plein', 'timer')
  const now = useNow(timer?.status === 'running' ? 250 : null)
  const left = timer === undefined ? null : timeLeft(timer, now)
  if (timer === undefined || timer.status === 'stopped' || left === null) return null
  if (timer.status === 'paused' && left === timer.length)
    return left === 0 ? null : <p className="clock-planned">{w.timer.planned(Math.round(left / 60_000))}</p>
  const share = timer.length === 0 ? 0 : Math.min(1, left / timer.length)
  const near = left <= nearly
  const note = left === 0 ? w.timer.over : timer.status === 'paused' ? w.timer.paused : near ? w.timer.nearly : null
  return (
    <div className={near && timer.status === 'running' ? 'clock clock-near' : 'clock'} role="timer">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className="ring" cx="50" cy="50" r="42" />
        <circle className="ring-left" cx="50" cy="50" r="42" strokeDasharray={`${share * round} ${round}`} transform="rotate(-90 50 50)" />
      </svg>
      <strong className="digits">{minutesAndSeconds(left)}</strong>
      {note === null ? null : <span>{note}</span>}
    </div>
  )
}
