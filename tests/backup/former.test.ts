/** What was said before it was changed, in a backup of before the change, when the Plein was closed for good since: nobody can change or withdraw
 *  it any more. */
import { readFileSync } from 'node:fs'
import { join as pathOf } from 'node:path'
import { expect, it } from 'vitest'
import { restore } from '../../server/backup/restore.ts'
import type { Commit } from '../../server/store/contract.ts'
import { entries, ledgerFile, takeOver } from '../../server/store/sqlite/ledger.ts'
import { file } from '../../server/store/sqlite/open.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { told } from '../../shared/domain/ideas/silence.ts'
import { posted } from '../contract/stored.ts'
import { holds } from '../support/bytes.ts'
import { folder } from '../support/folder.ts'
import { claim, join, type Phone } from '../support/phone.ts'
import { startServer } from '../support/server.ts'
import { onDisk } from '../support/stores.ts'
import { morning } from '../support/world.ts'
import { backupsOf, made, now } from './making.ts'

const soon = { timeout: 20_000 }
const coach = { by: 'coach', seat: null, at: morning } as const
const worded = (text: string | null): PleinEvent => ({ type: 'owner.worded', text, by: 'owner', seat: 'wim', at: morning })
const edited = (idea: string, text: string, waits = false, more: { who?: null } = {}): PleinEvent => ({
  type: 'idea.edited',
  idea,
  text,
  waits,
  ...more,
})
const idea = (id: string, text: string, who: string | null = null): PleinEvent =>
  ({ ...posted(1, text).event, idea: id, who }) as PleinEvent
const released = (id: string, text: string): PleinEvent => ({ type: 'edit.released', idea: id, text, ...coach })
const sealing: Omit<Commit, 'events'> = { outdated: 'gone', keys: { eraseAll: true } }
const sealed: PleinEvent = { type: 'plein.sealed', by: 'server', seat: null, at: morning }

/** A Plein that says this before the backup and that after it; `ends`: it is closed for good then. */
const put = async (before: PleinEvent[], after: PleinEvent[], ends = true) => {
  const path = folder()
  const store = await onDisk(path, { now })
  const numbered = (events: PleinEvent[], from: number) =>
    events.map((event, place) => ({ version: from + place + 1, v: 1 as const, event }))
  expect(await store.commit('bos', 0, { events: numbered(before, 0) })).toEqual({ ok: true })
  const backup = await made(backupsOf(store, path))
  const last = [...after, ...(ends ? [sealed] : [])]
  expect(await store.commit('bos', before.length, { events: numbered(last, before.length), ...(ends ? sealing : {}) })).toEqual({
    ok: true,
  })
  await store.close()
  const back = async () => {
    expect(restore(backup.path, path, morning + 1000)).toMatchObject({ ok: true })
    const again = await onDisk(path, { now })
    const events = (await again.load('bos'))?.events ?? []
    await again.close()
    const withdrawn = events.flatMap(({ event }) => (event.type === 'idea.withdrawn' ? [event.idea] : []))
    return { events, withdrawn, says: told(events), bytes: readFileSync(file(path)).toString('latin1') }
  }
  return { path, back }
}

it('A14 I10 what an author changed after the backup, and went when the Plein was closed for good, does not come back as the words of now; what holds stays', async () => {
  const { path, back } = await put(
    [
      idea('buurman', 'Reiger: Piet stookt'),
      idea('twice', 'Roerdomp: Piet stookt'),
      edited('twice', 'Wulp: iemand stookt'),
      idea('released', 'Kluut: Piet stookt'),
      edited('released', 'Meer bankjes in het bos', true),
      idea('named', 'Ik bel de gemeente', 'Grutto'),
      idea('before', 'Tureluur: Piet stookt'),
      edited('before', 'Een plek bij de haard'),
      idea('same', 'Meer bomen'),
    ],
    [
      edited('buurman', 'Er wordt gestookt'),
      edited('twice', 'Er wordt gestookt'),
      released('released', 'Meer bankjes in het bos'),
      edited('named', 'Ik bel de gemeente', true, { who: null }),
    ],
  )
  for (const time of ['once', 'and once more']) {
    const { withdrawn, bytes } = await back()
    expect(withdrawn, time).toEqual(['buurman', 'named', 'released', 'twice'])
    expect(bytes).not.toMatch(/Reiger|Roerdomp|Wulp|Kluut|Grutto|Tureluur/)
    expect(bytes).toContain('Een plek bij de haard')
    expect(bytes).toContain('Meer bomen')
  }
  expect(readFileSync(ledgerFile(path), 'utf8')).not.toMatch(/stookt|bankjes|bel de|haard|\d\d:\d\d/)
})

it('A14 I10 new words that nobody released take no idea along; those that a coach dropped, or that others took the place of, wait no more', async () => {
  const { back } = await put(
    [
      idea('waits', 'Meer bankjes'),
      idea('dropped', 'Meer bomen'),
      edited('dropped', 'Reiger: Piet stookt', true),
      idea('anew', 'Meer licht'),
      edited('anew', 'Roerdomp: Piet stookt', true),
      idea('still', 'Meer water'),
      edited('still', 'Meer water in de vijver', true),
    ],
    [
      edited('waits', 'Meer bankjes voor Piet', true),
      { type: 'edit.dropped', idea: 'dropped', ...coach },
      edited('anew', 'Meer licht voor Piet', true),
    ],
  )
  for (const time of ['once', 'and once more']) {
    const { withdrawn, says, events, bytes } = await back()
    expect(withdrawn, time).toEqual([])
    const waiting = ['waits', 'dropped', 'anew', 'still'].map((id) => [says.get(id)?.words.text, says.get(id)?.waits])
    expect(waiting).toEqual([
      ['Meer bankjes', null],
      ['Meer bomen', null],
      ['Meer licht', null],
      ['Meer water', 'Meer water in de vijver'],
    ])
    expect(events.filter(({ event }) => event.type === 'edit.dropped')).toHaveLength(2)
    expect(bytes).not.toMatch(/Reiger|Roerdomp/)
  }
})

it.each([
  ['changed', ['Reiger'], ['Wulp'], null],
  ['took back', ['Reiger'], [null], null],
  ['said for the first time', [], ['Wulp'], undefined],
  ['took back before it, and said anew', ['Reiger', null], ['Wulp'], null],
  ['let stand', ['Reiger', 'Wulp'], [], 'Wulp'],
] as const)('A14 E4 of a last word that the owner %s after the backup nothing former comes back', async (_, before, after, stands) => {
  const { back } = await put([idea('bank', 'Meer bankjes'), ...before.map(worded)], after.map(worded))
  const { says, bytes } = await back()
  expect(says.get('')?.words.text).toBe(stands)
  expect(bytes).not.toContain('Reiger')
  expect(says.get('bank')?.words.text).toBe('Meer bankjes')
})

it('A14 I10 L1 in a Plein that is not closed for good, what was changed after the backup says what it said: its author changes it again', async () => {
  const { path, back } = await put(
    [idea('buurman', 'Reiger: Piet stookt'), worded('Kluut')],
    [edited('buurman', 'Er wordt gestookt'), worded(null)],
    false,
  )
  const { withdrawn, says } = await back()
  expect([withdrawn, says.get('buurman')?.words.text, says.get('')?.words.text]).toEqual([[], 'Reiger: Piet stookt', 'Kluut'])
  expect(entries(path)).toEqual([])
})

it('A14 notes of a version that noted no changed words are read as they were', async () => {
  const { path, back } = await put([idea('buurman', 'Reiger: Piet stookt')], [edited('buurman', 'Er wordt gestookt')])
  takeOver(
    path,
    entries(path).filter(([, kind]) => kind !== 'outdated'),
  )
  const { withdrawn, events } = await back()
  expect([withdrawn, events.at(-1)?.event.type]).toEqual([[], 'plein.closed'])
})

it('A14 I10 E4 nor do former words stand on the board or in the outcome of a server that starts on that backup', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '50', LIMIT_TAKE_BACK: '300', LIMIT_DISK_FREE: '0' })
  const plein = await server.makePlein([{ kind: 'ideas', settings: { hidden: false } }, { kind: 'harvest' }])
  const [joost, wim] = [await claim(server, 'Joost', plein.links.coach), await claim(server, 'Wim', plein.links.owner)]
  const fatma = await join(server, 'Fatma', plein)
  const ok = async (who: Phone, command: Parameters<Phone['ask']>[0]): Promise<void> =>
    expect(await who.ask(command), `${who.name}: ${command.type}`).toMatchObject({ ok: true })
  joost.open('board')
  const desk = joost.open('desk')
  await ok(joost, { type: 'plein.open' })
  const phase = () => String(joost.opened('board').maps()['plein']?.['current'] ?? '')
  await expect.poll(phase, soon).not.toBe('')
  const [key, other] = [fatma.key('stoken'), fatma.key('bankjes')]
  await ok(fatma, { type: 'idea.post', key, as: 'idea', text: 'Roerdomp: Piet stookt', phase: phase(), open: true })
  await ok(fatma, { type: 'idea.post', key: other, as: 'idea', text: 'Meer bankjes', phase: phase(), open: true })
  await ok(joost, { type: 'phase.next' })
  await ok(wim, { type: 'owner.word', text: 'Wielewaal: Piet stopt' })
  const backup = (await (await server.organise('/api/v1/backups', { method: 'POST' })).json()) as { name: string }

  await ok(fatma, { type: 'idea.edit', key, text: 'Er wordt gestookt' })
  await expect.poll(() => JSON.stringify(desk.maps()), soon).toContain('Er wordt gestookt')
  const ideas = Object.entries(joost.opened('board').maps()['ideas'] ?? {}) as [string, { text: string }][]
  await ok(joost, { type: 'edit.release', idea: ideas.find(([, { text }]) => text.startsWith('Roerdomp'))?.[0] ?? '' })
  await ok(wim, { type: 'owner.word', text: null })
  await ok(joost, { type: 'plein.close', confirmed: true })
  const former = ['Roerdomp', 'Wielewaal']
  await expect.poll(() => joost.told.own.some(({ documents }) => documents), soon).toBe(true)
  await server.stop()
  expect(restore(pathOf(server.folder, 'backups', backup.name), server.folder, Date.now())).toMatchObject({ ok: true })
  expect(readFileSync(file(server.folder)).toString('latin1')).not.toMatch(/Roerdomp|Wielewaal/)

  await server.restart()
  const anneke = await claim(server, 'Anneke', plein.links.coach)
  const board = anneke.open('board')
  await expect.poll(() => board.maps()['plein']?.['sealed'], soon).toBe(true)
  const said = JSON.stringify([board.maps(), anneke.open('desk').maps()])
  const outcome = await (await server.organise(`/api/v1/pleins/${plein.id}/outcome.json`)).text()
  for (const text of former) expect([said.includes(text), outcome.includes(text)], text).toEqual([false, false])
  expect([said, outcome]).toEqual([expect.stringContaining('Meer bankjes'), expect.stringContaining('Meer bankjes')])
  expect(holds(server.folder, ['Meer bankjes'])).toEqual(['Meer bankjes'])
})
