import type { Command } from '../../../shared/domain/commands.ts'
import type { Timer } from '../../../shared/domain/state.ts'
import { timeLeft } from '../../parts/Timer.tsx'

const minute = 60
type Turn = Extract<Command, { type: 'timer.start' | 'timer.pause' | 'timer.resume' }>

/** What the one button of the clock does now, and its key: start, pause, go on. A clock that has run out cannot pause: it starts again.
 *  `planned`: minutes of the phase; `now` as the server's clock, in milliseconds. */
export const turnClock = (timer: Timer, planned: number | null, now: number): Turn => {
  if (timer.status === 'stopped' || timeLeft(timer, now) === 0) return { type: 'timer.start', seconds: (planned ?? 1) * minute }
  return timer.status === 'running' ? { type: 'timer.pause' } : { type: 'timer.resume' }
}
