/** The erasure ledger once more, beside the backups: the disk that breaks may be the one that holds the data, and with it the only note of what
 *  must not come back. Written off the storage thread: a disk of backups that fails or hangs holds no commit up. Never in the order in which
 *  people did things (S2). */
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../live/contract.ts'
import { absent, type Entry, entriesOf, ledgerFile, together, withoutOrder, written } from '../store/sqlite/ledger.ts'

export type BesideParts = {
  /** Of the backups. */
  folder: string
  dataDir: string
  now: () => number
  log: Log
}
export type Beside = {
  /** Writes it anew; asked meanwhile, once more after that. Waits for what was wished until now and no longer, or steady erasures would hold
   *  a backup up. `before`: the first one forgot what is older than this day. Never throws. */
  keep(wish?: { before?: string; always?: boolean }): Promise<void>
  /** Tries again what failed, and tells of a disk that gives no answer. */
  look(): void
  /** Milliseconds since something was erased that is not noted here; 0: all is. */
  behind(): number
  /** Before a stop: waits until it is written, and no longer than people wait for a stop. */
  idle(): Promise<void>
}

type Wish = { before: string; always: boolean; over: Promise<void>; end: () => void }

const PATIENCE = 60_000
const AT_STOP = 1000

const read = (folder: string): Promise<Entry[] | null> =>
  readFile(ledgerFile(folder), 'utf8').then(entriesOf, (problem) => {
    if (absent(problem)) return null
    throw problem
  })

const make = async (folder: string): Promise<void> => {
  // Node tries for ever where the parent exists and still nothing can be made in it, as in /proc.
  const recursive = await stat(dirname(folder)).then(
    () => false,
    () => true,
  )
  await mkdir(folder, { recursive, mode: 0o700 }).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EEXIST') throw problem
  })
}

/** By whichever name: a link, or a mount under another path. */
const isOne = async (...folders: readonly [string, string]): Promise<boolean> => {
  const [one, other] = await Promise.all(folders.map((folder) => stat(folder, { bigint: true }).catch(() => null)))
  return one != null && other != null && one.dev === other.dev && one.ino === other.ino
}

const write = async (folder: string, bytes: Buffer): Promise<void> => {
  const fresh = `${ledgerFile(folder)}.new`
  await make(folder)
  await rm(fresh, { force: true })
  const file = await open(fresh, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(fresh, ledgerFile(folder))
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === 'win32') return
  const names = await open(folder, 'r')
  await names.sync().finally(() => names.close())
}

export const createBeside = ({ folder, dataDir, now, log }: BesideParts): Beside => {
  let keeping: Promise<void> | null = null
  let wished: Wish | null = null
  let since: number | null = null
  let told = false

  const once = async ({ before, always }: Wish): Promise<void> => {
    // There the ledger is the storage thread's, which would go on writing in the file that was replaced.
    if (await isOne(folder, dataDir)) return
    const own = (await read(dataDir)) ?? []
    const there = await read(folder)
    // What only this one holds is of a data folder that was lost: it stays for as long as the rest.
    const all = withoutOrder(together(there ?? [], own).filter(([day]) => day >= before))
    if (there === null && all.length === 0 && !always) return
    await write(folder, written(all))
  }
  const fail = (problem: string): void => {
    if (!told) log.error({ folder, problem }, 'the erasure ledger could not be kept beside the backups')
    told = true
  }
  const run = async (): Promise<void> => {
    while (wished !== null) {
      const one: Wish = wished
      const began = now()
      wished = null
      try {
        await once(one)
        since = wished === null ? null : began
        if (told) log.info({ folder }, 'the erasure ledger is kept beside the backups again')
        told = false
      } catch (problem) {
        fail(String(problem))
      }
      one.end()
    }
    // In the same turn as the last look at what is wished: a wish between the two would wait for the next.
    keeping = null
  }
  const wish = (): Wish => {
    let end = (): void => undefined
    const over = new Promise<void>((resolve) => {
      end = resolve
    })
    return { before: '', always: false, over, end }
  }
  const keep: Beside['keep'] = ({ before = '', always = false } = {}) => {
    since ??= now()
    const last = wished ?? wish()
    wished = { ...last, before: last.before > before ? last.before : before, always: always || last.always }
    keeping ??= run()
    return last.over
  }
  return {
    keep,
    look: () => {
      if (since === null) return
      if (keeping === null) void keep()
      else if (now() - since > PATIENCE) fail('its disk gives no answer')
    },
    behind: () => (since === null ? 0 : now() - since),
    idle: async () => {
      const over = new AbortController()
      await Promise.race([keeping, pause(AT_STOP, null, { signal: over.signal }).catch(() => null)])
      over.abort()
    },
  }
}
