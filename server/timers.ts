/** Waiting, on the real clock. */
import type { Timers } from './live/contract.ts'

/** Longer than this Node does not wait, and calls at once instead: 24 days. Who is called looks at the clock. */
const longest = 2 ** 31 - 1

export const timers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.min(milliseconds, longest))
    // A Plein that waits for its next minute must not keep a stopped server alive.
    timer.unref()
    return () => clearTimeout(timer)
  },
  soon(run) {
    setImmediate(run)
  },
}
