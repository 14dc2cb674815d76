/** When backups are made, and how long they are kept. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBackups } from '../../server/backup/backups.ts'
import { asideName, backupName, backupsIn, superfluous } from '../../server/backup/names.ts'
import { scheduleBackups } from '../../server/backup/schedule.ts'
import type { Timers } from '../../server/live/contract.ts'
import { entries, ledgerFile } from '../../server/store/sqlite/ledger.ts'
import { posted } from '../contract/stored.ts'
import { folder } from '../support/folder.ts'
import { quietLog, testTimers } from '../support/room.ts'
import { onDisk } from '../support/stores.ts'
import { morning, testWorld } from '../support/world.ts'

const minute = 60_000
const day = 86_400_000
const soon = { timeout: 15_000 }

it('all backups of the last day are kept, then the newest of each day, thirty days long', () => {
  const path = folder()
  for (let at = morning - 40 * day; at <= morning; at += 6 * 60 * minute) writeFileSync(join(path, backupName(at)), '')
  writeFileSync(join(path, 'notes.txt'), '')
  const all = backupsIn(path)
  expect(all).toHaveLength(161)
  expect(all[0]?.madeAt).toBe(morning)
  const gone = new Set(superfluous(all, morning, 30))
  const kept = all.filter((backup) => !gone.has(backup)).map(({ madeAt }) => madeAt)
  expect(kept.filter((at) => at >= morning - day)).toHaveLength(5)
  // One for each day before, at its last moment of the four.
  expect(kept.filter((at) => at < morning - day)).toHaveLength(29)
  expect(Math.min(...kept)).toBeGreaterThanOrEqual(morning - 30 * day)
})

it('a backup is made every quarter of an hour while a Plein is open, and one each night', async () => {
  const path = folder()
  const clock = testWorld()
  const { timers, pass } = testTimers(clock)
  const store = await onDisk(path, { now: clock.now })
  const dir = join(path, 'backups')
  const backups = createBackups({ store, folder: dir, dataDir: path, days: 30, diskFree: 0, now: clock.now, log: quietLog })
  let waits = 0
  const counted: Timers = {
    ...timers,
    after: (...wait) => {
      waits += 1
      return timers.after(...wait)
    },
  }
  const end = scheduleBackups({ backups, store, timers: counted, now: clock.now, every: 15 * minute })
  const listing = (stage: string, practice = false) => ({
    title: 'Het bos',
    stage,
    createdAt: 1,
    closedAt: null,
    retainUntil: 2,
    locale: 'nl',
    practice,
  })
  const times = () => backupsIn(dir).map(({ madeAt }) => madeAt - morning)
  /** Minute by minute; each time until it has looked whether there is something to do, and done it. */
  const minutes = async (number: number) => {
    for (let passed = 0; passed < number; passed++) {
      const before = waits
      pass(minute)
      await expect.poll(() => waits, { ...soon, interval: 2 }).toBe(before + 1)
    }
  }
  await minutes(3)
  expect(times()).toEqual([])
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')], listing: listing('prepared') })
  await minutes(3)
  // Made at the first look, because no night has seen it yet.
  expect(times()).toEqual([4 * minute])
  await minutes(20)
  expect(times()).toEqual([4 * minute])
  // One to practise with is copied at night.
  await store.commit('bos', null, { listing: listing('open', true) })
  await minutes(20)
  expect(times()).toEqual([4 * minute])
  await store.commit('bos', null, { listing: listing('open') })
  await minutes(16)
  expect(times()).toEqual([62 * minute, 47 * minute, 4 * minute])
  await store.commit('bos', null, { listing: listing('closed') })
  await minutes(20)
  expect(times()).toHaveLength(3)
  clock.pass(18 * 60 * minute)
  await minutes(1)
  expect(times()).toHaveLength(4)
  end()
})

it('a backup that would fill the disk is not made, what a restore set aside goes with the backups of its age, and so do lines of the ledger', async () => {
  const path = folder()
  const clock = testWorld()
  const store = await onDisk(path, { now: clock.now })
  const dir = join(path, 'backups')
  const parts = { store, folder: dir, dataDir: path, days: 30, now: clock.now, log: quietLog }
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  await store.commit('bos', null, { withdrawn: ['idea-1'] })
  expect(await createBackups({ ...parts, diskFree: Number.MAX_SAFE_INTEGER }).make()).toMatchObject({ ok: false })
  // Nor is the first one, of which no other says how large it is.
  await store.commit('markt', 0, { events: [posted(1, 'x'.repeat(50_000))] })
  expect(await createBackups({ ...parts, diskFree: 1000, free: async () => 51_000 }).make()).toMatchObject({ ok: false })
  expect(backupsIn(dir)).toEqual([])
  const backups = createBackups({ ...parts, diskFree: 0 })
  writeFileSync(join(path, asideName(clock.now())), 'a database')
  writeFileSync(join(dir, `${backupName(clock.now() - minute)}.part`), 'half')
  // Asked twice at once it is one.
  const [one, same] = await Promise.all([backups.make(), backups.make()])
  expect(one).toBe(same)
  expect(readdirSync(dir)).toEqual(['erasures', backupName(clock.now())])
  clock.pass(29 * day)
  await backups.make()
  expect(readFileSync(ledgerFile(path), 'utf8')).toContain('idea-1')
  expect(readdirSync(path).filter((name) => name.includes('before-restore'))).toHaveLength(1)
  clock.pass(4 * day)
  await backups.make()
  expect(readFileSync(ledgerFile(path), 'utf8')).toBe('')
  expect(readdirSync(path).filter((name) => name.includes('before-restore'))).toEqual([])
  await store.commit('bos', null, { withdrawn: ['idea-2'] })
  expect(readFileSync(ledgerFile(path), 'utf8')).toContain('idea-2')
})

it('a backup of a clock that ran ahead does not keep new ones from being made', async () => {
  const path = folder()
  const clock = testWorld()
  const { timers, pass } = testTimers(clock)
  const store = await onDisk(path, { now: clock.now })
  const dir = join(path, 'backups')
  const backups = createBackups({ store, folder: dir, dataDir: path, days: 30, diskFree: 0, now: clock.now, log: quietLog })
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  mkdirSync(dir)
  writeFileSync(join(dir, backupName(morning + 365 * day)), '')
  expect(backups.newest()).toBeNull()
  const end = scheduleBackups({ backups, store, timers, now: clock.now, every: 15 * minute })
  const newest = async () => {
    pass(minute)
    await store.list()
    return backups.newest()
  }
  await expect.poll(newest, soon).toMatchObject({ madeAt: expect.any(Number) })
  expect(backups.newest()?.madeAt).toBeLessThanOrEqual(clock.now())
  end()
})

it('A13 A14 a server on which the last Plein was deleted makes no backups any more, and lets go of the old ones', async () => {
  const path = folder()
  const clock = testWorld()
  const { timers, pass } = testTimers(clock)
  const store = await onDisk(path, { now: clock.now })
  const dir = join(path, 'backups')
  const backups = createBackups({ store, folder: dir, dataDir: path, days: 30, diskFree: 0, now: clock.now, log: quietLog })
  await backups.make()
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  await store.commit('bos', null, { deleteAll: true })
  const end = scheduleBackups({ backups, store, timers, now: clock.now, every: 15 * minute })
  const look = async () => {
    pass(minute)
    await store.list()
  }
  clock.pass(29 * day)
  await look()
  expect(backupsIn(dir)).toHaveLength(1)
  clock.pass(day)
  const left = async () => {
    await look()
    return backupsIn(dir)
  }
  await expect.poll(left, soon).toEqual([])
  expect(entries(path)).toHaveLength(1)
  clock.pass(3 * day)
  const notes = async () => {
    await look()
    return [...entries(path), ...entries(dir)]
  }
  await expect.poll(notes, soon).toEqual([])
  end()
})

it('L1 on a disk without room the oldest backups go before a new one is not made; the last stays, and none goes where that would not help', async () => {
  const path = folder()
  const clock = testWorld()
  const store = await onDisk(path, { now: clock.now })
  const dir = join(path, 'backups')
  await store.commit('bos', 0, { events: [posted(1, 'x'.repeat(50_000))] })
  const disk = { size: Number.MAX_SAFE_INTEGER, others: 0 }
  const free = async () => disk.size - disk.others - backupsIn(dir).reduce((sum, { bytes }) => sum + bytes, 0)
  const said: string[] = []
  const log = { ...quietLog, warn: (_: object, text: string) => void said.push(text) }
  let wrong = false
  const parts = { store, folder: dir, dataDir: path, days: 30, diskFree: 1000, free, now: clock.now, held: () => wrong, log }
  const backups = createBackups(parts)
  const next = async (): Promise<boolean> => {
    clock.pass(minute)
    return (await backups.make()).ok
  }
  const ages = (): number[] => backupsIn(dir).map(({ madeAt }) => (madeAt - morning) / minute)
  for (let time = 0; time < 5; time++) expect(await next()).toBe(true)
  expect(ages()).toEqual([5, 4, 3, 2, 1])
  expect(said).toEqual([])
  const bytes = backupsIn(dir)[0]!.bytes

  // Room for five and what one needs while it is made, and no byte more: the two oldest make place.
  disk.size = 5 * bytes + parts.diskFree + 1
  expect(await next()).toBe(true)
  expect(ages()).toEqual([6, 5, 4, 3])
  expect(said).toHaveLength(1)

  // A clock that is wrong says nothing of which is old.
  wrong = true
  disk.size = 4 * bytes + parts.diskFree + 1
  expect(await next()).toBe(false)
  expect(ages()).toEqual([6, 5, 4, 3])
  wrong = false

  // Something else fills the disk: all of them would go and there would still be no new one.
  disk.others = 40 * bytes
  expect(await next()).toBe(false)
  expect(ages()).toEqual([6, 5, 4, 3])
  disk.others = 0

  disk.size = 3 * bytes + parts.diskFree + 1
  expect(await next()).toBe(true)
  expect(ages()).toEqual([9, 6])
  // For another one the last would have to go.
  disk.size = 2 * bytes + parts.diskFree + 1
  expect(await next()).toBe(false)
  expect(ages()).toEqual([9, 6])
})
