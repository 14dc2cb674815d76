import type { Timer as TimerState } from '../../shared/domain/state.ts'
import { useNow } from '../session/useNow.ts'
import { useSharedWords } from './words.ts'

/** Milliseconds left, never below zero; `null` when there is no clock. */
export const timeLeft = (timer: TimerState, now: number): number | null =>
  timer.status === 'stopped' ? null : Math.max(0, timer.status === 'running' ? timer.endsAt - now : timer.left)

/** '3:05'; counts up to the second that is still running, so that 0:00 means over. */
export const minutesAndSeconds = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Calm: digits, and words when it is over or paused. Nothing happens by itself at zero. */
export const Timer = ({ timer }: { timer: TimerState }) => {
  const w = useSharedWords()
  const now = useNow(timer.status === 'running' ? 500 : null)
  const left = timeLeft(timer, now)
  if (left === null) return null
  return (
    <span className="timer digits" role="timer" aria-label={w.timer.label}>
      {left === 0 ? w.timer.over : minutesAndSeconds(left)}
      {timer.status === 'paused' ? `, ${w.timer.paused}` : null}
    </span>
  )
}
