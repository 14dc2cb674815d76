/** A board that is mostly what was overwritten goes on in a shorter form, when nobody is bothered by it. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { aPlein, entered, opened, posted, released } from '../support/given.ts'
import { fatma, joost } from '../support/people.ts'
import { maps } from '../support/replica.ts'
import { openRoom, plein, type TestRoom } from '../support/room.ts'

const ideas = Array.from({ length: 20 }, (_, number) => `idea-${number}`)
const groups = ['groen', 'verkeer', 'ouderen']

/** An afternoon of regrouping, as often as nobody does, on a small board. */
const regrouped = (times: number): PleinEvent[] => [
  aPlein('ideas', 'vote'),
  opened,
  entered('ideas'),
  ...ideas.map((idea, number) => posted(idea, `Een bankje, nummer ${number}`)),
  released(...ideas),
  {
    type: 'step.done',
    step: 'step',
    label: 'created',
    changes: groups.map((cluster) => ({ change: 'create' as const, cluster })),
    made: groups.map((cluster) => ({ cluster, name: cluster, open: true })),
    by: 'coach',
    seat: joost.seat,
    at: 0,
  },
  ...Array.from(
    { length: times },
    (_, number): PleinEvent => ({
      type: 'idea.placed',
      idea: ideas[number % 20]!,
      from: null,
      cluster: groups[Math.floor(number / 20) % 3]!,
    }),
  ),
]
const minutes = (count: number): number => count * 60_000
const size = (room: TestRoom): number => Y.encodeStateAsUpdate(room.newcomer('board')).byteLength
const name = (room: TestRoom): string | undefined => room.room.documents('participant').board
const bytes = (room: TestRoom): string => Buffer.from(Y.encodeStateAsUpdate(room.newcomer('board'))).toString('base64')

describe('an overgrown board', () => {
  it('D7 is written anew after two minutes without anybody: the same content and version, under another name, four times shorter', async () => {
    const room = await openRoom({ happened: regrouped(13_000) })
    const [long, before, called] = [size(room), maps(room.newcomer('board')), name(room)]
    const desk = maps(room.newcomer('desk'))
    await room.room.shorten()
    expect(name(room)).toBe(called)
    await room.pass(minutes(2))
    await room.room.shorten()
    expect(name(room)).not.toBe(called)
    expect(room.told).toContain('renamed')
    expect(size(room)).toBeLessThan(long / 4)
    expect(maps(room.newcomer('board'))).toEqual(before)
    expect(maps(room.newcomer('desk'))).toEqual(desk)
    expect((await room.store.load(plein))?.events.at(-1)?.event).toMatchObject({ type: 'documents.renewed', by: 'server', seat: null })
  })

  it('D7 L3 goes on from there, and is the same again after a restart, to the byte', async () => {
    const room = await openRoom({ happened: regrouped(13_000) })
    await room.pass(minutes(2))
    await room.room.shorten()
    await room.ask(joost, { type: 'ideas.assign', ideas: ['idea-3'], cluster: 'ouderen' })
    await room.ask(joost, { type: 'cluster.rename', cluster: 'groen', name: 'Bomen' })
    expect(maps(room.follower('board'))['clusters']?.['groen']).toMatchObject({ name: 'Bomen' })
    const [now, called] = [bytes(room), name(room)]
    expect(Buffer.from(Y.encodeStateAsUpdate(room.follower('board'))).toString('base64')).toBe(now)
    await room.restart()
    expect(name(room)).toBe(called)
    expect(bytes(room)).toBe(now)
    // What was grouped before can still be taken back.
    expect(await room.ask(joost, { type: 'undo' })).toMatchObject({ ok: true })
    expect(maps(room.follower('board'))['clusters']?.['groen']).toMatchObject({ name: 'groen' })
  })

  it('D7 stays as it is while a round is open, and right after somebody did something', async () => {
    const room = await openRoom({ happened: regrouped(13_000) })
    const called = name(room)
    await room.ask(joost, { type: 'phase.enter', phase: 'vote' })
    const opening = await room.ask(joost, { type: 'round.open', over: 'ideas' })
    await room.pass(minutes(3))
    await room.room.shorten()
    expect(name(room)).toBe(called)
    await room.ask(joost, { type: 'round.close', round: String(opening.ok && opening['round']), confirmed: true })
    await room.pass(minutes(1))
    await room.room.shorten()
    expect(name(room)).toBe(called)
    await room.ask(fatma, { type: 'seat.hand', up: true })
    await room.pass(minutes(1.9))
    await room.room.shorten()
    expect(name(room)).toBe(called)
    await room.pass(minutes(0.2))
    await room.room.shorten()
    expect(name(room)).not.toBe(called)
  })

  it('D7 a board that would not be four times shorter stays as it is', async () => {
    const room = await openRoom({ happened: regrouped(3000) })
    const called = name(room)
    await room.pass(minutes(5))
    await room.room.shorten()
    expect(name(room)).toBe(called)
  })

  it('L1 a disk that refuses it leaves everything as it was', async () => {
    let full = false
    const refusing = { ok: false as const, reason: 'failed' as const, problem: 'The disk is full.' }
    const room = await openRoom({
      happened: regrouped(13_000),
      store: (store) => ({ ...store, commit: (...commit) => (full ? Promise.resolve(refusing) : store.commit(...commit)) }),
    })
    const [before, called] = [bytes(room), name(room)]
    await room.pass(minutes(2))
    full = true
    await room.room.shorten()
    expect([bytes(room), name(room)]).toEqual([before, called])
  })
})
