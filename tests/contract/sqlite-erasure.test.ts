/** Erased means that no byte of it is in the files. */
import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { physicalRows, together } from '../../scripts/secrecy/pages.ts'
import type { Commit } from '../../server/store/contract.ts'
import { migrations } from '../../server/store/sqlite/migrations.ts'
import { copyBefore, file, open } from '../../server/store/sqlite/open.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'
import { bytesIn } from '../support/bytes.ts'
import { folder } from '../support/folder.ts'
import { onDisk } from '../support/stores.ts'
import { hash, numbers, posted, seat } from './stored.ts'

const pleins = ['bos', 'markt', 'haven']
const name = (plein: string, version: number): string => `<${plein}.${version}>`

it('S1 S2 no byte of what was redacted, erased or deleted stays in the files, whatever was split and moved meanwhile', {
  timeout: 60_000,
}, async () => {
  const path = folder()
  const draw = numbers(7)
  const store = await openSqlite(path)
  const last = new Map(pleins.map((plein) => [plein, 0]))
  for (let turn = 0; turn < 900; turn++) {
    const plein = pleins[draw(3)] ?? 'bos'
    const version = (last.get(plein) ?? 0) + 1
    last.set(plein, version)
    const key = `${plein}-key-${draw(1e9)}`
    await store.commit(plein, version - 1, {
      events: [posted(version, name(plein, version) + '.'.repeat(draw(10) === 0 ? draw(6000) : draw(300)))],
      keys: { put: [{ hash: key, idea: `idea-${version}` }] },
      ballots: { put: [{ round: 'r1', voter: String(draw(1e9)), ballot: `${plein}-ballot-${'b'.repeat(draw(200))}` }] },
    })
  }
  const redacted = new Map<string, StoredEvent[]>(pleins.map((plein) => [plein, []]))
  for (const plein of pleins)
    for (let version = 1; version <= (last.get(plein) ?? 0); version += 1 + draw(3)) redacted.get(plein)?.push(posted(version, ''))
  for (const plein of pleins)
    for (const event of redacted.get(plein) ?? []) await store.commit(plein, last.get(plein) ?? 0, { redactions: [event] })
  await store.commit('bos', null, { keys: { eraseAll: true } })
  await store.commit('markt', null, { ballots: { eraseRounds: ['r1'] } })
  await store.commit('haven', null, { deleteAll: true })
  await store.close()
  const all = bytesIn(path)
  const gone = [...redacted].flatMap(([plein, events]) => events.map(({ version }) => name(plein, version)))
  expect(gone.length).toBeGreaterThan(300)
  expect(gone.filter((canary) => all.includes(canary))).toEqual([])
  expect(['bos-key', 'markt-ballot', '<haven.', 'haven-key', 'haven-ballot'].filter((canary) => all.includes(canary))).toEqual([])
  // They were really there: the same of others still is.
  expect(['markt-key', 'bos-ballot', '<bos.', '<markt.'].filter((canary) => !all.includes(canary))).toEqual([])
})

it('S2 in which order things were written in a phase can be seen neither in the log of writes nor in the file when it has ended', async () => {
  const path = folder()
  const store = await onDisk(path)
  const log = (): number => statSync(`${file(path)}-wal`).size
  await store.commit('bos', 0, { events: [posted(1, 'Bomen')], keys: { put: [{ hash: hash('a'), idea: 'idea-1' }] } })
  await store.commit('bos', null, { seats: { put: [seat('fatma', 'F')] } })
  expect(log()).toBeGreaterThan(0)
  for (const name of ['samir', 'ria']) await store.commit('bos', null, { seats: { put: [seat(name, name[0]!.toUpperCase())] } })
  for (const name of ['ria', 'fatma', 'samir']) await store.commit('bos', null, { seats: { signals: [{ seat: name, ready: 'phase-1' }] } })
  for (const voter of ['samir', 'fatma', 'ria'])
    await store.commit('bos', null, { ballots: { put: [{ round: 'pulse', voter, ballot: `1.${voter.padEnd(76, 'x')}` }] } })
  const rows = () => physicalRows(together(readFileSync(file(path)), readFileSync(`${file(path)}-wal`))).map(({ values }) => values)
  const places = (): unknown[] => rows().flatMap((values) => (values[2] === 'participant' ? [values[1]] : []))
  const taps = (): unknown[] => rows().flatMap((values) => (values[1] === 'pulse' ? [values[2]] : []))
  expect(places()).not.toEqual(['fatma', 'ria', 'samir'])
  expect(taps()).not.toEqual(['fatma', 'ria', 'samir'])
  await store.commit('bos', 1, { events: [posted(2, 'Banken')], phaseEnds: true })
  expect(log()).toBe(0)
  expect(places()).toEqual(['fatma', 'ria', 'samir'])
  expect(taps()).toEqual(['fatma', 'ria', 'samir'])
  expect((await store.load('bos'))?.ballots).toHaveLength(3)
  expect((await store.load('bos'))?.seats.map(({ id, ready }) => `${id} ${ready}`)).toEqual([
    'fatma phase-1',
    'ria phase-1',
    'samir phase-1',
  ])
})

it('S2 J1 G5 nor, a moment later, in which order cards were sealed, names were answered about, and answers were given', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bomen')] })
  const draw = numbers(11)
  // Each is longer than a page lets it be, and so has a page of its own.
  const names = Array.from({ length: 30 }, (_, at) => `${at % 2 ? 'card' : 'name'}/${String(at).padStart(64, '0')}`)
  const keyOf = (name: string): string => `answer of ${name}`
  const came = names.map((name) => [draw(1e9), name] as const).sort(([a], [b]) => a - b)
  for (const [, name] of came) {
    await store.commit('bos', null, { sealed: { put: [{ name, sealed: 'x'.repeat(1500) }] } })
    await store.commit('bos', null, { answers: [{ key: keyOf(name), digest: '', answer: '{"ok":true}' }] })
  }
  const rows = () => physicalRows(together(readFileSync(file(path)), readFileSync(`${file(path)}-wal`)))
  const inPlace = (): unknown[] =>
    rows()
      .filter(({ values: [, name] }) => names.includes(String(name)))
      .sort((a, b) => (a.further ?? 0) - (b.further ?? 0))
      .map(({ values: [, name] }) => name)
  const answers = (): unknown[] => rows().flatMap(({ values }) => (values[3] === '{"ok":true}' ? [values[1]] : []))
  const sorted = [...names].sort()
  expect(inPlace()).toEqual(came.map(([, name]) => name))
  expect(answers()).toEqual(came.map(([, name]) => keyOf(name)))
  await store.commit('bos', 1, { events: [posted(2, 'Banken')], phaseEnds: true })
  await expect.poll(inPlace, { timeout: 40_000, interval: 200 }).toEqual(sorted)
  expect(answers()).toEqual(names.map(keyOf).sort())
})

it('S3 erased ballots leave the log with the answer, and the file by themselves', { timeout: 60_000 }, async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { ballots: { put: [{ round: 'r1', voter: 'samir', ballot: 'samir-his-ballot' }] } })
  expect(bytesIn(path).includes('samir-his-ballot')).toBe(true)
  await store.commit('bos', null, { ballots: { eraseRounds: ['r1'] } })
  expect(bytesIn(path).includes('samir-his-ballot')).toBe(false)
  await expect.poll(() => bytesIn(path).includes('rewriteowed'), { timeout: 15_000, interval: 200 }).toBe(false)
  expect(await store.probe()).toEqual({ ok: true })
})

it('S3 a ballot that stood unsealed leaves every file when its sealed form takes its place', async () => {
  const path = folder()
  const store = await onDisk(path)
  const put = (ballot: string) => [{ round: 'r1', voter: 'samir', ballot }]
  await store.commit('bos', 0, { ballots: { put: put('samir-his-ballot') } })
  await store.commit('bos', null, { ballots: { put: put('1.sealed-instead'), replaces: true } })
  expect(bytesIn(path).includes('samir-his-ballot')).toBe(false)
  expect((await store.load('bos'))?.ballots).toEqual(put('1.sealed-instead'))
})

it('S2 a rewriting that a crash prevented is done after the next start', async () => {
  const path = folder()
  const store = await openSqlite(path)
  await store.commit('bos', 0, { keys: { put: [{ hash: hash('k'), idea: 'i' }] } })
  await store.commit('bos', null, { keys: { eraseAll: true } })
  // What a kill at this moment leaves behind. (Copying frees the lock of this process, which nobody else waits for here.)
  const crashed = folder()
  copyFileSync(file(path), file(crashed))
  await store.close()
  const owed = (where: string): unknown => {
    const database = new DatabaseSync(file(where))
    const row = database.prepare("SELECT value FROM meta WHERE name = 'rewrite'").get()
    database.close()
    return row
  }
  expect(owed(path)).toBeUndefined()
  expect(owed(crashed)).toBeDefined()
  const next = await openSqlite(crashed)
  await next.close()
  expect(owed(crashed)).toBeUndefined()
})

it('S1 L1 a start that changes no form writes no copy of everything beside the database, so that a full disk does not stop it', async () => {
  const path = folder()
  const store = await openSqlite(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  await store.close()
  const again = await openSqlite(path)
  expect(existsSync(copyBefore(path))).toBe(false)
  await again.close()
})

it('a migration keeps a copy of what was there, which goes with the first erasure', async () => {
  const path = folder()
  const store = await openSqlite(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')], seats: { put: [seat('ria', 'r')] } })
  await store.close()
  expect(existsSync(copyBefore(path))).toBe(false)
  const settings = { folder: path, generation: 'x' }
  const form = (database: DatabaseSync): unknown => database.prepare('PRAGMA user_version').get()?.['user_version']
  const before = new DatabaseSync(file(path))
  const known = form(before)
  before.close()
  const steps = Array.from({ length: Number(known) }, () => 'SELECT 1')

  const wrong = open(settings, [...steps, 'CREATE TABLE half (name TEXT) STRICT; CREATE TABLE half (name TEXT) STRICT'])
  expect(wrong).toEqual({ unavailable: expect.stringContaining('half already exists') })
  const unchanged = new DatabaseSync(file(path))
  expect(form(unchanged)).toBe(known)
  expect(unchanged.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined()
  unchanged.close()

  const right = open(settings, [...steps, 'CREATE TABLE extra (name TEXT) STRICT'])
  if ('unavailable' in right) throw new Error(right.unavailable)
  expect(form(right.database)).toBe(Number(known) + 1)
  if (process.platform !== 'win32') expect(statSync(copyBefore(path)).mode & 0o077).toBe(0)
  right.database.exec(`DROP TABLE extra; PRAGMA user_version = ${known}`)
  right.database.close()
  const copy = new DatabaseSync(copyBefore(path))
  expect([form(copy), copy.prepare('SELECT count(*) AS events FROM events').get()]).toEqual([known, { events: 1 }])
  copy.close()

  const again = await onDisk(path)
  await again.commit('bos', 1, { events: [posted(2, 'x')] })
  expect(existsSync(copyBefore(path))).toBe(true)
  await again.commit('bos', 2, { redactions: [posted(1, '')] })
  expect(existsSync(copyBefore(path))).toBe(false)
})

it('L1 a database of the first form is brought up to date with everything in it', async () => {
  const path = folder()
  const old = open({ folder: path, generation: 'x' }, migrations.slice(0, 1))
  if ('unavailable' in old) throw new Error(old.unavailable)
  old.database.exec(`
    INSERT INTO pleins (plein, version, title, stage, created_at, retain_until, locale) VALUES ('bos', 1, 'Het bos', 'open', 1, 2, 'nl');
    INSERT INTO seats (plein, seat, role, token_hash, perspective, clients) VALUES ('bos', 'ria', 'participant', '${hash('r')}', 'bewoner', '[7]');
  `)
  old.database.close()
  const store = await onDisk(path)
  expect(await store.list()).toEqual([
    {
      plein: 'bos',
      title: 'Het bos',
      stage: 'open',
      createdAt: 1,
      closedAt: null,
      retainUntil: 2,
      locale: 'nl',
      practice: false,
      retired: null,
    },
  ])
  const ria = { id: 'ria', role: 'participant', tokenHash: hash('r'), perspective: 'bewoner', ready: null, hand: false, clients: [7] }
  expect((await store.load('bos'))?.seats).toEqual([ria])
  await store.commit('bos', null, { seats: { signals: [{ seat: 'ria', hand: true }] } })
  expect((await store.load('bos'))?.seats).toEqual([{ ...ria, hand: true }])
})

it.each([
  [
    'N2 what the owner wrote for nobody else, when that device is sent away',
    { seats: { put: [seat('wim', 'w', 'owner')] }, texts: [{ text: 'intake-own/wim', update: Buffer.from('Roerdomp'), at: 0 }] },
    { seats: { remove: ['wim'] } },
  ],
  [
    'J2 a card as it was, when other words of it are shared',
    { sealed: { put: [{ name: 'card/7', sealed: 'Roerdomp' }] } },
    { sealed: { remove: ['card/7'] } },
  ],
  [
    'K6 an address that another takes the place of',
    { blog: { remind: { id: 'one', address: 'Roerdomp@example.org' } } },
    { blog: { remind: { id: 'two', address: 'wim@example.org' } } },
  ],
] satisfies [string, Commit, Commit][])('%s: no byte of it stays', { timeout: 90_000 }, async (_, put, gone) => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  await store.commit('bos', null, put)
  expect(bytesIn(path)).toContain('Roerdomp')
  await store.commit('bos', null, gone)
  await expect.poll(() => bytesIn(path).includes('Roerdomp'), { timeout: 60_000, interval: 500 }).toBe(false)
})
