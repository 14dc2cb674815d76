/** The erasure ledger once more, beside the backups: on a disk that stays when that of the data breaks, and on one that refuses itself. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createBackups } from '../../server/backup/backups.ts'
import { createBeside } from '../../server/backup/beside.ts'
import { restore } from '../../server/backup/restore.ts'
import type { Commit } from '../../server/store/contract.ts'
import { entries, ledgerFile } from '../../server/store/sqlite/ledger.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { posted } from '../contract/stored.ts'
import { atWork } from '../support/atWork.ts'
import { holds } from '../support/bytes.ts'
import { folder } from '../support/folder.ts'
import { quietLog } from '../support/room.ts'
import { onDisk } from '../support/stores.ts'
import { testWorld } from '../support/world.ts'

const soon = { timeout: 20_000 }
const day = 86_400_000

/** A data folder with its store, and backups on another disk, wired as the server wires them. */
const house = async (dataDir = folder(), backupDir = join(folder(), 'elders')) => {
  const clock = testWorld()
  const said: string[] = []
  const note = (_: object, text: string): void => void said.push(text)
  let erased = (): void => undefined
  const store = await onDisk(dataDir, { now: clock.now, onErased: () => erased(), beside: backupDir })
  const log = { info: note, warn: note, error: note }
  const backups = createBackups({ store, folder: backupDir, dataDir, days: 30, diskFree: 0, now: clock.now, log })
  erased = () => void backups.beside.keep()
  const backup = async (): Promise<string> => {
    const made = await backups.make()
    return made.ok ? made.path : made.problem
  }
  const noted = (): string[] => entries(backupDir).map(([, , , what]) => String(what))
  return { dataDir, backupDir, clock, said, store, backups, backup, noted }
}
const withdraw = (idea: string): Commit => ({ withdrawn: [idea] })

it('A14 with the disk of the data goes no note of what was withdrawn: put back elsewhere, the words are in no byte', async () => {
  const { store, backup, backupDir, noted } = await house()
  await store.commit('bos', 0, { events: [posted(1, 'KANARIE-WEG'), posted(2, 'KANARIE-BLIJFT')] })
  const path = await backup()
  expect(noted()).toEqual([])
  expect(existsSync(ledgerFile(backupDir))).toBe(true)
  await store.commit('bos', null, withdraw('idea-1'))
  await expect.poll(noted, soon).toEqual(['idea-1'])
  if (process.platform !== 'win32') expect(statSync(ledgerFile(backupDir)).mode & 0o777).toBe(0o600)
  expect(readFileSync(ledgerFile(backupDir), 'utf8')).not.toMatch(/KANARIE|\d\d:\d\d/)

  const elsewhere = join(folder(), 'nieuw')
  expect(restore(path, elsewhere, 0)).toMatchObject({ ok: true, again: 1, noted: [backupDir], aside: null })
  const again = await onDisk(elsewhere)
  expect((await again.load('bos'))?.events[0]).toEqual(posted(1, '1'))
  await again.close()
  expect(holds(elsewhere, ['KANARIE-WEG', 'KANARIE-BLIJFT'])).toEqual(['KANARIE-BLIJFT'])
  // And from there on it is noted there.
  expect(entries(elsewhere)).toEqual(entries(backupDir))
})

it('A14 so it is when the backup is put back by hand, and when a server was started on the empty folder first', async () => {
  const lost = await house()
  await lost.store.commit('bos', 0, { events: [posted(1, 'Bankjes'), posted(2, 'Bomen')] })
  const path = await lost.backup()
  await lost.store.commit('bos', null, withdraw('idea-1'))
  await expect.poll(lost.noted, soon).toEqual(['idea-1'])

  const empty = await house(folder(), lost.backupDir)
  await empty.store.commit('markt', 0, { events: [posted(1, 'Fietsen')] })
  await empty.store.commit('markt', null, withdraw('idea-7'))
  await expect.poll(empty.noted, soon).toEqual(['idea-1', 'idea-7'])
  await empty.store.close()
  rmSync(file(empty.dataDir))
  copyFileSync(path, file(empty.dataDir))
  const { store, dataDir } = await house(empty.dataDir, lost.backupDir)
  expect((await store.load('bos'))?.events.slice(0, 2)).toEqual([posted(1, '1'), posted(2, 'Bomen')])
  expect(entries(dataDir)).toHaveLength(2)
})

it('A14 where no note is found it is said so, and where it cannot be read nothing is put back', async () => {
  const { store, backup, backupDir } = await house()
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const alone = join(folder(), 'backup.db')
  copyFileSync(await backup(), alone)
  const elsewhere = folder()
  expect(restore(alone, elsewhere, 0)).toMatchObject({ ok: true, noted: [], searched: [join(alone, '..'), elsewhere] })
  expect(restore(alone, folder(), 0, backupDir)).toMatchObject({ ok: true, noted: [backupDir], again: 0 })
  const unread = folder()
  mkdirSync(ledgerFile(unread))
  const nowhere = folder()
  expect(restore(alone, nowhere, 0, unread)).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/cannot be read \(EISDIR\)\. Nothing has changed\.$/),
  })
  expect(existsSync(file(nowhere))).toBe(false)
})

it('A14 S2 beside the backups stands no order of what people did, at no moment, and nothing for longer than in the data folder', async () => {
  const told = async (deeds: Commit[]): Promise<string> => {
    const { store, backup, backupDir, noted, clock } = await house()
    await store.commit('bos', 0, { events: [posted(1, 'Bankjes'), posted(2, 'Bomen')], links: [{ kind: 'screen', value: 'a' }] })
    for (const deed of deeds) await store.commit('bos', null, deed)
    await expect.poll(() => noted().length, soon).toBe(deeds.length)
    const text = readFileSync(ledgerFile(backupDir), 'utf8')
    const writtenAt = (): bigint => statSync(ledgerFile(backupDir), { bigint: true }).mtimeNs
    const before = writtenAt()
    await store.commit('bos', null, { phaseEnds: true })
    await expect.poll(writtenAt, soon).not.toBe(before)
    expect(readFileSync(ledgerFile(backupDir), 'utf8')).toBe(text)
    clock.pass(31 * day)
    await backup()
    expect(noted()).toHaveLength(deeds.length)
    clock.pass(2 * day)
    await backup()
    expect(readFileSync(ledgerFile(backupDir), 'utf8')).toBe('')
    return text
  }
  const fatma: Commit[] = [withdraw('idea-2'), { seats: { remove: ['seat-fatma'] } }, { links: [{ kind: 'screen', value: 'c' }] }]
  const first = await told(fatma)
  expect(await told([fatma[1]!, fatma[0]!, fatma[2]!])).toBe(first)
})

it('L1 a disk of backups that refuses fails no commit and is told once; when it takes again, all is noted by itself', async () => {
  const { store, backups, backupDir, noted, said } = await house()
  writeFileSync(backupDir, 'no folder')
  expect(await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })).toEqual({ ok: true })
  for (const idea of ['idea-1', 'idea-2', 'idea-3']) expect(await store.commit('bos', null, withdraw(idea))).toEqual({ ok: true })
  const failed = 'the erasure ledger could not be kept beside the backups'
  await expect.poll(() => said, soon).toEqual([failed])
  rmSync(backupDir)
  // As each minute: one that was still failing when the disk came back is tried again.
  const lookedAt = (): string[] => {
    backups.beside.look()
    return said
  }
  await expect.poll(lookedAt, soon).toEqual([failed, 'the erasure ledger is kept beside the backups again'])
  expect([noted(), backups.beside.behind()]).toEqual([['idea-1', 'idea-2', 'idea-3'], 0])
})

it.skipIf(process.platform === 'win32')(
  'L1 a disk of backups that gives no answer holds no commit and no stop up, and is told',
  async () => {
    const { store, backups, backupDir, noted, said, clock } = await house()
    mkdirSync(backupDir)
    // Whoever opens it to read waits until somebody writes.
    execFileSync('mkfifo', [ledgerFile(backupDir)])
    await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
    expect(await store.commit('bos', null, withdraw('idea-1'))).toEqual({ ok: true })
    expect(await store.commit('bos', null, withdraw('idea-2'))).toEqual({ ok: true })
    const later = (): string[] => {
      clock.pass(30_000)
      backups.beside.look()
      return said
    }
    await expect.poll(later, soon).toHaveLength(1)
    expect(backups.beside.behind()).toBeGreaterThan(60_000)
    const since = atWork()
    await backups.beside.idle()
    expect(since()).toBeLessThan(5000)
    writeFileSync(ledgerFile(backupDir), '')
    await expect.poll(() => backups.beside.behind(), soon).toBe(0)
    expect(noted()).toEqual(['idea-1', 'idea-2'])
  },
)

it('A14 where backups stand in the data folder itself, by whichever name, its one ledger stays that of the storage thread', async () => {
  const named = async (backupDir: (dataDir: string) => string) => {
    const dataDir = folder()
    const { store, backup, backups } = await house(dataDir, backupDir(dataDir))
    await store.commit('bos', 0, { events: [posted(1, 'Bankjes'), posted(2, 'Bomen')] })
    await backup()
    for (const idea of ['idea-1', 'idea-2']) {
      await store.commit('bos', null, withdraw(idea))
      await expect.poll(() => backups.beside.behind(), soon).toBe(0)
    }
    return entries(dataDir).map(([, , , what]) => what)
  }
  expect(await named((dataDir) => dataDir)).toEqual(['idea-1', 'idea-2'])
  if (process.platform === 'win32') return
  const otherName = (dataDir: string): string => {
    const link = join(folder(), 'elders')
    symlinkSync(dataDir, link)
    return link
  }
  expect(await named(otherName)).toEqual(['idea-1', 'idea-2'])
})

it('L1 who waits until it is kept waits for no wish that came later: steady erasures hold no backup up', async () => {
  const there = folder()
  const beside = createBeside({ folder: there, dataDir: folder(), now: Date.now, log: quietLog })
  const known = () => statSync(ledgerFile(there), { bigint: true, throwIfNoEntry: false })?.ino
  const seen = [known()]
  let kept = false
  const first = beside.keep({ always: true }).then(() => {
    kept = true
  })
  while (!kept && seen.length < 6) {
    void beside.keep({ always: true })
    await turn()
    if (known() !== seen.at(-1)) seen.push(known())
  }
  expect(kept).toBe(true)
  await first
  await beside.idle()
  // Whoever asks while it is written waits for the next one.
  const [one, next] = [beside.keep({ always: true }), beside.keep({ always: true })]
  await one
  const before = known()
  await next
  expect(known()).not.toBe(before)
})
