/** What may not be put back, or is put back by hand: files that are no backup, that are damaged, or that stood aside. */
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { restore } from '../../server/backup/restore.ts'
import type { Commit } from '../../server/store/contract.ts'
import { commits } from '../../server/store/sqlite/commits.ts'
import { erasure } from '../../server/store/sqlite/erasure.ts'
import { entries, openLedger } from '../../server/store/sqlite/ledger.ts'
import { migrations } from '../../server/store/sqlite/migrations.ts'
import { copyBefore, file, open, restoring } from '../../server/store/sqlite/open.ts'
import { sql } from '../../server/store/sqlite/sql.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { posted } from '../contract/stored.ts'
import { folder } from '../support/folder.ts'
import { onDisk } from '../support/stores.ts'
import { morning } from '../support/world.ts'
import { backupsOf, made, withdrawn } from './making.ts'

it('L1 what is no backup is refused with a sentence, and nothing changes', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: Array.from({ length: 200 }, (_, place) => posted(place + 1, 'Bankjes'.repeat(20))) })
  const backup = await made(backupsOf(store, path))
  const sentence = (backupFile: string): string => {
    const outcome = restore(backupFile, path, morning)
    return outcome.ok ? 'put back' : outcome.sentence
  }
  expect(sentence(backup.path)).toContain('A server is running')
  await store.close()
  const wrong = join(folder(), 'wrong.db')
  expect(sentence(wrong)).toBe(`There is no file ${wrong}.`)
  expect(sentence(dirname(wrong))).toBe(`${dirname(wrong)} is no file. Nothing has changed.`)
  writeFileSync(wrong, 'The minutes of a meeting.\n'.repeat(200))
  expect(sentence(wrong)).toMatch(/cannot be read.*Nothing has changed/)
  writeFileSync(wrong, '')
  expect(sentence(wrong)).toContain('no database of Pleinbord')
  const newer = new DatabaseSync(wrong)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  expect(sentence(wrong)).toContain('newer Pleinbord')
  writeFileSync(wrong, readFileSync(backup.path))
  truncateSync(wrong, statSync(wrong).size / 2)
  expect(sentence(wrong)).toMatch(/damaged|cannot be read/)
  // One page of the log, at which nothing looks but a check of all of it.
  const whole = readFileSync(backup.path)
  writeFileSync(wrong, whole.fill(0, whole.length - 3 * 4096 + 8, whole.length - 2 * 4096))
  expect(sentence(wrong)).toContain('damaged')
  const again = await onDisk(path)
  expect(again.generation).toBe(store.generation)
  expect((await again.load('bos'))?.version).toBe(200)
})

it('L1 a restore is taken back by putting back what it set aside, and each sets aside under a name of its own', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const backup = await made(backupsOf(store, path))
  await store.commit('bos', 1, { events: [posted(2, 'Bomen')] })
  await store.close()
  const version = async (): Promise<number | undefined> => {
    const opened = await openSqlite(path)
    const loaded = await opened.load('bos')
    await opened.close()
    return loaded?.version
  }
  const first = restore(backup.path, path, morning)
  expect(await version()).toBe(1)
  const second = restore((first.ok && first.aside) || '', path, morning)
  expect(await version()).toBe(2)
  expect(first.ok && first.was).toEqual([{ plein: 'bos', title: '', version: 2 }])
  expect(second).toMatchObject({ ok: true, madeAt: null })
  expect(readdirSync(path).filter((name) => name.includes('before-restore'))).toHaveLength(2)
})

it('A14 L3 what was set aside, and what a newer version left beside the database, has no name: put back by hand it erases again and its documents open anew', async () => {
  const path = folder()
  const old = open({ folder: path, generation: 'of-before' }, migrations.slice(0, 1))
  if ('unavailable' in old) throw new Error(old.unavailable)
  old.database.close()
  await (await onDisk(path)).close()
  const names = ['of-before']
  const byHand = async (from: string) => {
    writeFileSync(file(path), readFileSync(from))
    const store = await openSqlite(path)
    const events = (await store.load('bos'))?.events
    await store.close()
    expect(names).not.toContain(store.generation)
    names.push(store.generation)
    return events
  }
  expect(await byHand(copyBefore(path))).toBeUndefined()

  const store = await openSqlite(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const backup = await made(backupsOf(store, path))
  await store.close()
  const restored = restore(backup.path, path, morning)
  const again = await openSqlite(path)
  await again.commit('bos', 1, { events: [withdrawn('idea-1', 2)], withdrawn: ['idea-1'] })
  await again.close()
  expect(await byHand((restored.ok && restored.aside) || '')).toEqual([posted(1, '1'), withdrawn('idea-1', 2)])
})

it('L1 a backup is put back on a machine where there is no folder for it yet, which only its user can open', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const backup = await made(backupsOf(store, path))
  const elsewhere = join(folder(), 'srv', 'plein')
  expect(restore(join(path, 'none.db'), elsewhere, morning)).toMatchObject({ ok: false })
  expect(existsSync(elsewhere)).toBe(false)
  expect(restore(backup.path, elsewhere, morning)).toMatchObject({ ok: true })
  if (process.platform !== 'win32') expect(statSync(elsewhere).mode & 0o777).toBe(0o700)
  expect(await (await onDisk(elsewhere)).load('bos')).toMatchObject({ version: 1 })
})

it('L1 a damaged database does not stand in the way of its backup, and is set aside', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const backup = await made(backupsOf(store, path))
  await store.close()
  writeFileSync(file(path), 'burnt')
  const outcome = restore(backup.path, path, morning)
  expect(outcome).toMatchObject({ ok: true, was: null, aside: expect.any(String) })
  expect(existsSync(outcome.ok && outcome.aside ? outcome.aside : '')).toBe(true)
  expect(await (await onDisk(path)).load('bos')).toMatchObject({ version: 1 })
})

it('A14 a commit that fails at its very end leaves no line in the erasure ledger, and those before it stay', () => {
  const path = folder()
  const opened = open({ folder: path, generation: 'x' })
  if ('unavailable' in opened) throw new Error(opened.unavailable)
  const { database } = opened
  const on = sql(database)
  const ledger = openLedger(path)
  let fails = false
  const failing = new Proxy(database, {
    get: (of, name) => {
      const value = Reflect.get(of, name)
      if (name !== 'exec') return typeof value === 'function' ? value.bind(of) : value
      return (text: string) => {
        if (text === 'COMMIT' && fails) throw new Error('disk I/O error')
        of.exec(text)
      }
    },
  })
  const { commit } = commits(failing, on, erasure(database, on, join(path, 'copy')), ledger)
  const say = (version: number, part: Commit) =>
    commit([{ ask: 'commit', plein: 'bos', expectedVersion: version, commit: part, day: '2026-03-12' }])
  expect(say(0, { events: [posted(1, 'Bankjes'), posted(2, 'Bomen')], withdrawn: ['idea-1'] })).toEqual([{ ok: true }])
  fails = true
  expect(say(2, { withdrawn: ['idea-2'] })).toMatchObject([{ ok: false, reason: 'failed' }])
  fails = false
  expect(say(2, { ballots: { eraseRounds: ['r1'] } })).toEqual([{ ok: true }])
  expect(entries(path)).toEqual([
    ['2026-03-12', 'words', 'bos', 'idea-1'],
    ['2026-03-12', 'ballots', 'bos', 'r1'],
  ])
  ledger.close()
  database.close()
})

it('L1 of a database that is saved from a machine that died what its log holds comes along', async () => {
  const died = folder()
  const store = await onDisk(died)
  for (let version = 1; version < 20; version++) await store.commit('bos', version - 1, { events: [posted(version, `Idee ${version}`)] })
  const saved = folder()
  for (const end of ['', '-wal']) copyFileSync(`${file(died)}${end}`, `${file(saved)}${end}`)
  const anew = folder()
  expect(restore(file(saved), anew, 0)).toMatchObject({ ok: true, back: [{ plein: 'bos', version: 19 }] })
  expect((await (await onDisk(anew)).load('bos'))?.events).toHaveLength(19)
  expect(readdirSync(saved).sort()).toEqual(['pleinbord.db', 'pleinbord.db-wal'])
})

it('A14 the copy that a restore leaves behind when it is killed goes with the next start, and not while another server runs', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Reiger: Piet stookt')] })
  const backup = await made(backupsOf(store, path))
  await store.commit('bos', 1, { events: [withdrawn('idea-1', 2)], withdrawn: ['idea-1'] })
  // What it does first; killed then it clears nothing.
  const left = ['', '-journal', '-wal', '-shm'].map((end) => `${restoring(path)}${end}`)
  for (const one of left) copyFileSync(backup.path, one)
  expect(open({ folder: path, generation: 'second' })).toMatchObject({ unavailable: expect.stringContaining('is running') })
  expect(left.filter(existsSync)).toEqual(left)
  await store.close()
  await onDisk(path)
  expect(left.filter(existsSync)).toEqual([])
})
