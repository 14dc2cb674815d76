import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CommitResult, Store } from '../../server/store/contract.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { aPlein, aPleinWith, entered, keyOf, opened } from '../support/given.ts'
import { fatma, joost, ria, samir } from '../support/people.ts'
import { maps } from '../support/replica.ts'
import { openRoom, plein } from '../support/room.ts'

const post = (name: string, text: string): Command => ({ type: 'idea.post', key: keyOf(name), as: 'idea', text, phase: 'ideas' })
const busyWithIdeas = [aPlein('ideas', 'vote'), opened, entered('ideas')]

describe('the room', () => {
  it('R5 all that a coach may ask at once is taken, of anybody else as much as may wait; one more hears that it is busy, and nobody beside them', async () => {
    const it = await openRoom({ happened: busyWithIdeas, limits: { burstCoach: 200, burstPhone: 20 } })
    const start: Command = { type: 'timer.start', seconds: 60 }
    const counted = async (asked: Promise<Answer>[]) => {
      const codes = (await Promise.all(asked)).map((answer) => (answer.ok ? 'ok' : answer.error.code))
      return { ok: codes.filter((code) => code === 'ok').length, busy: codes.filter((code) => code === 'busy').length }
    }
    const many = (count: number, one: (nth: number) => Promise<Answer>) => Array.from({ length: count }, (_, nth) => one(nth))
    const stack = many(201, (nth) => it.ask(joost, start, `stapel-${nth}`))
    const flood = many(65, (nth) => it.ask(samir, { type: 'seat.hand', up: nth % 2 === 0 }, `hand-${nth}`))
    const beside = it.ask(fatma, post('bankjes', 'Meer bankjes'))
    expect(await counted(stack)).toEqual({ ok: 200, busy: 1 })
    expect(await counted(flood)).toEqual({ ok: 64, busy: 1 })
    expect(await beside).toMatchObject({ ok: true })
  })

  it('L1 what is answered ok is in the store, and survives a restart', async () => {
    const it = await openRoom({ happened: busyWithIdeas })
    expect(await it.ask(fatma, post('bankjes', 'Meer bankjes'))).toMatchObject({ ok: true })
    const stored = await it.store.load(plein)
    expect(stored?.events.at(-1)?.event).toMatchObject({ type: 'idea.posted', text: 'Meer bankjes' })
    await it.restart()
    expect(await it.room.read((view) => [...view.plein.ideas.values()].map(({ text }) => text))).toEqual(['Meer bankjes'])
  })

  it('L2 a command delivered many times, also after a restart, has one effect and the same answer', async () => {
    const it = await openRoom({ happened: busyWithIdeas })
    const [first, second] = await Promise.all([
      it.ask(joost, { type: 'phase.next' }, 'volgende'),
      it.ask(joost, { type: 'phase.next' }, 'volgende'),
    ])
    await it.restart()
    const third = await it.ask(joost, { type: 'phase.next' }, 'volgende')
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect((await it.store.load(plein))?.events.filter(({ event }) => event.type === 'phase.entered')).toHaveLength(2)
  })

  it('L2 the same id with another payload is id-reused, and so is an id of an anonymous act under another one', async () => {
    const it = await openRoom({ happened: busyWithIdeas })
    await it.ask(joost, { type: 'timer.start', seconds: 60 }, 'klok')
    expect(await it.ask(joost, { type: 'timer.start', seconds: 90 }, 'klok')).toMatchObject({
      ok: false,
      error: { code: 'id-reused', remedy: 'rejected' },
    })
    await it.ask(fatma, post('bankjes', 'Meer bankjes'), 'idee')
    expect(await it.ask(fatma, { type: 'seat.perspective', perspective: null }, 'idee')).toMatchObject({
      ok: false,
      error: { code: 'id-reused' },
    })
  })

  it('S2 nothing that is kept can be told to belong to an edit key once the Plein is closed for good', async () => {
    const it = await openRoom({ happened: busyWithIdeas })
    const key = keyOf('bankjes')
    const commands: Command[] = [
      post('bankjes', 'Meer bankjes'),
      { type: 'idea.edit', key, text: 'Bankjes in de schaduw' },
      { type: 'idea.withdraw', key },
    ]
    for (const command of commands) expect(await it.ask(fatma, command)).toMatchObject({ ok: true })
    await it.ask(joost, { type: 'plein.close', confirmed: true })
    await it.pass(60_000)
    const stored = await it.store.load(plein)
    expect([stored?.events.at(-1)?.event.type, stored?.keys]).toEqual(['plein.sealed', []])
    // Whoever finds Fatma's phone has the key, and knows what was written with it.
    for (const found of [key, ...commands.map((command) => JSON.stringify(command))])
      expect(JSON.stringify(stored)).not.toContain(it.world.hash(found))
  })

  it('A9 a perspective is in no answer that is kept', async () => {
    const it = await openRoom({ happened: [aPleinWith({ perspectives: ['bewoner'] }, 'checkin'), opened, entered('checkin')] })
    expect(await it.ask(fatma, { type: 'seat.perspective', perspective: 'bewoner' })).toMatchObject({ ok: true })
    expect(JSON.stringify((await it.store.load(plein))?.answers)).not.toContain('bewoner')
  })

  it('A12 of who is ready and who raised a hand the answers that are kept hold nothing that can be guessed', async () => {
    const it = await openRoom({ happened: busyWithIdeas })
    const before = (await it.store.load(plein))?.answers.length ?? 0
    await it.ask(fatma, { type: 'seat.hand', up: true })
    await it.ask(fatma, { type: 'seat.ready', phase: 'ideas', ready: true })
    const kept = (await it.store.load(plein))?.answers.slice(before)
    expect(kept?.map(({ digest }) => digest)).toEqual([null, null])
  })

  it('S1 the desk hears of new ideas in one batch, five seconds after the first of them', async () => {
    const it = await openRoom({ happened: [aPlein(['ideas', { hidden: true }]), opened, entered('ideas')] })
    await it.ask(fatma, post('a', 'Een'))
    await it.pass(4900)
    await it.ask(ria, post('b', 'Twee'))
    expect(maps(it.follower('desk'))['ideas'] ?? {}).toEqual({})
    await it.pass(100)
    expect(Object.values(maps(it.follower('desk'))['ideas'] ?? {})).toHaveLength(2)
    expect(maps(it.follower('board'))['ideas']).toBeUndefined()
  })

  it('L3 whoever heard every frame, whoever came later and whoever reads a reloaded room see the same bytes', async () => {
    const it = await openRoom({ happened: [aPlein(['ideas', { hidden: false }], 'vote'), opened, entered('ideas')] })
    for (const [place, who] of [fatma, ria, samir].entries())
      await it.ask(who, { ...post(`${place}`, `Idee ${place}`), open: true } as Command)
    await it.pass(5000)
    await it.ask(joost, { type: 'phase.next' })
    const bytes = (doc: Y.Doc) => [...Y.encodeStateAsUpdate(doc)]
    const heard = bytes(it.follower('board'))
    expect(bytes(it.newcomer('board'))).toEqual(heard)
    await it.restart()
    expect(bytes(it.newcomer('board'))).toEqual(heard)
    expect(Object.keys(maps(it.newcomer('board'))['ideas'] ?? {})).toHaveLength(3)
  })

  it('L1 nothing is visible and nothing is answered before the commit', async () => {
    let release: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const it = await openRoom({
      happened: busyWithIdeas,
      store: (store) => ({ ...store, commit: (...commit) => held.then(() => store.commit(...commit)) }),
    })
    let answered = false
    const asked = it.ask(joost, { type: 'phase.next' }).then((answer) => {
      answered = true
      return answer
    })
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    expect([answered, it.told]).toEqual([false, []])
    release()
    expect(await asked).toMatchObject({ ok: true, versions: { board: 4 } })
    expect(it.told).toEqual(['frame board', 'turned'])
  })
})

const troubled =
  (next: CommitResult[]) =>
  (store: Store): Store => ({ ...store, commit: async (...commit) => next.shift() ?? store.commit(...commit) })

describe('a store in trouble', () => {
  it('L1 a failed commit is answered storage-failed, shows nothing, and the same id is accepted later', async () => {
    const it = await openRoom({ happened: busyWithIdeas, store: troubled([{ ok: false, reason: 'failed', problem: 'disk full' }]) })
    expect(await it.ask(fatma, post('bankjes', 'Meer bankjes'), 'idee')).toMatchObject({
      ok: false,
      error: { code: 'storage-failed', remedy: 'retry' },
    })
    expect(it.told).toEqual([])
    expect(it.notices).toEqual([{ notice: 'storage-failed' }])
    expect(it.room.refuses()).toBe(true)
    expect(await it.ask(fatma, post('bankjes', 'Meer bankjes'), 'idee')).toMatchObject({ ok: true })
    expect(it.notices).toEqual([{ notice: 'storage-failed' }, { notice: 'storage-recovered' }])
    expect(it.room.refuses()).toBe(false)
    expect((await it.store.load(plein))?.events).toHaveLength(4)
  })

  it('R1 after a conflict the room reads what was missed, shows it, and decides again', async () => {
    let other: (() => Promise<unknown>) | null = null
    const it = await openRoom({
      happened: busyWithIdeas,
      store: (store) => ({
        ...store,
        commit: async (...commit) => {
          const meanwhile = other
          other = null
          await meanwhile?.()
          return store.commit(...commit)
        },
      }),
    })
    other = () =>
      it.store.commit(plein, 3, {
        events: [{ version: 4, v: 1, event: { type: 'door.set', locked: true, by: 'coach', seat: null, at: 0 } }],
      })
    const answer = await it.ask(joost, { type: 'phase.next' })
    expect(answer).toMatchObject({ ok: true })
    expect(maps(it.follower('board'))['plein']).toMatchObject({ doorLocked: true, current: 'vote' })
    expect([...Y.encodeStateAsUpdate(it.follower('board'))]).toEqual([...Y.encodeStateAsUpdate(it.newcomer('board'))])
  })
})
