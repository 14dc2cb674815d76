/** Sends the one mail of the morning after. That it leaves is stored before it does, so it goes once at most: a server that stops in between
 *  does not know, says so, and sends no second one. What the mail server refuses is tried again, and after three days no more. */
import type { PleinId } from '../../shared/domain/state.ts'
import type { Log, Timers } from '../live/contract.ts'
import type { DueReminder } from '../store/blog.ts'
import type { Store } from '../store/contract.ts'
import type { Letter } from './letter.ts'
import type { Mail } from './mail.ts'
import { morningAfter } from './morning.ts'

export type Reminders = {
  /** Sends what is due. Never throws. */
  look(): Promise<void>
  /** Looks now and every minute; the answer ends it, and resolves when nothing is on its way, or after a moment. */
  keep(timers: Pick<Timers, 'after'>): () => Promise<void>
}

export type ReminderParts = {
  store: Pick<Store, 'reminders' | 'commit'>
  /** `null`: this server sends no mail. */
  mail: Mail | null
  now: () => number
  /** The clock is not trusted. */
  held: () => boolean
  /** As it is written now. */
  letter: (plein: DueReminder) => Letter
  log: Pick<Log, 'info' | 'warn' | 'error'>
}

const MINUTE = 60_000
/** After so long it is no reminder of the day after any more. */
const tooLate = 3 * 24 * 60 * MINUTE
/** A stop waits so long for a mail that is leaving. */
const finishWithin = 2000

/** Minutes until the next try: 5, 10, 20 … at most four hours. */
const pause = (tries: number): number => Math.min(240, 5 * 2 ** Math.min(tries, 10)) * MINUTE

export const createReminders = ({ store, mail, now, held, letter, log }: ReminderParts): Reminders => {
  /** On their way from this process, or gone and not noted yet; `null`: still on its way. */
  const ours = new Map<string, 'sent' | 'unsure' | null>()
  let looking: Promise<void> | null = null
  let stopped = false

  const forget = async (plein: PleinId, id: string, as: 'sent' | 'unsure' | 'failed'): Promise<void> => {
    const { ok } = await store.commit(plein, null, { blog: { forget: { id, as } } })
    if (ok) ours.delete(id)
    else if (as !== 'failed') ours.set(id, as)
    log[as === 'sent' ? 'info' : 'warn']({ plein, as, stored: ok }, 'the reminder of the day after')
  }
  const send = async (due: DueReminder, by: Mail): Promise<void> => {
    const { plein, id, address, tries } = due
    const mark = (state: 'sending' | 'waiting', again: number) =>
      store.commit(plein, null, { blog: { mark: { id, state, again, tries: tries + 1 } } })
    // Withdrawn meanwhile, or the disk is full.
    if (!(await mark('sending', due.again)).ok) return
    ours.set(id, null)
    const sent = await by.send({ ...letter(due), to: address, id })
    if (sent !== 'refused') return forget(plein, id, sent)
    const back = await mark('waiting', now() + pause(tries))
    // Not stored that it was refused: it stays as it was, and is not sent again.
    if (back.ok || back.reason === 'conflict') ours.delete(id)
    else ours.set(id, 'unsure')
  }
  const one = async (due: DueReminder): Promise<void> => {
    const { plein, id, state, closedAt, retainUntil, again } = due
    const known = ours.get(id)
    if (known) return forget(plein, id, known)
    // By a process that is gone.
    if (state === 'sending') return forget(plein, id, 'unsure')
    if (closedAt === null || held()) return
    const at = morningAfter(closedAt)
    if (now() < at) return
    if (now() >= Math.min(at + tooLate, retainUntil)) return forget(plein, id, 'failed')
    if (mail !== null && now() >= again) await send(due, mail)
  }
  const lookOnce = async (): Promise<void> => {
    const failed = (problem: unknown): void => log.error({ problem: String(problem) }, 'reminders could not be looked at')
    try {
      for (const due of await store.reminders()) {
        if (stopped) return
        // One that cannot be made or marked must not hold up those after it.
        await one(due).catch(failed)
      }
    } catch (problem) {
      failed(problem)
    }
  }
  const look = (): Promise<void> => {
    // One at a time, or a mail that takes longer than a minute would leave twice.
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }
  return {
    look,
    keep: (timers) => {
      let cancel = (): void => undefined
      const round = (): void => {
        look().finally(() => {
          if (!stopped) cancel = timers.after(MINUTE, round)
        })
      }
      round()
      return async () => {
        stopped = true
        cancel()
        await Promise.race([looking, new Promise<void>((resolve) => timers.after(finishWithin, resolve))])
        mail?.close()
      }
    },
  }
}
