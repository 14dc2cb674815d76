/** `npm run backup`: asks the server that runs here for a backup; where none runs, makes it itself. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBackups } from '../../server/backup/backups.ts'
import { ofAnother } from '../../server/backup/whose.ts'
import { readSettings, type Settings } from '../../server/settings.ts'
import { StoreUnavailable } from '../../server/store/contract.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { clock } from '../../server/world.ts'
import { calledBare } from '../players/call.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const keyOf = ({ organiserKey, dataDir }: Settings): string | null => {
  if (organiserKey !== null) return organiserKey
  const kept = join(dataDir, 'organiser.key')
  return existsSync(kept) ? readFileSync(kept, 'utf8').trim() : null
}

/** `null`: nobody listens there. */
const asked = async (settings: Settings): Promise<string | null> => {
  const host = settings.host === null || settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${settings.port}`
  const answer = await fetch(`${address}/api/v1/backups`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${encodeURIComponent(keyOf(settings) ?? 'none')}` },
  }).catch(() => null)
  if (answer === null) return null
  if (answer.status === 401) throw new Error(`The server at ${address} has another organiser's key. Set ORGANISER_KEY, or DATA_DIR.`)
  if (answer.status !== 201) throw new Error(`The server at ${address} made no backup (${answer.status}); its log says why.`)
  const { name, bytes } = (await answer.json()) as { name: string; bytes: number }
  return `The server made ${name} (${megabytes(bytes)}) in the folder of its backups.`
}

const alone = async (settings: Settings): Promise<string> => {
  const { dataDir, backupDir, backupDays, limits, port } = settings
  if (!existsSync(file(dataDir))) throw new Error(`There is no database in ${dataDir}; set DATA_DIR.`)
  const foreign = ofAnother(dataDir)
  if (foreign !== null) throw new Error(foreign)
  const store = await openSqlite(dataDir, { beside: backupDir }).catch((problem: unknown) => {
    if (problem instanceof StoreUnavailable && problem.message.startsWith('Another'))
      throw new Error(`A server runs on ${dataDir}, but not on port ${port}. Set PORT to the one it listens on.`)
    throw problem
  })
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

calledBare('npm run backup')
try {
  const settings = readSettings(process.env)
  console.log((await asked(settings)) ?? (await alone(settings)))
} catch (problem) {
  if (!(problem instanceof Error)) throw problem
  console.error(problem.message)
  process.exitCode = 1
}
