/** When a backup is made: every so many minutes while a Plein is open, and each night. */
import type { Timers } from '../live/contract.ts'
import type { Store } from '../store/contract.ts'
import type { Backups } from './backups.ts'

export type Schedule = {
  backups: Backups
  store: Pick<Store, 'list'>
  timers: Timers
  now: () => number
  /** Milliseconds between two of them while a Plein is open. */
  every: number
}

const look = 60_000
const DAY = 86_400_000
/** The quiet hour, in UTC: five in the morning, or four, in the Netherlands. */
const night = 3 * 3_600_000
/** After one that failed. */
const again = 15 * 60_000
/** Between two times that old ones are looked for. */
const tidying = 3_600_000

/** The answer ends it. */
export const scheduleBackups = ({ backups, store, timers, now, every }: Schedule): (() => void) => {
  let failedAt = Number.NEGATIVE_INFINITY
  let tidiedAt = Number.NEGATIVE_INFINITY
  let stopped = false
  let cancel = (): void => undefined

  /** A clock that was set back since leaves nothing waiting. */
  const within = (since: number, span: number): boolean => now() >= since && now() - since < span

  const due = async (): Promise<boolean> => {
    if (within(failedAt, again)) return false
    const last = backups.newest()?.madeAt ?? Number.NEGATIVE_INFINITY
    const lastNight = Math.floor((now() - night) / DAY) * DAY + night
    const pleins = await store.list()
    // Where nothing is there is nothing to keep.
    if (pleins.length === 0) return false
    return last < lastNight || (now() - last >= every && pleins.some(({ stage, practice }) => stage === 'open' && !practice))
  }
  /** Also on a server without a Plein, which makes none: the last Plein must leave its backups in time. */
  const tidy = (): void => {
    if (within(tidiedAt, tidying)) return
    tidiedAt = now()
    backups.tidy()
  }
  const turn = async (): Promise<void> => {
    tidy()
    backups.beside.look()
    if (await due()) if (!(await backups.make()).ok) failedAt = now()
  }
  const wait = (milliseconds: number): void => {
    cancel = timers.after(milliseconds, () => {
      turn()
        .catch(() => {
          // The store or the folder cannot be read now; the next backup says so.
        })
        .finally(() => stopped || wait(look))
    })
  }
  wait(look)
  return () => {
    stopped = true
    cancel()
  }
}
