/** The session's own rhythm, faster, and without the nights in between. */
const longestPause = 200

export type Pace = (at: number | null) => Promise<void>

/** Waits as long as the session did since the record before, divided by `speed`, at most 200 ms. Records without a time follow at once. */
export const paceOf = (speed: number): Pace => {
  let before: number | null = null
  let due = performance.now()
  return async (at) => {
    const gap = at === null || before === null ? 0 : Math.min(longestPause, Math.max(0, (at - before) / speed))
    if (at !== null) before = at
    // From when it was due, not from now: short gaps would else all be rounded up to a tick of the timer. Never in arrears for more than one pause.
    due = Math.max(due + gap, performance.now() - longestPause)
    const wait = due - performance.now()
    if (wait >= 1) await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

/** At most so many things under way at once; `enter` waits for a place. */
export const gate = (places: number): { enter(work: () => Promise<void>): Promise<void>; empty(): Promise<void> } => {
  const running = new Set<Promise<void>>()
  let failed: unknown = null
  const check = () => {
    if (failed) throw failed
  }
  return {
    async enter(work) {
      while (running.size >= places) await Promise.race(running)
      check()
      const one: Promise<void> = work()
        .catch((error) => {
          failed ??= error
        })
        .finally(() => running.delete(one))
      running.add(one)
    },
    async empty() {
      await Promise.all(running)
      check()
    },
  }
}
