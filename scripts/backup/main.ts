/** `npm run backup`: asks the server that runs here for a backup; where none runs, makes it itself. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBackups } from '../../server/backup/backups.ts'
import { ofAnother } from '../../server/backup/whose.ts'
import { readSettings, type Settings } from '../../server/settings.ts'
import { StoreUnavailable } from '../../server/store/contract.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { openSqlite, type SqliteStore } from '../../server/store/sqlite.ts'
import { clock } from '../../server/world.ts'
import { calledBare } from '../players/call.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const keyOf = ({ organiserKey, dataDir }: Settings): string | null => {
  if (organiserKey !== null) return organiserKey
  const kept = join(dataDir, 'organiser.key')
  return existsSync(kept) ? readFileSync(kept, 'utf8').trim() : null
}

/** A program that listens there and never says a word. */
const patience = 5000

const addressOf = ({ host, port }: Settings): string => {
  const here = host === null || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${here.includes(':') ? `[${here}]` : here}:${port}`
}

/** Asked without the key, which is for no other program that listens there. */
const isPleinbord = async (address: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${address}/api/v1/openapi.json`, { redirect: 'error', signal: AbortSignal.timeout(patience) })
    const { info } = (await answer.json()) as { info?: { title?: unknown } }
    return info?.title === 'Pleinbord'
  } catch {
    return false
  }
}

const asked = async (settings: Settings): Promise<string> => {
  const address = addressOf(settings)
  const answer = await fetch(`${address}/api/v1/backups`, {
    method: 'POST',
    redirect: 'error',
    headers: { Authorization: `Bearer ${encodeURIComponent(keyOf(settings) ?? 'none')}` },
  })
  if (answer.status === 401) throw new Error(`The server at ${address} has another organiser's key. Set ORGANISER_KEY, or DATA_DIR.`)
  if (answer.status !== 201) throw new Error(`The server at ${address} made no backup (${answer.status}); its log says why.`)
  const { name, bytes } = (await answer.json()) as { name: string; bytes: number }
  return `The server made ${name} (${megabytes(bytes)}) in the folder of its backups.`
}

/** `null`: a server has the database. */
const opened = ({ dataDir, backupDir }: Settings): Promise<SqliteStore | null> =>
  openSqlite(dataDir, { beside: backupDir }).catch((problem: unknown) => {
    if (problem instanceof StoreUnavailable && problem.message.startsWith('Another')) return null
    throw problem
  })

const alone = async (store: SqliteStore, { dataDir, backupDir, backupDays, limits }: Settings): Promise<string> => {
  try {
    const where = { store, folder: backupDir, dataDir, days: backupDays, diskFree: limits.diskFree }
    // What is old goes by the server, which knows whether the clock can be trusted.
    const backups = createBackups({ ...where, now: clock, held: () => true, log: silent })
    const made = await backups.make()
    if (!made.ok) throw new Error(`No backup was made: ${made.problem}.`)
    return `No server runs here, so it was made without one: ${made.path} (${megabytes(made.bytes)}).`
  } finally {
    await store.close()
  }
}

const backup = async (settings: Settings): Promise<string> => {
  const { dataDir, port } = settings
  const notHere = existsSync(file(dataDir)) ? ofAnother(dataDir) : `There is no database in ${dataDir}; set DATA_DIR.`
  const serves = await isPleinbord(addressOf(settings))
  // Who holds the database says whether a server runs, and not who listens on the port.
  const store = notHere === null ? await opened(settings) : null
  if (store === null) {
    if (serves) return asked(settings)
    throw new Error(notHere ?? `A server runs on ${dataDir}, but not on port ${port}. Set PORT to the one it listens on.`)
  }
  if (!serves) return alone(store, settings)
  await store.close()
  // An old database that lies where nobody looks would be copied each night, and the one that people are in never.
  throw new Error(
    `The Pleinbord on port ${port} has another database than the one in ${dataDir}. Set DATA_DIR to its folder, or PORT to one on which none runs for a backup of this one.`,
  )
}

calledBare('npm run backup')
try {
  console.log(await backup(readSettings(process.env)))
} catch (problem) {
  if (!(problem instanceof Error)) throw problem
  console.error(problem.message)
  process.exitCode = 1
}
