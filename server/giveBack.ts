/** After a flood V8 keeps the pages that it emptied, often more than everything that lives. Only a collection of last resort gives them back
 *  to the machine. It stops everything for a tenth of a second and throws compiled code away, so it waits until nobody is here to feel that. */
import { performance } from 'node:perf_hooks'
import type { Log, Timers } from './live/contract.ts'

export type GiveBackParts = {
  timers: Pick<Timers, 'after'>
  log: Log
  /** Nobody is connected now. */
  nobody(): Promise<boolean>
  /** Bytes of the whole process. */
  resident?: () => number
  /** The share of the time since it was asked last in which there was something to do. */
  busy?: () => number
  /** Throws where it cannot be done. */
  collect?: () => Promise<void>
}

const look = 10_000
/** Between two of them: whoever floods again and again may not have everything stopped again and again. */
const apart = 5 * 60_000
/** Bytes above the least that there was since the last time. Half of what a flood may leave (docs/reliability.md, T10). */
const worthwhile = 32e6
const nearlyIdle = 0.1

const sinceAsked = (): (() => number) => {
  let last = performance.eventLoopUtilization()
  return () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, last)
    last = now
    return utilization
  }
}

/** Over a session inside this thread: no port opens, and a debugger that somebody attached goes on. */
const lastResort = async (): Promise<void> => {
  // Not every Node is built with it.
  const { Session } = await import('node:inspector/promises')
  const session = new Session()
  session.connect()
  try {
    await session.post('HeapProfiler.collectGarbage')
  } finally {
    session.disconnect()
  }
}

/** The answer ends it. */
export const giveBackMemory = ({
  timers,
  log,
  nobody,
  resident = process.memoryUsage.rss,
  busy = sinceAsked(),
  collect = lastResort,
}: GiveBackParts): (() => void) => {
  let least = resident()
  let wait = 0
  let stopped = false
  let cancel = (): void => undefined

  const give = async (): Promise<void> => {
    const before = resident()
    const began = performance.now()
    await collect()
    least = resident()
    wait = apart
    const [from, to] = [before, least].map((bytes) => Math.round(bytes / 1e6))
    log.info({ from, to, ms: Math.round(performance.now() - began) }, 'memory was given back')
  }
  const turn = async (): Promise<void> => {
    least = Math.min(least, resident())
    wait = Math.max(0, wait - look)
    const idle = busy() < nearlyIdle
    if (idle && wait === 0 && resident() - least > worthwhile && (await nobody()) && !stopped) await give()
  }
  const next = (): void => {
    cancel = timers.after(look, () => {
      turn().then(
        () => stopped || next(),
        (problem: unknown) => log.warn({ problem: String(problem) }, 'memory cannot be given back; this is not tried again'),
      )
    })
  }
  next()
  return () => {
    stopped = true
    cancel()
  }
}
