/** Other processes, deaths and full disks. A full disk is played by `max_page_count`, which makes SQLite report one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished, vi } from 'vitest'
import { StoreUnavailable } from '../../server/store/contract.ts'
import { entries } from '../../server/store/sqlite/ledger.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { folder } from '../support/folder.ts'
import { onDisk } from '../support/stores.ts'
import { hash, posted, seat } from './stored.ts'

const committer = (path: string, run = 0, erasing = ''): { child: ChildProcess; said: () => string; ended: Promise<number | null> } => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../support/committer.ts'), path, String(run), erasing], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout?.on('data', (piece) => {
    text += piece
  })
  // `close`, not `exit`: everything it said has been read then.
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, said: () => text, ended }
}
const refusal = async (path: string): Promise<string> => {
  const problem = await openSqlite(path).then(
    (store) => store.close().then(() => null),
    (said: unknown) => said,
  )
  expect(problem).toBeInstanceOf(StoreUnavailable)
  return (problem as Error).message
}

it('L1 what was answered ok survives kill -9 at any moment', { timeout: 60_000 }, async () => {
  const path = folder()
  let acknowledged = 0
  for (let run = 0; run < 6; run++) {
    const { child, said, ended } = committer(path, run)
    // Killed while commits are under way, later in each run.
    await vi.waitUntil(() => said().split('\n').length > 5 + run * 40, { timeout: 15_000, interval: 1 })
    child.kill('SIGKILL')
    await ended
    const lines = said().split('\n').slice(1, -1)
    acknowledged += lines.length
    const store = await openSqlite(path)
    for (const plein of new Set(lines.map((line) => line.split(' ')[0] ?? ''))) {
      const last = Math.max(...lines.filter((line) => line.startsWith(`${plein} `)).map((line) => Number(line.split(' ')[1])))
      const loaded = await store.load(plein)
      expect(loaded?.version).toBeGreaterThanOrEqual(last)
      // Whole commits only: an event without its answer would be done twice by the phone that asks again.
      expect(loaded?.answers).toHaveLength(loaded?.version ?? -1)
      expect(loaded?.events.map(({ version }) => version)).toEqual(Array.from({ length: loaded?.version ?? 0 }, (_, place) => place + 1))
    }
    await store.close()
  }
  expect(acknowledged).toBeGreaterThan(500)
})

it('A14 what was answered as erased stands in the erasure ledger, also after kill -9', { timeout: 60_000 }, async () => {
  const path = folder()
  for (const run of [1, 2, 3]) {
    const { child, said, ended } = committer(path, run, 'erasing')
    await vi.waitUntil(() => said().split('\n').length > run * 30, { timeout: 15_000, interval: 1 })
    child.kill('SIGKILL')
    await ended
    const answered = said().split('\n').slice(1, -1)
    const noted = new Set(entries(path).map(([, , plein, idea]) => `${plein} ${String(idea).slice(plein.length + 1)}`))
    expect(answered.filter((line) => !noted.has(line))).toEqual([])
  }
  const store = await onDisk(path)
  expect(await store.probe()).toEqual({ ok: true })
})

it('R5 a second server on the same folder is refused with a sentence, until the first is gone', { timeout: 60_000 }, async () => {
  const path = folder()
  const first = committer(path)
  await vi.waitUntil(() => first.said().startsWith('open'), { timeout: 15_000 })
  expect(await refusal(path)).toBe(
    `Another Pleinbord server is running on ${path}. Stop that one first, or give this one its own DATA_DIR.`,
  )
  first.child.kill('SIGKILL')
  await first.ended
  const store = await onDisk(path)
  const second = committer(path)
  expect(await second.ended).toBe(3)
  expect(second.said()).toContain('Another Pleinbord server is running')
  expect(await store.probe()).toEqual({ ok: true })
  expect(await refusal(path)).toContain('Another Pleinbord server is running')
  expect(await store.probe()).toEqual({ ok: true })
})

it('R5 a folder that cannot be used is refused with a sentence', async () => {
  const path = folder()
  writeFileSync(join(path, 'notes.txt'), 'not a folder')
  expect(await refusal(join(path, 'notes.txt'))).toContain(`The data directory ${join(path, 'notes.txt')} cannot be used`)
  mkdirSync(join(path, 'odd', 'pleinbord.db'), { recursive: true })
  expect(await refusal(join(path, 'odd'))).toContain('cannot be used')
  mkdirSync(join(path, 'text'))
  writeFileSync(file(join(path, 'text')), 'This is no database, but the minutes of a meeting.\n'.repeat(50))
  expect(await refusal(join(path, 'text'))).toContain('cannot be used')
})

it('R5 data of a newer version is refused with a sentence and left alone', async () => {
  const path = folder()
  const store = await openSqlite(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  await store.close()
  const database = new DatabaseSync(file(path))
  database.exec('PRAGMA user_version = 99')
  database.close()
  expect(await refusal(path)).toContain('was made by a newer Pleinbord')
  const again = new DatabaseSync(file(path))
  expect(again.prepare('SELECT count(*) AS events FROM events').get()).toEqual({ events: 1 })
  again.close()
})

it('S5 the files can be read by nobody else', { skip: process.platform === 'win32' }, async () => {
  const path = join(folder(), 'data')
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  expect(statSync(path).mode & 0o077).toBe(0)
  for (const name of [file(path), `${file(path)}-wal`]) expect(statSync(name).mode & 0o077).toBe(0)
})

it('L1 a full disk refuses and writes nothing, and when there is space again everything goes on', async () => {
  const store = await onDisk(folder(), { pages: 60 })
  const large = 'x'.repeat(20_000)
  await store.commit('oud', 0, { events: [posted(1, large), posted(2, large)] })
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')], seats: { put: [seat('ria', 'r')] } })
  let version = 1
  let result = await store.commit('bos', version, { events: [posted(2, large)] })
  while (result.ok) {
    version += 1
    result = await store.commit('bos', version, { events: [posted(version + 1, large)] })
  }
  expect(result).toEqual({ ok: false, reason: 'failed', problem: expect.stringMatching(/full/) })
  // The small one of another Plein in the same group is not taken along.
  const [refused, small] = await Promise.all([
    store.commit('bos', version, {
      events: [posted(version + 1, large)],
      seats: { put: [seat('wim', 'w')] },
      keys: { put: [{ hash: hash('k'), idea: 'i' }] },
    }),
    store.commit('oud', 2, { events: [posted(3, 'klein')] }),
  ])
  expect(refused).toMatchObject({ ok: false, reason: 'failed' })
  expect(small).toEqual({ ok: true })
  expect(await store.load('bos')).toMatchObject({ version, seats: [seat('ria', 'r')], keys: [] })
  expect(await store.commit('oud', null, { deleteAll: true })).toEqual({ ok: true })
  expect(await store.commit('bos', version, { events: [posted(version + 1, large)] })).toEqual({ ok: true })
  expect(await store.probe()).toEqual({ ok: true })
})

it('a storage thread that breaks fails what waits and what comes, and says so to the process', async () => {
  const broken: string[] = []
  const store = await openSqlite(folder(), {
    thread: new URL('../support/broken-thread.ts', import.meta.url),
    onBroken: (problem) => broken.push(problem),
  })
  const failed = { ok: false, reason: 'failed', problem: 'The storage thread broke: a cosmic ray' }
  const waiting = [store.commit('bos', 0, { events: [posted(1, 'x')] }), store.probe()]
  await expect(store.load('bos')).rejects.toThrow('a cosmic ray')
  expect(await Promise.all(waiting)).toEqual([failed, failed])
  expect(await store.commit('bos', 0, {})).toEqual(failed)
  await expect(store.list()).rejects.toThrow('a cosmic ray')
  await store.close()
  expect(broken).toEqual([failed.problem])
})

it('keeps its generation over restarts, and another folder has another', async () => {
  const path = folder()
  const first = await openSqlite(path)
  await first.close()
  const second = await onDisk(path)
  const other = await onDisk(folder())
  expect(second.generation).toBe(first.generation)
  expect(second.generation).toMatch(/^[\w-]{8}$/)
  expect(other.generation).not.toBe(first.generation)
})
