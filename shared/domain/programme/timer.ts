/** The timer. It counts down and does nothing else: at zero nothing advances by itself. All times in milliseconds. */
import type { Moment, Phase, Timer } from '../state.ts'

/** What is left, never below zero; `null` when there is no timer. */
export const left = (timer: Timer, now: Moment): number | null => {
  switch (timer.status) {
    case 'stopped':
      return null
    case 'running':
      return Math.max(0, timer.endsAt - now)
    case 'paused':
      return timer.left
    default:
      return timer satisfies never
  }
}

/** Set for the planned minutes, but a coach starts it: the room may not be ready. */
export const ready = (phase: Phase): Timer => {
  if (phase.settings.minutes === null) return { status: 'stopped' }
  const length = phase.settings.minutes * 60_000
  return { status: 'paused', left: length, length }
}

/** What an interrupted phase had left. Paused, so that nobody's time runs while people are still sitting down. */
export const resumed = (phase: Phase, remaining: number | null): Timer => {
  if (remaining === null) return { status: 'stopped' }
  return { status: 'paused', left: remaining, length: Math.max(remaining, (phase.settings.minutes ?? 0) * 60_000) }
}

export const started = (length: number, now: Moment): Timer => ({ status: 'running', endsAt: now + length, length })

/** Added to a timer that has run out, it counts from now. */
export const extended = (timer: Exclude<Timer, { status: 'stopped' }>, more: number, now: Moment): Timer =>
  timer.status === 'running'
    ? { status: 'running', endsAt: Math.max(timer.endsAt, now) + more, length: timer.length + more }
    : { status: 'paused', left: timer.left + more, length: timer.length + more }

export const paused = (timer: Extract<Timer, { status: 'running' }>, now: Moment): Timer => ({
  status: 'paused',
  left: Math.max(0, timer.endsAt - now),
  length: timer.length,
})

export const continued = (timer: Extract<Timer, { status: 'paused' }>, now: Moment): Timer => ({
  status: 'running',
  endsAt: now + timer.left,
  length: timer.length,
})
