import { describe, expect, it } from 'vitest'
import { sentence } from '../../client/words/sentence.ts'
import { access as createAccess } from '../../server/access/access.ts'
import { createAddresses } from '../../server/addresses.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Log } from '../../server/live/contract.ts'
import { createLive, type Live } from '../../server/live/live.ts'
import type { CommitResult } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { world as createWorld } from '../../server/world.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { aPlein, closed, entered, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { fatma, joost } from '../support/people.ts'
import { maps } from '../support/replica.ts'
import { openRoom, plein, quietLog, testTimers } from '../support/room.ts'
import { testWorld } from '../support/world.ts'

const post = (name: string, text: string): Command => ({ type: 'idea.post', key: keyOf(name), as: 'idea', text, phase: 'ideas' })
const happened = [aPlein('ideas', 'vote'), opened, entered('ideas'), posted('banken', 'Meer bankjes'), listed('banken'), released('banken')]
const refusal = { ok: false, error: { code: 'storage-failed', remedy: 'retry' } }

const heard = (): { log: Log; lines: Record<string, unknown>[] } => {
  const lines: Record<string, unknown>[] = []
  return { lines, log: { ...quietLog, error: (facts) => lines.push(facts) } }
}

describe('a Plein that breaks a rule', () => {
  it('R6 C1 a breach in memory: one alarm, no write, reading goes on, and a restart makes it well', async () => {
    const { log, lines } = heard()
    const it = await openRoom({ happened, log })
    await it.room.inspect()
    expect([it.room.isBroken(), lines]).toEqual([false, []])
    expect(await it.ask(fatma, post('bomen', 'Meer bomen'), 'bomen')).toMatchObject({ ok: true })

    await it.room.read((view) => Object.assign(view.plein.ideas.get('banken')!, { cluster: 'nergens' }))
    const stored = await it.store.load(plein)
    await it.room.inspect()
    await it.room.inspect()
    expect(lines).toEqual([{ plein, breaches: expect.arrayContaining(['C1 the cluster of an idea is there']) }])
    expect(JSON.stringify(lines)).not.toMatch(/bankjes|banken|seat-/)
    expect([it.room.isBroken(), it.room.refuses(), it.notices]).toEqual([true, true, [{ notice: 'storage-failed' }]])

    for (const [who, command] of [
      [fatma, post('water', 'Een vijver')],
      [joost, { type: 'phase.next' }],
      [joost, { type: 'plein.close', confirmed: true }],
    ] as const)
      expect(await it.ask(who, command, command.type)).toMatchObject(refusal)
    // Neither the room's own business, nor a disk that says it is well, changes that.
    await it.pass(120_000)
    expect([await it.store.load(plein), it.room.refuses(), it.notices.length]).toEqual([stored, true, 1])
    // What was answered before is answered the same (L2), and everything can be read.
    expect(await it.ask(fatma, post('bomen', 'Meer bomen'), 'bomen')).toMatchObject({ ok: true })
    expect(Object.keys(maps(it.newcomer('board'))['ideas'] ?? {})).toEqual(['banken'])

    await it.restart()
    expect([it.room.isBroken(), it.room.refuses()]).toEqual([false, false])
    expect(await it.ask(fatma, post('water', 'Een vijver'), 'idea.post')).toMatchObject({ ok: true })
  })

  it('R6 R1 a breach on disk: found as soon as it is loaded, each time', async () => {
    const { log, lines } = heard()
    const round = { round: 'stemming', by: 'coach', seat: null, at: 1 } as const
    const items = [
      { id: 'banken', letter: 'A', name: null },
      { id: 'bomen', letter: 'B', name: null },
    ]
    const it = await openRoom({
      log,
      happened: [
        ...happened,
        posted('bomen', 'Meer bomen'),
        entered('vote'),
        { type: 'round.opened', ...round, phase: 'vote', over: 'ideas', question: null, items, budget: 2, maximum: 1 },
        { type: 'round.counted', ...round, cast: 3, ballots: [{ banken: 2 }, {}], perspectives: [], final: null },
      ],
    })
    await it.restart()
    const breaches = ['R1 as many ballots were counted as were cast', 'R1 nobody is over the budget, or over the maximum for one item']
    expect(lines).toEqual([
      { plein, breaches },
      { plein, breaches },
    ])
    expect(await it.ask(joost, { type: 'phase.back' })).toMatchObject(refusal)
    expect(await it.room.read((view) => view.plein.current)).toBe('vote')
  })

  it('R6 L1 a log with a gap is a breach', async () => {
    const { log, lines } = heard()
    const it = await openRoom({
      log,
      happened,
      store: (store) => ({
        ...store,
        commit: async () => ({ ok: false, reason: 'failed', problem: 'disk full' }),
        load: async (id) => {
          const loaded = (await store.load(id))!
          return { ...loaded, events: loaded.events.filter(({ event }) => event.type !== 'desk.listed') }
        },
      }),
    })
    // A commit that fails has the room built anew.
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject(refusal)
    expect(lines).toContainEqual({ plein, breaches: ['L1 the log has no gap'] })
    expect(it.room.isBroken()).toBe(true)
  })

  it('R6 a disk that is well again does not make a broken Plein well', async () => {
    let full = true
    let probed: (result: CommitResult) => void = () => {}
    const it = await openRoom({
      happened,
      store: (store) => ({
        ...store,
        commit: async (...commit) => (full ? { ok: false, reason: 'failed', problem: 'disk full' } : store.commit(...commit)),
        probe: () => new Promise((answer) => (probed = answer)),
      }),
    })
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject(refusal)
    await it.pass(2000)
    await it.room.read((view) => view.plein.keys.set('hash', 'nergens'))
    await it.room.inspect()
    full = false
    probed({ ok: true })
    await it.pass(10_000)
    expect([it.notices, it.room.refuses()]).toEqual([[{ notice: 'storage-failed' }], true])
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject(refusal)
  })

  it('R6 A5 a Plein that closes while it is broken is not sealed on a state that nobody can trust, but after a restart', async () => {
    const it = await openRoom({ happened: [...happened, closed] })
    await it.room.read((view) => view.plein.keys.set('hash', 'nergens'))
    await it.room.inspect()
    await it.pass(3_600_000)
    expect((await it.store.load(plein))?.events.at(-1)?.event.type).toBe('plein.closed')
    await it.restart()
    await it.pass(1000)
    expect((await it.store.load(plein))?.events.at(-1)?.event.type).toBe('plein.sealed')
  })
})

it('R6 a running server looks each minute, counts it for the metrics, and goes on with the others', async () => {
  const { log, lines } = heard()
  const clock = testWorld()
  const world = createWorld(domainLimits, clock.now)
  const { timers, pass } = testTimers(clock)
  const store = memoryStore('t')
  const access = createAccess({ store, world, limits: defaultLimits, state: (one) => live.state(one) })
  const addresses = createAddresses({ port: () => 3000, host: null, publicUrl: null })
  const given = { store, vault: memoryVault(), world, timers, limits: defaultLimits, log, access, addresses, say: sentence }
  const counted = { refused: () => undefined, closed: () => undefined }
  const live: Live = createLive({ ...given, counted, allows: () => true, entered: () => () => undefined })
  const make = async () => {
    const made = await live.rooms.create({ title: 'Het groen', dilemma: 'Wie zorgt ervoor?', programme: [{ kind: 'ideas' }] })
    return made.ok ? made.plein : ''
  }
  const [sick, well] = [await make(), await make()]
  live.begin()
  await live.rooms.read(well, () => null)
  await live.rooms.read(sick, (state) => state.order.push('nergens'))
  expect(await live.counts()).toMatchObject({ pleins: 2, broken: 0 })
  await expect
    .poll(() => {
      pass(60_000)
      return live.counts()
    })
    .toMatchObject({ broken: 1 })
  expect(lines).toEqual([{ plein: sick, breaches: ['P6 every phase has one place', 'P6 what has a place is there'] }])
  expect(await live.rooms.set(sick, { title: 'Anders' })).toMatchObject({ ok: false, refusal: { code: 'storage-failed' } })
  expect(await live.rooms.set(well, { title: 'Anders' })).toEqual({ ok: true })
  expect(await live.rooms.read(sick, ({ title }) => title)).toBe('Het groen')
  await live.drain()
})
