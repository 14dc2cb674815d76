import type { Timers } from './contract.ts'

/** Tells at once, and then no more than once in so long for each name: what comes meanwhile is told at its end, once. */
export const seldom = (timers: Pick<Timers, 'after'>, every: number, tell: (name: string) => void): ((name: string) => void) => {
  /** Whether something came since it was told. */
  const resting = new Map<string, boolean>()
  const run = (name: string): void => {
    resting.set(name, false)
    tell(name)
    timers.after(every, () => {
      const more = resting.get(name)
      resting.delete(name)
      if (more) run(name)
    })
  }
  return (name) => {
    if (resting.has(name)) resting.set(name, true)
    else run(name)
  }
}
