/** What coaches, the owner and the organiser did: apart from the board, without content, and never about a participant. One line of JSON
 *  for each deed in `DATA_DIR/audit`, a file for each day, only added to, and gone after so many days. */
import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PleinId, Role, SeatId } from '../../shared/domain/state.ts'
import type { Log, Timers } from '../live/contract.ts'
import { dayOf } from '../world.ts'
import type { DeedName } from './deeds.ts'

/** `detail`: one of a few words of the program. */
export type Deed = { what: DeedName; detail?: string; count?: number }
export type Doer = { role: Role | 'server'; seat: SeatId | null }
/** `at`: to the minute, UTC. `device`: tells devices of one role apart, and says nothing else. */
export type AuditLine = Deed & { at: string; plein: PleinId | null; by: Exclude<Role, 'participant'> | 'server'; device: string | null }

export type Audit = {
  /** Deeds of participants are not noted, whatever they are. Never throws, and nothing waits for it. */
  note(plein: PleinId | null, doer: Doer, deed: Deed): void
  /** Newest first. `null`: of the whole server. */
  read(plein: PleinId | null): Promise<AuditLine[]>
  /** Looks for lines that are too old, now and every six hours; the answer ends it. */
  keep(timers: Pick<Timers, 'after'>): () => void
  /** Resolves when all that was noted is written. */
  idle(): Promise<void>
}

export type AuditParts = {
  folder: string
  /** How long lines are kept. */
  days: number
  now: () => number
  hash: (text: string) => string
  log: Pick<Log, 'warn'>
}

const DAY = 86_400_000
const sometimes = 6 * 3_600_000
/** Milliseconds of deeds that are written in one go: opening a file for each would cost as much as the deed itself. */
const together = 1000
/** More are not told at once. */
const most = 5000
const named = /^(\d{4}-\d{2}-\d{2})\.jsonl$/

const dayIn = ({ at }: AuditLine): string => at.slice(0, 10)
const lineOf = (text: string): AuditLine[] => {
  try {
    return [JSON.parse(text) as AuditLine]
  } catch {
    // The last one of a machine that lost its power.
    return []
  }
}

export const createAudit = ({ folder, days, now, hash, log }: AuditParts): Audit => {
  let writing: Promise<void> = Promise.resolve()
  let waiting: AuditLine[] = []
  let due: ReturnType<typeof setTimeout> | undefined

  const files = async (): Promise<{ day: string; path: string }[]> => {
    const names = await readdir(folder).catch(() => [])
    return names.sort().flatMap((name) => (named.test(name) ? [{ day: name.slice(0, 10), path: join(folder, name) }] : []))
  }
  const tidy = async (): Promise<void> => {
    const first = dayOf(now() - days * DAY)
    for (const { day, path } of await files()) if (day < first) await rm(path, { force: true })
  }
  const write = async (lines: readonly AuditLine[]): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const day of new Set(lines.map(dayIn))) {
      const own = lines.filter((line) => dayIn(line) === day).map((line) => `${JSON.stringify(line)}\n`)
      await appendFile(join(folder, `${day}.jsonl`), own.join(''), { mode: 0o600 })
    }
  }
  const after = (next: () => Promise<void>): void => {
    writing = writing.then(next).catch((problem: unknown) => log.warn({ problem: String(problem) }, 'the audit log could not be written'))
  }
  const flush = (): Promise<void> => {
    clearTimeout(due)
    due = undefined
    const lines = waiting
    waiting = []
    if (lines.length > 0) after(() => write(lines))
    return writing
  }
  return {
    note: (plein, { role, seat }, { what, detail, count }) => {
      if (role === 'participant') return
      const at = `${new Date(now()).toISOString().slice(0, 16)}Z`
      const device = seat === null ? null : hash(seat).slice(0, 4)
      const more = { ...(detail === undefined ? {} : { detail }), ...(count === undefined ? {} : { count }) }
      const line: AuditLine = { at, plein, by: role, device, what, ...more }
      waiting.push(line)
      due ??= setTimeout(flush, together).unref()
    },
    keep: (timers) => {
      let cancel = (): void => undefined
      const turn = (): void => {
        after(tidy)
        cancel = timers.after(sometimes, turn)
      }
      turn()
      return () => cancel()
    },
    read: async (plein) => {
      await flush()
      const texts = await Promise.all((await files()).map(({ path }) => readFile(path, 'utf8')))
      const lines = texts.flatMap((text) => text.split('\n')).flatMap((text) => (text === '' ? [] : lineOf(text)))
      return lines
        .filter((line) => plein === null || line.plein === plein)
        .reverse()
        .slice(0, most)
    },
    idle: flush,
  }
}
