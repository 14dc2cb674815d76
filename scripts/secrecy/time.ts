/** Time that passes when told. */
import type { Timers } from '../../server/live/contract.ts'

export type Time = { now(): number; timers: Timers; pass(milliseconds: number): void }

/** Thursday 12 March 2026, 9:00 UTC. */
const morning = Date.UTC(2026, 2, 12, 9)

export const simulated = (): Time => {
  let now = morning
  const waiting = new Set<{ at: number; run: () => void }>()
  return {
    now: () => now,
    timers: {
      soon: (run) => queueMicrotask(run),
      after: (milliseconds, run) => {
        const one = { at: now + milliseconds, run }
        waiting.add(one)
        return () => waiting.delete(one)
      },
    },
    pass: (milliseconds) => {
      now += milliseconds
      for (const one of [...waiting].sort((a, b) => a.at - b.at)) if (one.at <= now && waiting.delete(one)) one.run()
    },
  }
}
