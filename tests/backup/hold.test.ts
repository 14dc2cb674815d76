/** A clock that is wrong must not take everything along. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBackups } from '../../server/backup/backups.ts'
import { backupName, backupsIn } from '../../server/backup/names.ts'
import { createHold } from '../../server/hold.ts'
import { ledgerFile } from '../../server/store/sqlite/ledger.ts'
import { posted } from '../contract/stored.ts'
import { folder } from '../support/folder.ts'
import { quietLog, testTimers } from '../support/room.ts'
import { onDisk } from '../support/stores.ts'
import { morning, testWorld } from '../support/world.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const went = 'the clock went ahead: nothing is deleted for its date until the server has run for 24 hours'

/** A server that starts and stops on one folder. `run` lets it run, `sleep` lets the machine sleep, `leap` sets the clock. */
const machine = () => {
  const path = folder()
  const running = testWorld()
  const { timers, pass } = testTimers(running)
  let [set, slept] = [0, 0]
  const said: string[] = []
  const note = (_: object, text: string): void => void said.push(text)
  const now = () => running.now() + slept + set
  const start = () => {
    const hold = createHold({ folder: path, now, steady: () => running.now() + slept, log: { info: note, warn: note, error: note } })
    return { held: hold.held, stop: hold.keep(timers) }
  }
  const run = (minutes: number): void => {
    for (let passed = 0; passed < minutes; passed++) pass(minute)
  }
  const sleep = (milliseconds: number): void => {
    slept += milliseconds
  }
  const leap = (milliseconds: number): void => {
    set += milliseconds
  }
  return { path, said, start, run, sleep, leap }
}

it('A13 a server that starts a year ahead of what it saw last deletes nothing for its date until it has run a day, restarts not counted', async () => {
  const it = machine()
  await it.start().stop()
  it.sleep(34 * day)
  const usual = it.start()
  expect(usual.held()).toBe(false)
  it.run(20)
  await usual.stop()
  it.leap(365 * day)
  const first = it.start()
  expect([first.held(), it.said]).toEqual([true, [went]])
  it.run(10 * 60)
  await first.stop()
  it.sleep(day)
  const second = it.start()
  it.run(14 * 60 - 1)
  expect(second.held()).toBe(true)
  it.run(1)
  expect([second.held(), it.said]).toEqual([false, [went, 'what is past its date is deleted again']])
  await second.stop()
  expect(it.start().held()).toBe(false)
})

it('A13 a clock that leaps while the server runs holds at the next look; one that is slewed, or a machine that slept, does not', async () => {
  const it = machine()
  const server = it.start()
  it.sleep(3 * day)
  it.leap(59 * minute)
  expect(server.held()).toBe(false)
  it.leap(-365 * day)
  expect(server.held()).toBe(false)
  it.leap(365 * day)
  expect([server.held(), it.said]).toEqual([true, [went]])
  it.run(23 * 60)
  it.leap(2 * hour)
  expect(server.held()).toBe(true)
  it.run(23 * 60)
  expect(server.held()).toBe(true)
  it.run(60)
  expect(server.held()).toBe(false)
  await server.stop()
  expect(JSON.parse(readFileSync(join(it.path, 'clock'), 'utf8'))).toMatchObject({ left: 0 })
})

it('A13 half a file of the last moment is none, nor is one of no moment', () => {
  const it = machine()
  for (const written of ['{"seen":1', '{"seen":-1e300,"left":0}']) {
    writeFileSync(join(it.path, 'clock'), written)
    expect(it.start().held()).toBe(false)
  }
})

it('A13 a time that no server kept holds for a day and no longer', () => {
  const it = machine()
  writeFileSync(join(it.path, 'clock'), JSON.stringify({ seen: morning, left: 1e15 }))
  const server = it.start()
  it.run(24 * 60 - 1)
  expect(server.held()).toBe(true)
  it.run(1)
  expect(server.held()).toBe(false)
})

it('A14 while nothing may go old backups and lines of the ledger stay, and new ones are made', async () => {
  const path = folder()
  const dir = join(path, 'backups')
  let held = true
  const store = await onDisk(path, { now: () => morning - 365 * day })
  const now = () => morning
  const backups = createBackups({ store, folder: dir, dataDir: path, days: 30, diskFree: 0, now, held: () => held, log: quietLog })
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  await store.commit('bos', null, { withdrawn: ['idea-1'] })
  mkdirSync(dir)
  writeFileSync(join(dir, backupName(morning - 365 * day)), '')
  backups.tidy()
  expect(await backups.make()).toMatchObject({ ok: true })
  expect(backupsIn(dir)).toHaveLength(2)
  expect(readFileSync(ledgerFile(path), 'utf8')).toContain('idea-1')
  held = false
  expect(await backups.make()).toMatchObject({ ok: true })
  expect(backupsIn(dir).map(({ madeAt }) => madeAt)).toEqual([morning])
  expect(readFileSync(ledgerFile(path), 'utf8')).toBe('')
})
