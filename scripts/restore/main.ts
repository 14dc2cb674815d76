/** `npm run restore -- FILE`: puts a backup back and says what that cost. Without a file: which backups there are. */
import { join, resolve } from 'node:path'
import { createAudit } from '../../server/audit/audit.ts'
import { backupsIn } from '../../server/backup/names.ts'
import { restore } from '../../server/backup/restore.ts'
import { ofAnother } from '../../server/backup/whose.ts'
import { readSettings } from '../../server/settings.ts'
import { clock } from '../../server/world.ts'
import { called, options, WrongCall } from '../players/call.ts'
import { told } from './told.ts'

const listed = (folder: string): string => {
  const backups = backupsIn(folder)
  if (backups.length === 0) return `There are no backups in ${folder}.`
  const lines = backups.map(({ path, madeAt, bytes }) => `  ${new Date(madeAt).toLocaleString()}  ${(bytes / 1e6).toFixed(1)} MB  ${path}`)
  return ['Say which one: npm run restore -- FILE', ...lines].join('\n')
}

const file = called('npm run restore -- [FILE]   without a file: which backups there are', (args) => {
  const { positionals } = options({ args, allowPositionals: true, options: {} })
  if (positionals.length > 1) throw new WrongCall('Name one file.')
  return positionals[0]
})

try {
  const { dataDir, backupDir, auditDays: days } = readSettings(process.env)
  const foreign = file === undefined ? null : ofAnother(dataDir)
  if (foreign !== null) throw new Error(foreign)
  const restored = file === undefined ? null : restore(resolve(file), dataDir, clock(), backupDir)
  if (restored?.ok) {
    console.log(told(restored))
    const log = { warn: (_: unknown, text: string) => console.error(text) }
    const audit = createAudit({ folder: join(dataDir, 'audit'), days, now: clock, hash: (text) => text, log })
    audit.note(null, { role: 'server', seat: null }, { what: 'backup.restore' })
    await audit.idle()
  } else {
    console.error(restored ? restored.sentence : listed(backupDir))
    process.exitCode = 1
  }
} catch (problem) {
  if (!(problem instanceof Error)) throw problem
  console.error(problem.message)
  process.exitCode = 1
}
