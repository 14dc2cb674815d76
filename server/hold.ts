/** Whether what is past its date may go. A clock that is wrong by a year would take everything along, so after a leap nothing goes for a
 *  day: time to see the line in the log and set the clock right. */
import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import type { Log, Timers } from './live/contract.ts'

export type Hold = {
  /** Nothing may go for its date now. */
  held(): boolean
  /** Counts the time that the server runs, and keeps it on disk. The answer ends it, and resolves when that is written. */
  keep(timers: Pick<Timers, 'after'>): () => Promise<void>
}

export type HoldParts = {
  /** The data directory; `clock` in it holds what was seen last. */
  folder: string
  now: () => number
  /** Milliseconds on a clock that nobody sets and that goes on while the machine sleeps. */
  steady?: () => number
  log: Log
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A server may be off so long without a question: longer than a holiday, and about as long as backups are kept. */
const off = 35 * 24 * HOUR
/** So far may the clock run ahead of the steady one between two looks. */
const slack = HOUR
const day = 24 * HOUR
const keepEvery = 10

/** `seen`: the last moment, `left`: milliseconds of running for which nothing goes. */
type Known = { seen: number; left: number }

const known = (file: string): Known | null => {
  try {
    const { seen, left } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Known>
    // A number that is no moment is damage too.
    return !Number.isNaN(new Date(Number(seen)).getTime()) && Number.isFinite(seen) && Number.isFinite(left)
      ? { seen: Number(seen), left: Number(left) }
      : null
  } catch {
    // The first start, or half a file: nothing is known of the clock.
    return null
  }
}

export const createHold = ({ folder, now, steady = () => uptime() * 1000, log }: HoldParts): Hold => {
  const file = join(folder, 'clock')
  const before = known(file)
  let left = Math.min(day, Math.max(0, before?.left ?? 0))
  let last = { wall: now(), steady: steady() }
  let writing: Promise<void> = Promise.resolve()

  const write = (): void => {
    const text = JSON.stringify({ seen: now(), left } satisfies Known)
    writing = writing
      .then(() => writeFile(`${file}.new`, text, { mode: 0o600, flush: true }))
      .then(() => rename(`${file}.new`, file))
      .catch((problem: unknown) => log.warn({ problem: String(problem) }, 'the time could not be kept'))
  }
  const begin = (seen: number, wall: number): void => {
    left = day
    const facts = { expected: new Date(seen).toISOString(), clock: new Date(wall).toISOString() }
    log.warn(facts, 'the clock went ahead: nothing is deleted for its date until the server has run for 24 hours')
    write()
  }
  const look = (): void => {
    const [wall, running] = [now(), steady()]
    const expected = last.wall + (running - last.steady)
    last = { wall, steady: running }
    if (wall - expected > slack) begin(expected, wall)
  }
  const counted = (): void => {
    if (left === 0) return
    left = Math.max(0, left - MINUTE)
    if (left > 0) return
    log.info({}, 'what is past its date is deleted again')
    write()
  }

  if (before !== null && last.wall - before.seen > off) begin(before.seen, last.wall)
  else write()
  return {
    held: () => {
      look()
      return left > 0
    },
    keep: (timers) => {
      let cancel = (): void => undefined
      const turn = (minutes: number): void => {
        cancel = timers.after(MINUTE, () => {
          look()
          counted()
          if (minutes % keepEvery === 0) write()
          turn(minutes + 1)
        })
      }
      turn(1)
      return () => {
        cancel()
        write()
        return writing
      }
    },
  }
}
