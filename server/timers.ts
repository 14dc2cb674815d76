/** Waiting, on the real clock. */
import type { Timers } from './live/contract.ts'

export const timers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    // A Plein that waits for its next minute must not keep a stopped server alive.
    timer.unref()
    return () => clearTimeout(timer)
  },
  soon(run) {
    setImmediate(run)
  },
}
