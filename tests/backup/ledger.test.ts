/** The erasure ledger on a disk that refuses. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBackups } from '../../server/backup/backups.ts'
import { backupsIn } from '../../server/backup/names.ts'
import type { Commit } from '../../server/store/contract.ts'
import { type Entry, entries, ledgerFile, openLedger } from '../../server/store/sqlite/ledger.ts'
import { posted } from '../contract/stored.ts'
import { folder } from '../support/folder.ts'
import { onDisk } from '../support/stores.ts'
import { morning } from '../support/world.ts'

const line = (idea: string): Entry => ['2026-03-12', 'words', 'bos', idea]
/** A folder in the place where the new ledger is written. */
const block = (path: string): void => void mkdirSync(join(path, 'erasures.new'))

it('A14 a ledger that could not be pruned goes on as it was, and writes in no other file', () => {
  const path = folder()
  const ledger = openLedger(path)
  ledger.append([line('idea-1')])
  block(path)
  expect(() => ledger.prune('2026-03-13')).toThrow()
  // Takes the lowest number that is free, which would be that of a ledger that was closed.
  const other = openSync(join(path, 'other'), 'w+')
  ledger.append([line('idea-2')])()
  ledger.append([line('idea-3')])
  expect(entries(path)).toEqual([line('idea-1'), line('idea-3')])
  expect(readFileSync(join(path, 'other'), 'utf8')).toBe('')
  closeSync(other)
  ledger.close()
})

it.skipIf(process.platform === 'win32')('A14 a disk that takes a part of the new ledger leaves the old one whole', () => {
  const path = folder()
  const ledger = openLedger(path)
  ledger.append(Array.from({ length: 200 }, (_, place) => line(`idea-${place}`)))
  ledger.close()
  const module = JSON.stringify(new URL('../../server/store/sqlite/ledger.ts', import.meta.url).href)
  const script = `import { openLedger } from ${module}; openLedger(${JSON.stringify(path)}).prune('2026-03-12')`
  // No file of that process may grow beyond 4 KiB: a write across that border is taken in part.
  const limited = ['-c', 'ulimit -f 4 && exec "$0" --input-type=module -e "$1"', process.execPath, script]
  const { status, stderr } = spawnSync('bash', limited, { encoding: 'utf8' })
  expect(statSync(ledgerFile(path)).size).toBeGreaterThan(4096)
  expect([status, stderr]).toEqual([1, expect.stringContaining('EFBIG')])
  expect(entries(path)).toHaveLength(200)
})

it('A14 a ledger that cannot be pruned does not keep a backup from being made, and is said; without room nothing is pruned', async () => {
  const path = folder()
  const now = () => morning
  const store = await onDisk(path, { now: () => morning - 40 * 86_400_000 })
  const said: string[] = []
  const note = (_: object, text: string): void => void said.push(text)
  const log = { info: note, warn: note, error: note }
  const parts = { store, folder: join(path, 'backups'), dataDir: path, days: 30, now, log }
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  await store.commit('bos', null, { withdrawn: ['idea-1'] })
  const before = readFileSync(ledgerFile(path), 'utf8')
  expect(before).not.toBe('')
  expect(await createBackups({ ...parts, diskFree: Number.MAX_SAFE_INTEGER }).make()).toMatchObject({ ok: false })
  expect(readFileSync(ledgerFile(path), 'utf8')).toBe(before)
  block(path)
  expect(await createBackups({ ...parts, diskFree: 0 }).make()).toMatchObject({ ok: true })
  expect(backupsIn(parts.folder)).toHaveLength(1)
  expect(said).toContain('the erasure ledger could not be pruned')
  expect(readFileSync(ledgerFile(path), 'utf8')).toBe(before)
})

it('S2 when a phase is over, or the Plein, the ledger does not tell after which withdrawals somebody left', async () => {
  const fatma: Commit[] = [{ withdrawn: ['idea-2'] }, { sealed: { withdraw: ['card/card-1'] } }, { seats: { remove: ['seat-fatma'] } }]
  const ria: Commit[] = [{ withdrawn: ['idea-1'] }, { seats: { remove: ['seat-ria'] } }]
  const link = (value: string): Commit => ({ links: [{ kind: 'screen', value }] })
  const told = async (deeds: Commit[], end: Commit): Promise<string> => {
    const path = folder()
    const store = await onDisk(path, { now: () => morning })
    await store.commit('bos', 0, { events: [posted(1, 'Bankjes'), posted(2, 'Bomen')], links: [{ kind: 'screen', value: 'z' }] })
    for (const deed of [link('y'), ...deeds, link('x')]) expect(await store.commit('bos', null, deed)).toEqual({ ok: true })
    expect(await store.commit('bos', null, end)).toEqual({ ok: true })
    return readFileSync(ledgerFile(path), 'utf8')
  }
  for (const end of [{ phaseEnds: true }, { keys: { eraseAll: true } }] satisfies Commit[]) {
    const first = await told([...fatma, ...ria], end)
    expect(await told([...ria, ...fatma], end)).toBe(first)
    expect(await told([...fatma, ...ria].reverse(), end)).toBe(first)
    // Of links the last one counts.
    expect(first.indexOf('"x"')).toBeGreaterThan(first.indexOf('"y"'))
  }
})

it.skipIf(process.platform === 'win32')('S2 the moment of the file is not that of the last withdrawal once the phase is over', async () => {
  const path = folder()
  const store = await onDisk(path, { now: () => morning })
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  await store.commit('bos', null, { withdrawn: ['idea-1'] })
  const of = statSync(ledgerFile(path)).ino
  await store.commit('bos', null, { phaseEnds: true })
  expect(statSync(ledgerFile(path)).ino).not.toBe(of)
  expect(entries(path)).toEqual([line('idea-1')])
})
