import type { Timer } from '../../shared/domain/state.ts'

/** Milliseconds left on a timer at `now`; `null` when there is none. Never below zero. */
export const leftOf = (timer: Timer | undefined, now: number): number | null => {
  if (!timer || timer.status === 'stopped') return null
  return Math.max(0, timer.status === 'paused' ? timer.left : timer.endsAt - now)
}

/** `6:42`, rounded up so that it shows 0:00 only when time is really over. */
export const clockText = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
