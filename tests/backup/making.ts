/** Backups of a store, made at one moment. */
import { join } from 'node:path'
import { type BackupParts, createBackups } from '../../server/backup/backups.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'
import { quietLog } from '../support/room.ts'
import { morning } from '../support/world.ts'

export const now = (): number => morning
export const backupsOf = (store: BackupParts['store'], dataDir: string, more: Partial<BackupParts> = {}) =>
  createBackups({ store, folder: join(dataDir, 'backups'), dataDir, days: 30, diskFree: 0, now, log: quietLog, ...more })
export const made = async (backups: ReturnType<typeof backupsOf>) => {
  const backup = await backups.make()
  if (!backup.ok) throw new Error(backup.problem)
  return backup
}
export const withdrawn = (idea: string, version: number): StoredEvent => ({ version, v: 1, event: { type: 'idea.withdrawn', idea } })
