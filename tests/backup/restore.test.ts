/** A backup while people work, put back later: what it holds, what stays erased, and what it never holds. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { asideName } from '../../server/backup/names.ts'
import { restore } from '../../server/backup/restore.ts'
import { ownText } from '../../server/store/ownText.ts'
import { entries, ledgerFile } from '../../server/store/sqlite/ledger.ts'
import { file } from '../../server/store/sqlite/open.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'
import { hash, numbers, posted, seat } from '../contract/stored.ts'
import { bytesIn, holds } from '../support/bytes.ts'
import { folder } from '../support/folder.ts'
import { onDisk } from '../support/stores.ts'
import { morning } from '../support/world.ts'
import { backupsOf, made, now, withdrawn } from './making.ts'

const signed = { by: 'coach', seat: null, at: morning } as const

it('L1 a backup made while people write is whole, and holds each log up to one moment of the making', async () => {
  const path = folder()
  const store = await onDisk(path)
  const pleins = ['bos', 'markt', 'haven']
  let writing = true
  const acknowledged = new Map<string, number>()
  const write = async (plein: string) => {
    for (let version = 1; writing; version++) {
      const answers = [{ key: `${plein}-${version}`, digest: null, answer: '{}' }]
      const { ok } = await store.commit(plein, version - 1, {
        events: [posted(version, `${plein} ${version} ${'.'.repeat(300)}`)],
        answers,
      })
      if (ok) acknowledged.set(plein, version)
    }
  }
  const writers = pleins.map(write)
  const backups = backupsOf(store, path)
  await expect.poll(() => Math.min(...pleins.map((plein) => acknowledged.get(plein) ?? 0))).toBeGreaterThan(50)
  const before = new Map(acknowledged)
  const backup = await made(backups)
  const after = new Map(acknowledged)
  writing = false
  await Promise.all(writers)
  if (process.platform !== 'win32')
    expect([statSync(backup.path).mode & 0o077, statSync(join(path, 'backups')).mode & 0o077]).toEqual([0, 0])
  expect(readdirSync(join(path, 'backups'))).toEqual(['erasures', backup.name])

  const elsewhere = folder()
  expect(restore(backup.path, elsewhere, morning)).toMatchObject({ ok: true, madeAt: morning, was: null, aside: null, again: 0 })
  const restored = await onDisk(elsewhere)
  expect(restored.generation).not.toBe(store.generation)
  for (const plein of pleins) {
    const [here, there] = [await store.load(plein), await restored.load(plein)]
    expect(there?.version).toBeGreaterThanOrEqual(before.get(plein) ?? 0)
    expect(there?.version).toBeLessThanOrEqual((after.get(plein) ?? 0) + 1)
    expect(there?.events).toEqual(here?.events.slice(0, there?.version))
    expect(there?.answers).toHaveLength(there?.version ?? -1)
  }
})

it('A14 K5 K6 a page that was taken back and an address that went stay gone when an older backup is put back; a page of after that stands', async () => {
  const path = folder()
  const store = await onDisk(path, { now })
  const page = (at: number) => ({ title: 'De kade', locale: 'nl' as const, article: '<p>Ik luisterde te weinig</p>', at })
  const address = 'wim@haven.example'
  for (const plein of ['bos', 'markt']) {
    await store.commit(plein, 0, { events: [posted(1, 'x')] })
    await store.commit(plein, null, { blog: { publish: { slug: plein, page: page(1) }, remind: { id: `${plein}-1`, address } } })
  }
  await store.commit('markt', null, { blog: { takeBack: 1 } })
  await store.commit('markt', null, { blog: { publish: { slug: 'markt', page: page(2) } } })
  await store.commit('markt', null, { blog: { forget: { id: 'markt-1', as: null } } })
  await store.commit('markt', null, { blog: { remind: { id: 'markt-2', address } } })
  const backup = await made(backupsOf(store, path))
  await store.commit('bos', null, { blog: { takeBack: 1 } })
  await store.commit('bos', null, { blog: { forget: { id: 'bos-1', as: 'sent' } } })
  await store.close()
  expect(restore(backup.path, path, morning)).toMatchObject({ ok: true, again: 2 })
  const restored = await onDisk(path, { now })
  expect([await restored.blogPage('bos'), (await restored.blogPage('markt'))?.at]).toEqual([null, 2])
  expect((await restored.reminders()).map(({ id }) => id)).toEqual(['markt-2'])
  // Whether it went is known no more, and it does not go again.
  expect((await restored.blog('bos'))?.reminder).toBe('unsure')
})

it('A14 K5 no earlier version of a page comes back with an older backup, whether the last one was taken back or still stood', async () => {
  const path = folder()
  const store = await onDisk(path, { now })
  const page = (at: number) => ({ title: 'De kade', locale: 'nl' as const, article: '<p>Ik luisterde te weinig</p>', at })
  for (const plein of ['bos', 'markt', 'dijk']) {
    await store.commit(plein, 0, { events: [posted(1, 'x')] })
    await store.commit(plein, null, { blog: { publish: { slug: plein, page: page(3) } } })
  }
  const backup = await made(backupsOf(store, path))
  await store.commit('bos', null, { blog: { publish: { slug: 'bos', page: page(4) } } })
  await store.commit('bos', null, { blog: { takeBack: 4 } })
  await store.commit('markt', null, { blog: { publish: { slug: 'markt', page: page(2), replaces: 3 } } })
  await store.close()
  expect(restore(backup.path, path, morning)).toMatchObject({ ok: true, again: 2 })
  const restored = await onDisk(path, { now })
  expect(await Promise.all(['bos', 'markt', 'dijk'].map(async (slug) => (await restored.blogPage(slug))?.at ?? null))).toEqual([
    null,
    null,
    3,
  ])
})

it('A14 K1 coaches whom the owner let write along in the blog no more after the backup are not let in by it, nor are those let in again since', async () => {
  const path = folder()
  const store = await onDisk(path, { now })
  const share = async (plein: string, ...all: boolean[]) => {
    for (const shared of all) await store.commit(plein, null, { blog: { shared } })
  }
  for (const plein of ['bos', 'markt', 'haven']) {
    await store.commit(plein, 0, { events: [posted(1, 'x')] })
    await share(plein, true)
  }
  const backup = await made(backupsOf(store, path))
  await share('bos', false)
  await share('markt', false, true)
  await store.close()
  expect(restore(backup.path, path, morning)).toMatchObject({ ok: true, again: 2 })
  const restored = await onDisk(path, { now })
  expect(await Promise.all(['bos', 'markt', 'haven'].map(async (plein) => (await restored.load(plein))?.blogShared))).toEqual([
    undefined,
    undefined,
    true,
  ])
  await restored.commit('markt', null, { blog: { shared: true } })
  expect((await restored.load('markt'))?.blogShared).toBe(true)
})

it('A14 I10 I11 N2 S2 S3 S5 what was erased after the backup is erased again when the backup is put back, and nothing else', async () => {
  const path = folder()
  const store = await onDisk(path, { now })
  const created: StoredEvent = {
    version: 1,
    v: 1,
    event: { type: 'plein.opened', ...signed },
  }
  const opening = (title: string) => ({
    events: [created, posted(2, `${title}: meer bankjes`), posted(3, `${title}: meer bomen`)],
    keys: { put: [{ hash: hash(title[0] ?? 'x'), idea: 'idea-2' }] },
    sealed: { put: ['card/1', 'card/2', 'name/3'].map((name) => ({ name, sealed: `${title}-${name}` })) },
    ballots: { put: ['r1', 'r2'].map((round) => ({ round, voter: 'samir', ballot: `${title}-${round}` })) },
    seats: { put: [seat(`${title}-fatma`, `${title}f`), seat(`${title}-ria`, `${title}r`)] },
    texts: ['fatma', 'ria'].map((who) => ({ text: ownText.of(`${title}-${who}`), update: Uint8Array.of(7), at: 0 })),
    links: [
      { kind: 'code' as const, value: `${title}-code` },
      { kind: 'coach' as const, value: hash(`${title}c`) },
    ],
    listing: { title, stage: 'open', createdAt: morning, closedAt: null, retainUntil: morning * 2, locale: 'nl', practice: false },
  })
  for (const title of ['Bos', 'Markt', 'Haven', 'Kade']) await store.commit(title, 0, opening(title))
  const changed = (version: number, text: string): StoredEvent => ({
    version,
    v: 1,
    event: { type: 'idea.edited', idea: 'idea-2', text, waits: false },
  })
  await store.commit('Haven', 3, { events: [changed(4, 'Haven: een bank')] })
  const backup = await made(backupsOf(store, path))

  await store.commit('Bos', 3, { events: [withdrawn('idea-2', 4)], withdrawn: ['idea-2'] })
  await store.commit('Bos', null, { ballots: { eraseRounds: ['r1'] }, seats: { remove: ['Bos-fatma'] } })
  await store.commit('Bos', null, { links: [{ kind: 'coach', value: hash('new') }] })
  await store.commit('Bos', null, { sealed: { withdraw: ['card/1'], remove: ['card/2'] } })
  await store.commit('Bos', 4, { events: [posted(5, 'later'), withdrawn('idea-5', 6)], withdrawn: ['idea-5'] })
  await store.commit('Markt', null, { deleteAll: true })
  const sealing = { events: [{ version: 5, v: 1 as const, event: { type: 'plein.sealed' as const, ...signed, by: 'server' as const } }] }
  await store.commit('Haven', 4, { ...sealing, outdated: 'gone', keys: { eraseAll: true }, ballots: { eraseRounds: ['r1', 'r2'] } })
  // Not erased, because it was refused.
  expect(await store.commit('Kade', 9, { events: [withdrawn('idea-2', 10)], withdrawn: ['idea-2'] })).toMatchObject({ reason: 'conflict' })
  expect((await store.commit('Kade', null, { withdrawn: ['idea-2'], redactions: [posted(9, '')] })).ok).toBe(false)
  await store.close()
  expect(readFileSync(ledgerFile(path), 'utf8')).not.toMatch(/bankjes|Bos-code|\d\d:\d\d/)

  const outcome = restore(backup.path, path, morning + 1000)
  expect(outcome).toMatchObject({ ok: true, again: 7, aside: expect.stringContaining('before-restore') })
  const restored = await onDisk(path)
  const bos = await restored.load('Bos')
  expect(bos?.events).toEqual([created, posted(2, '1'), posted(3, 'Bos: meer bomen'), withdrawn('idea-2', 4)])
  expect(bos?.version).toBe(4)
  expect(bos?.ballots).toEqual([{ round: 'r2', voter: 'samir', ballot: 'Bos-r2' }])
  expect(bos?.seats).toEqual([seat('Bos-ria', 'Bosr')])
  expect(bos?.links.find(({ kind }) => kind === 'coach')?.value).toBe(hash('new'))
  // Shared after the backup, it is a card again; withdrawn it stays gone.
  expect(bos?.sealed.map(({ name }) => name)).toEqual(['card/2', 'name/3'])
  expect(await restored.load('Markt')).toBeNull()
  const haven = await restored.load('Haven')
  expect([haven?.keys, haven?.ballots, haven?.sealed, haven?.texts]).toEqual([[], [], [], []])
  expect(haven?.events.slice(0, 4)).toEqual([created, posted(2, '1'), posted(3, 'Haven: meer bomen'), changed(4, 'Haven: een bank')])
  expect(bos?.texts.map(({ text }) => text)).toEqual([ownText.of('Bos-ria')])
  expect(haven?.events.at(-1)?.event).toMatchObject({ type: 'plein.closed', by: 'server' })
  expect((await restored.list()).find(({ plein }) => plein === 'Haven')).toMatchObject({ stage: 'closed', closedAt: morning })
  expect(await restored.load('Kade')).toMatchObject({ version: 3, keys: [{ idea: 'idea-2' }], ballots: [{}, {}], seats: [{}, {}] })
  await restored.close()
  const database = bytesIn(path).length > 0 ? readFileSync(file(path)).toString('latin1') : ''
  expect(
    ['Bos: meer bankjes', 'Markt: meer', 'Haven: meer bankjes', 'Haven-r1', 'Bos-r1', 'Bos-card/1', 'Haven-card/2'].filter((text) =>
      database.includes(text),
    ),
  ).toEqual([])
  expect(database).toContain('Kade: meer bankjes')
})

it('A14 S4 what was given with one tap after its phase was entered again is there when a later backup is put back', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const given = (round: string) => ({ ballots: { put: [{ round, voter: 'samir', ballot: `sealed-${round}` }] } })
  const taps = ['pulse', 'mood-before/f1', 'mood-after/f1', 'resonance/f1']
  for (const round of [...taps, 'r1']) await store.commit('bos', null, given(round))
  // Left, with the count of a round: what a tap is kept under is the same the next time, and a round never is.
  await store.commit('bos', null, { ballots: { eraseRounds: [...taps, 'r1'] } })
  for (const round of taps) await store.commit('bos', null, given(round))
  const backup = await made(backupsOf(store, path))
  await store.close()
  expect(entries(path).map(([, ...line]) => line)).toEqual([['ballots', 'bos', 'r1']])
  expect(restore(backup.path, path, morning)).toMatchObject({ ok: true, again: 0 })
  const restored = await onDisk(path)
  expect((await restored.load('bos'))?.ballots.map(({ round }) => round)).toEqual([...taps].sort())
})

it('A14 V4 slips of an open round are those of the backup: one that was taken out is back, and its number, which another slip has since, erases nothing', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const slip = (paper: number) => ({ round: 'r1', voter: `paper:${paper}` })
  const enter = (paper: number) => store.commit('bos', null, { ballots: { put: [{ ...slip(paper), ballot: `sealed-${paper}` }] } })
  const takeOut = (paper: number) => store.commit('bos', null, { ballots: { remove: [slip(paper)] } })
  for (const paper of [3, 12]) await enter(paper)
  const older = await made(backupsOf(store, path))
  for (const paper of [3, 12]) await takeOut(paper)
  await enter(3)
  const newer = await made(backupsOf(store, path, { now: () => morning + 60_000 }))
  await store.close()
  expect(entries(path)).toEqual([])
  for (const [backup, numbers] of [
    [older, [12, 3]],
    [newer, [3]],
  ] as const) {
    expect(restore(backup.path, path, morning)).toMatchObject({ ok: true, again: 0 })
    const restored = await onDisk(path)
    expect((await restored.load('bos'))?.ballots.map(({ voter }) => voter)).toEqual(numbers.map((paper) => `paper:${paper}`))
    await restored.close()
  }
})

it('A14 G5 J4 with an idea that was withdrawn go the card it was and the words about its group, when the backup is put back', async () => {
  const path = folder()
  const store = await onDisk(path)
  const rows = ['card/idea-7', 'card/idea-8', `name/${hash('w')}/green`, `name/${hash('w')}/roads`, `name/${hash('k')}/green`]
  await store.commit('bos', 0, {
    events: [posted(1, 'Bankjes'), posted(2, 'Bomen')],
    keys: {
      put: [
        { hash: hash('w'), idea: 'idea-1' },
        { hash: hash('k'), idea: 'idea-2' },
      ],
    },
    sealed: { put: rows.map((name) => ({ name, sealed: `sealed ${name}` })) },
  })
  await store.commit('markt', 0, { events: [posted(1, 'Bankjes')], sealed: { put: [{ name: 'card/idea-7', sealed: 'of the market' }] } })
  const backup = await made(backupsOf(store, path))
  const shared: StoredEvent = {
    ...posted(3, 'Wat gezegd moet worden'),
    event: { ...posted(3, 'Dit').event, idea: 'idea-7' } as StoredEvent['event'],
  }
  await store.commit('bos', 2, { events: [shared], sealed: { remove: ['card/idea-7'] } })
  await store.commit('bos', 3, { events: [withdrawn('idea-7', 4)], withdrawn: ['idea-7'] })
  await store.commit('bos', 4, {
    events: [withdrawn('idea-1', 5)],
    withdrawn: ['idea-1'],
    sealed: { put: [{ name: `name/${hash('w')}/green`, sealed: 'without words' }] },
  })
  await store.close()
  expect(restore(backup.path, path, morning)).toMatchObject({ ok: true, again: 2 })
  const restored = await onDisk(path)
  const bos = await restored.load('bos')
  expect(bos?.sealed.map(({ name }) => name)).toEqual(['card/idea-8', `name/${hash('k')}/green`])
  expect(bos?.events).toEqual([posted(1, '1'), posted(2, 'Bomen'), withdrawn('idea-1', 3)])
  expect((await restored.load('markt'))?.sealed).toHaveLength(1)
  expect(readFileSync(file(path)).toString('latin1')).not.toContain('sealed card/idea-7')
})

it('A14 a backup put back by hand, without the command, erases what was erased too', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const backup = await made(backupsOf(store, path))
  await store.commit('bos', 1, { events: [withdrawn('idea-1', 2)], withdrawn: ['idea-1'] })
  await store.close()
  // As a process that died in the middle of the next line.
  appendFileSync(ledgerFile(path), '["2026-03-12","words","bo')
  writeFileSync(file(path), readFileSync(backup.path))
  const again = await onDisk(path)
  expect((await again.load('bos'))?.events).toEqual([posted(1, '1'), withdrawn('idea-1', 2)])
  expect(again.generation).not.toBe(store.generation)
  await again.commit('bos', 2, { events: [posted(3, 'Bomen'), withdrawn('idea-3', 4)], withdrawn: ['idea-3'] })
  expect(
    readFileSync(ledgerFile(path), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)[3]),
  ).toEqual(['idea-1', 'idea-3'])
})

it.each(['a backup', 'what a restore set aside'] as const)(
  'L1 A14 %s that is put back by hand after a crash is read without the log of the database that stood there',
  async (which) => {
    const path = folder()
    const store = await onDisk(path)
    await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
    const backup = await made(backupsOf(store, path))
    await store.close()
    const put = which === 'a backup' ? backup.path : join(path, asideName(0))
    if (which !== 'a backup') expect(restore(backup.path, path, 0)).toMatchObject({ ok: true, aside: put })

    const crashed = await onDisk(path)
    // So many that their pages are others than those of the one that is put back.
    for (let version = 2; version < 60; version++)
      expect(await crashed.commit('bos', version - 1, { events: [posted(version, 'Een lang verhaal. '.repeat(60))] })).toEqual({ ok: true })
    const log = readFileSync(`${file(path)}-wal`)
    await crashed.close()
    writeFileSync(`${file(path)}-wal`, log)
    writeFileSync(file(path), readFileSync(put))
    const again = await onDisk(path)
    expect((await again.load('bos'))?.events).toEqual([posted(1, 'Bankjes')])
    expect(again.generation).not.toBe(store.generation)
    expect(await again.commit('bos', 1, { events: [posted(2, 'Bomen')] })).toEqual({ ok: true })
  },
)

it('L1 of a database that was put back by hand backups are made as before, and each is told by its own moment', async () => {
  const path = folder()
  const store = await onDisk(path)
  await store.commit('bos', 0, { events: [posted(1, 'Bankjes')] })
  const backup = await made(backupsOf(store, path))
  await store.close()
  writeFileSync(file(path), readFileSync(backup.path))
  const again = await onDisk(path)
  const next = await made(backupsOf(again, path, { now: () => morning + 60_000 }))
  await again.close()
  expect(restore(next.path, folder(), 0)).toMatchObject({ ok: true, madeAt: morning + 60_000 })

  // As versions before this one left it.
  const left = new DatabaseSync(file(path))
  left.exec("INSERT INTO meta (name, value) VALUES ('backup', '1')")
  left.close()
  const third = await made(backupsOf(await onDisk(path), path, { now: () => morning + 120_000 }))
  expect(restore(third.path, folder(), 0)).toMatchObject({ ok: true, madeAt: morning + 120_000 })
})

it('S2 S3 a backup holds nothing of what was erased before it, wherever that still stands in the file, and no key of a ballot', async () => {
  const path = folder()
  mkdirSync(join(path, 'keys'))
  writeFileSync(join(path, 'keys', 'r1'), 'PRIVATE-KEY-OF-A-ROUND')
  const store = await onDisk(path)
  // Texts of all sizes, of three Pleinen at once: pages are split, and old halves keep what nobody points at any more.
  const pleins = ['bos', 'markt', 'haven']
  const draw = numbers(7)
  const versions = new Map(pleins.map((plein) => [plein, 0]))
  const nameOf = (plein: string, version: number): string => `<${plein}.${version}>`
  for (let turn = 0; turn < 900; turn++) {
    const plein = pleins[draw(3)] ?? 'bos'
    const version = (versions.get(plein) ?? 0) + 1
    versions.set(plein, version)
    const text = nameOf(plein, version) + '.'.repeat(draw(10) === 0 ? draw(6000) : draw(300))
    await store.commit(plein, version - 1, { events: [posted(version, text)] })
  }
  const gone: string[] = []
  const kept: string[] = []
  for (const [plein, last] of versions) {
    const all = Array.from({ length: last }, (_, place) => place + 1)
    const ideas = all.filter((version) => version % 2 === 0)
    gone.push(...ideas.map((version) => nameOf(plein, version)))
    kept.push(...all.filter((version) => version % 2 === 1).map((version) => nameOf(plein, version)))
    await store.commit(plein, null, { withdrawn: ideas.map((version) => `idea-${version}`) })
  }
  // At once, long before the file has been written anew.
  await made(backupsOf(store, path))
  expect(gone.length).toBeGreaterThan(400)
  expect(holds(join(path, 'backups'), [...gone, 'PRIVATE-KEY-OF-A-ROUND'])).toEqual([])
  expect(holds(join(path, 'backups'), kept)).toEqual(kept)
})
