/** The keys of rounds that are not counted, when an older backup is put back and taken back again. */
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBackups } from '../../server/backup/backups.ts'
import { backupsIn } from '../../server/backup/names.ts'
import { restore } from '../../server/backup/restore.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { folder } from '../support/folder.ts'
import { counted, openVote } from '../support/openVote.ts'
import { claim } from '../support/phone.ts'
import { quietLog } from '../support/room.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000 }
const keysIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

it('S3 L1 an older backup takes no key along: the database that was set aside is put back with every ballot, and each key stands in one place', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '300', LIMIT_DISK_FREE: '0', LIMIT_DESK_BATCH: '50' })
  const before = await openVote(server)
  const backup = (await (await server.organise('/api/v1/backups', { method: 'POST' })).json()) as { name: string }
  const later = await openVote(server)
  await server.stop()
  const keys = join(server.folder, 'keys')
  const all = keysIn(keys).sort()
  expect(all).toHaveLength(2)

  const older = restore(join(server.folder, 'backups', backup.name), server.folder, Date.now())
  if (!older.ok || older.aside === null) throw new Error(JSON.stringify(older))
  const aside = older.aside.replace(/\.db$/, '.keys')
  // Both know the round of before; that of later is known to the database that was set aside alone.
  expect([keysIn(keys).length, keysIn(aside).length]).toEqual([1, 1])
  expect([...keysIn(keys), ...keysIn(aside)].sort()).toEqual(all)
  if (process.platform !== 'win32') {
    expect(statSync(aside).mode & 0o077).toBe(0)
    expect(statSync(join(aside, keysIn(aside)[0] ?? '')).mode & 0o077).toBe(0)
  }
  await server.restart()
  expect((await server.organise(`/api/v1/pleins/${later.made.id}`)).status).toBe(404)
  // A start clears what the backup does not know, and only after that is the mistake seen.
  await expect.poll(async () => (await fetch(`${server.origin}/readyz`)).status, soon).toBe(200)
  await server.stop()

  expect(restore(older.aside, server.folder, Date.now() + 5000)).toMatchObject({ ok: true })
  expect(keysIn(keys).sort()).toEqual(all)
  expect(existsSync(aside)).toBe(false)
  await server.restart()
  for (const { made, round } of [before, later]) {
    const joost = await claim(server, 'Joost', made.links.coach)
    joost.open('board')
    expect(await counted(joost, round)).toBe(3)
  }
  await expect.poll(() => keysIn(keys), soon).toEqual([])
})

it('L1 S3 a database that was saved from a machine that died, with its log and its keys, counts what was cast in its last minutes', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '300', LIMIT_DISK_FREE: '0', LIMIT_DESK_BATCH: '50' })
  const { made, round } = await openVote(server)
  const saved = folder()
  for (const name of ['pleinbord.db', 'pleinbord.db-wal', 'keys']) cpSync(join(server.folder, name), join(saved, name), { recursive: true })
  await server.stop()
  for (const name of readdirSync(server.folder)) rmSync(join(server.folder, name), { recursive: true })

  cpSync(join(saved, 'keys'), join(server.folder, 'keys'), { recursive: true })
  expect(restore(join(saved, 'pleinbord.db'), server.folder, Date.now())).toMatchObject({ ok: true, aside: null })
  await server.restart()
  const joost = await claim(server, 'Joost', made.links.coach)
  joost.open('board')
  expect(await counted(joost, round)).toBe(3)
})

it('S3 keys beside a database that was set aside go when it goes, also when somebody removes only the database', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '300', LIMIT_DISK_FREE: '0', LIMIT_DESK_BATCH: '50' })
  const backup = (await (await server.organise('/api/v1/backups', { method: 'POST' })).json()) as { name: string }
  await openVote(server)
  await server.stop()
  const path = join(server.folder, 'backups', backup.name)
  const older = restore(path, server.folder, Date.now())
  if (!older.ok || older.aside === null) throw new Error(JSON.stringify(older))
  const aside = older.aside.replace(/\.db$/, '.keys')
  expect(keysIn(aside)).toHaveLength(1)
  const store = await openSqlite(server.folder)
  const parts = {
    store,
    folder: join(server.folder, 'backups'),
    dataDir: server.folder,
    days: 30,
    diskFree: 0,
    now: Date.now,
    log: quietLog,
  }
  const backups = createBackups(parts)
  backups.tidy()
  expect(keysIn(aside)).toHaveLength(1)
  rmSync(older.aside)
  backups.tidy()
  expect(existsSync(aside)).toBe(false)
  // The file of an ordinary backup is never taken for a folder of keys.
  expect(backupsIn(parts.folder).map((one) => one.path)).toContain(path)
  await store.close()
})
