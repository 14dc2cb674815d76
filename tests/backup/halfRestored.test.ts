/** A restore that is killed, or finds the disk full, between setting the database aside and putting the backup in its place. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { restore } from '../../server/backup/restore.ts'
import { ledgerFile } from '../../server/store/sqlite/ledger.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { posted } from '../contract/stored.ts'
import { folder } from '../support/folder.ts'
import { counted, openVote } from '../support/openVote.ts'
import { claim } from '../support/phone.ts'
import { startServer } from '../support/server.ts'
import { onDisk } from '../support/stores.ts'
import { morning } from '../support/world.ts'
import { backupsOf, made, withdrawn } from './making.ts'

/** Killed, as by a power cut, where the backup would take its place. */
const killed = `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  const rename = fs.renameSync
  fs.renameSync = (from, to) => (String(from).endsWith('.restoring') ? process.kill(process.pid, 'SIGKILL') : rename(from, to))
  syncBuiltinESMExports()
`
const asides = (path: string): string[] => readdirSync(path).filter((name) => name.includes('before-restore'))

it('L1 S3 after a restore that was killed half-way no server starts on nothing and destroys the keys; run again it says what was lost, and votes that go on are counted', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '300', LIMIT_DISK_FREE: '0', LIMIT_DESK_BATCH: '50' })
  const { made: plein, round } = await openVote(server)
  const backup = (await (await server.organise('/api/v1/backups', { method: 'POST' })).json()) as { name: string }
  const later = await server.makePlein()
  await server.stop()
  const path = join(server.folder, 'backups', backup.name)
  const run = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(killed)}`, 'scripts/restore/main.ts', path],
    { env: { ...process.env, DATA_DIR: server.folder }, encoding: 'utf8' },
  )
  expect(run.signal, run.stderr).toBe('SIGKILL')
  expect([existsSync(file(server.folder)), asides(server.folder).length]).toEqual([false, 1])

  await expect(openSqlite(server.folder)).rejects.toThrow(/was not finished.*npm run restore/)
  expect(existsSync(file(server.folder))).toBe(false)
  expect(readdirSync(join(server.folder, 'keys'))).toHaveLength(1)

  const again = restore(path, server.folder, Date.now())
  expect(again).toMatchObject({ ok: true, aside: expect.stringContaining('before-restore') })
  expect(again.ok && again.was?.map((held) => held.plein)).toContain(later.id)
  expect(asides(server.folder)).toHaveLength(1)
  await server.restart()
  const joost = await claim(server, 'Joost', plein.links.coach)
  joost.open('board')
  expect(await counted(joost, round)).toBe(3)
})

it('L1 what cannot be written on the way leaves the database where it was, under its sentence', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const backup = await made(backupsOf(store, path))
  await store.commit('bos', 1, { events: [withdrawn('idea-1', 2)], withdrawn: ['idea-1'] })
  await store.close()
  // Where the notes of what was erased would be written.
  mkdirSync(`${ledgerFile(path)}.new`)
  expect(restore(backup.path, path, morning)).toMatchObject({ ok: false, sentence: expect.stringContaining('Nothing has changed') })
  expect([existsSync(file(path)), asides(path)]).toEqual([true, []])
  rmdirSync(`${ledgerFile(path)}.new`)
  expect(await (await onDisk(path)).load('bos')).toMatchObject({ version: 2 })
})
