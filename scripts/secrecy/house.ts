/** The real server on a data folder of its own, with everything that somebody who runs it could keep: files, log, metrics, backups. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../../server/main.ts'
import type { NewPlein } from '../../shared/domain/life/create.ts'
import { type Made, makePlein } from '../players/http.ts'
import { untilInterrupted } from '../players/server.ts'

export type Files = { database: Buffer; log: Buffer; keys: Buffer[] }
export type House = {
  origin: string
  folder: string
  key: string
  make(wish: NewPlein): Promise<Made>
  /** As they stand on the disk now. */
  files(): Files
  /** Makes a backup and reads it. */
  backup(): Promise<Buffer>
  logged(): string
  metrics(): Promise<string>
  /** Takes another copy of every file in the folder, of everything that it printed too. */
  everything(): Buffer
  stop(): Promise<void>
  remove(): void
}

const key = 'organisatorsleutel-van-wie-kijkt-of-er-iets-lekt'
/** So that many people at once are nobody's flood, and nobody waits a minute for what cannot be taken back any more. */
const settings = {
  HOST: '127.0.0.1',
  PORT: '0',
  ORGANISER_KEY: key,
  LOG_LEVEL: 'info',
  PUBLIC_URL: '',
  LIMIT_DESK_BATCH: '200',
  LIMIT_TAKE_BACK: '300',
  LIMIT_BURST_PHONE: '1000',
  LIMIT_RATE_PHONE: '1000',
  LIMIT_RATE_PLEIN: '10000',
  LIMIT_PLEINS_PER_DAY: '10000',
  LIMIT_PLEINS_OPEN: '10000',
  LIMIT_DISK_FREE: '0',
  // Nobody is there: an address is taken, and no mail goes.
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'plein@stad.example',
}

/** A file that has another name by now, as the server gives it to what it wrote whole, is read under that one or with the next look. */
const read = (path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem
    return Buffer.alloc(0)
  }
}

export const openHouse = async (): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'pleinbord-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  let stop = async (): Promise<void> => undefined
  const release = untilInterrupted(() => stop().finally(remove), remove)
  const logged: string[] = []
  const output = { terminal: false, log: { write: (line: string) => void logged.push(line) }, print: () => undefined }
  const running = await start({ ...settings, DATA_DIR: folder }, output)
  stop = () => running.stopping.stop()
  const origin = `http://127.0.0.1:${running.port}`
  const organiser = { Authorization: `Bearer ${key}` }
  const inFolder = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    )
  return {
    origin,
    folder,
    key,
    make: (wish) => makePlein(origin, key, { locale: 'nl', ...wish, programme: wish.programme }),
    files: () => ({
      database: read(join(folder, 'pleinbord.db')),
      log: read(join(folder, 'pleinbord.db-wal')),
      keys: inFolder().flatMap((path) => (path.endsWith('.key') ? [read(path)] : [])),
    }),
    backup: async () => {
      const answer = await fetch(`${origin}/api/v1/backups`, { method: 'POST', headers: organiser })
      if (!answer.ok) throw new Error(`no backup: ${answer.status} ${await answer.text()}`)
      const names = readdirSync(join(folder, 'backups')).sort()
      return readFileSync(join(folder, 'backups', names.at(-1)!))
    },
    logged: () => logged.join(''),
    metrics: async () => (await fetch(`${origin}/metrics`)).text(),
    everything: () => Buffer.concat([...inFolder().map(read), Buffer.from(logged.join(''))]),
    stop,
    remove: () => {
      release()
      remove()
    },
  }
}
