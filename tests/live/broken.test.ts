import { describe, expect, it } from 'vitest'
import { sentence } from '../../client/words/sentence.ts'
import { access as createAccess } from '../../server/access/access.ts'
import { createAddresses } from '../../server/addresses.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Log } from '../../server/live/contract.ts'
import { createLive, type Live } from '../../server/live/live.ts'
import type { CommitResult, Store } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { world as createWorld } from '../../server/world.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import type { PleinId } from '../../shared/domain/state.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { aPlein, closed, entered, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { fatma, joost } from '../support/people.ts'
import { maps } from '../support/replica.ts'
import { openRoom, plein, quietLog, testTimers } from '../support/room.ts'
import { testWorld } from '../support/world.ts'

const post = (name: string, text: string): Command => ({ type: 'idea.post', key: keyOf(name), as: 'idea', text, phase: 'ideas' })
const happened = [aPlein('ideas', 'vote'), opened, entered('ideas'), posted('banken', 'Meer bankjes'), listed('banken'), released('banken')]
const refusal = { ok: false, error: { code: 'storage-failed', remedy: 'retry' } }

const heard = (): { log: Log; lines: Record<string, unknown>[]; texts: string[] } => {
  const lines: Record<string, unknown>[] = []
  const texts: string[] = []
  const error: Log['error'] = (facts, text) => {
    lines.push(facts)
    texts.push(text)
  }
  return { lines, texts, log: { ...quietLog, error } }
}

/** A store that reads a log with a gap of whatever is `torn`: what is on disk breaks a rule. */
const tearable = () => {
  const torn = new Set<PleinId>()
  const store = (whole: Store): Store => ({
    ...whole,
    load: async (id) => {
      const loaded = await whole.load(id)
      const last = loaded?.version
      const numbered = loaded?.events.map((one) => ({ ...one, version: one.version === last ? last + 1 : one.version }))
      return loaded && numbered && torn.has(id) ? { ...loaded, events: numbered } : loaded
    },
  })
  return { torn, store }
}

describe('a Plein that breaks a rule', () => {
  it('R6 C1 a breach in memory only: one line, it is built anew from what is on disk, and everybody goes on', async () => {
    const { log, lines, texts } = heard()
    const it = await openRoom({ happened, log })
    await it.room.inspect()
    expect([it.room.wasRebuilt(), lines]).toEqual([false, []])
    expect(await it.ask(fatma, post('bomen', 'Meer bomen'), 'bomen')).toMatchObject({ ok: true })

    const names = it.room.documents('coach')
    const frames = it.frames.length
    await it.room.read((view) => Object.assign(view.plein.ideas.get('banken')!, { cluster: 'nergens' }))
    await it.room.inspect()
    await it.room.inspect()
    expect(lines).toEqual([{ plein, breaches: expect.arrayContaining(['C1 the cluster of an idea is there']) }])
    expect(JSON.stringify(lines)).not.toMatch(/bankjes|banken|seat-/)
    expect(texts[0]).toContain('in memory: it is built anew from what is on disk')
    expect([it.room.wasRebuilt(), it.room.isBroken(), it.room.refuses(), it.notices]).toEqual([true, false, false, []])
    expect(await it.room.read((view) => view.plein.ideas.get('banken')?.cluster)).toBe(null)

    // Nothing wrong was sent, so readers keep what they have (L3); what was answered is answered the same (L2).
    expect([it.room.documents('coach'), it.frames.length, it.told.includes('renamed')]).toEqual([names, frames, false])
    expect(await it.ask(fatma, post('bomen', 'Meer bomen'), 'bomen')).toMatchObject({ ok: true })
    expect(await it.ask(fatma, post('water', 'Een vijver'), 'water')).toMatchObject({ ok: true })
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject({ ok: true })
    expect(maps(it.follower('board'))).toEqual(maps(it.newcomer('board')))
  })

  it('R6 L1 it is built anew between two turns of people who are at work: each is answered, and nothing is lost or twice', async () => {
    const it = await openRoom({ happened, damaged: true })
    const names = Array.from({ length: 6 }, (_, at) => `bank-${at}`)
    const asks = names.flatMap((name) => [it.ask(fatma, post(name, name)), it.ask(joost, { type: 'plein.set', title: name })])
    // After the first of their turns: on this state every other one would be refused.
    const damaged = it.room.read((view) => Object.assign(view.plein, { stage: 'closed' }))
    // Whoever reads in the same moment reads on.
    const [answers] = await Promise.all([Promise.all(asks), damaged, it.room.inspect(), it.room.read(() => null)])
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    expect(it.room.wasRebuilt()).toBe(true)
    expect(await it.room.read((view) => [view.plein.ideas.size, view.plein.keys.size])).toEqual([7, 6])
    expect(maps(it.follower('board'))).toEqual(maps(it.newcomer('board')))
  })

  it('R6 L3 documents into which memory wrote what is not in the log begin anew under another name', async () => {
    const it = await openRoom({ happened })
    const { board } = it.room.documents('screen')
    await it.room.read((view) => Object.assign(view.plein.ideas.get('banken')!, { text: 'Beschadigd' }))
    expect(await it.ask(joost, { type: 'cluster.create', name: 'Zitten', ideas: ['banken'] })).toMatchObject({ ok: true })
    expect(maps(it.follower('board'))['ideas']).toMatchObject({ banken: { text: 'Beschadigd' } })
    await it.room.read((view) => view.plein.keys.set('hash', 'nergens'))
    await it.room.inspect()
    expect(it.told.filter((what) => what === 'renamed')).toEqual(['renamed'])
    expect(it.room.documents('screen')).toMatchObject({ board: `${board}.1` })
    expect(maps(it.newcomer('board'))['ideas']).toMatchObject({ banken: { text: 'Meer bankjes' } })
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject({ ok: true })
    expect(maps(it.follower('board'))).toEqual(maps(it.newcomer('board')))
  })

  it('R6 a breach in memory that is on disk too: one alarm, no write, reading goes on', async () => {
    const { log, lines, texts } = heard()
    const { torn, store } = tearable()
    const it = await openRoom({ happened, log, store })
    expect(await it.ask(fatma, post('bomen', 'Meer bomen'), 'bomen')).toMatchObject({ ok: true })
    await it.room.read((view) => view.plein.keys.set('hash', 'nergens'))
    torn.add(plein)
    const stored = await it.store.load(plein)
    await it.room.inspect()
    await it.room.inspect()
    expect(lines.map(({ breaches }) => breaches)).toEqual([['I4 a key opens an idea that is there'], ['L1 the log has no gap']])
    expect(texts[1]).toContain('until the server starts with a backup, or a version, in which it holds')
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

  it('R6 a disk that cannot be read while it is built anew is tried again, and nothing is lost', async () => {
    let unreadable = false
    const store = (given: Store): Store => ({
      ...given,
      load: async (id) => (unreadable ? Promise.reject(new Error('EIO')) : given.load(id)),
    })
    const it = await openRoom({ happened, store })
    await it.room.read((view) => view.plein.keys.set('hash', 'nergens'))
    unreadable = true
    await it.room.inspect()
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject(refusal)
    expect(Object.keys(maps(it.newcomer('board'))['ideas'] ?? {})).toEqual(['banken'])
    unreadable = false
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject({ ok: true })
    expect(it.room.isBroken()).toBe(false)
  })

  it('R6 L1 an old log whose events lack a field is no reason to stop: one line, and writing goes on', async () => {
    const { log, lines } = heard()
    const round = { round: 'stemming', by: 'coach', seat: null, at: 1 } as const
    const items = [
      { id: 'banken', letter: 'A', name: null },
      { id: 'bomen', letter: 'B', name: null },
    ]
    const opening = { type: 'round.opened', ...round, phase: 'vote', over: 'ideas', question: null, items, budget: 2, maximum: 1 } as const
    const { perspectives: _, ...counted } = {
      type: 'round.counted',
      ...round,
      cast: 0,
      ballots: null,
      perspectives: [],
      final: null,
    } as const
    const old = [...happened, posted('bomen', 'Meer bomen'), entered('vote'), opening, counted as PleinEvent]
    const it = await openRoom({ log, happened: old, threw: () => undefined })
    expect(lines).toEqual([{ plein, look: 'votes', problem: expect.stringContaining('TypeError') }])
    await it.room.inspect()
    expect([lines.length, it.room.isUnchecked(), it.room.isBroken(), it.room.wasRebuilt()]).toEqual([1, true, false, false])
    expect(await it.ask(joost, { type: 'phase.back' })).toMatchObject({ ok: true })
    expect(await it.room.read((view) => view.plein.current)).toBe('ideas')
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
    // Built anew it would be the same: a minute later nothing is said or loaded again.
    await it.room.inspect()
    expect([lines.length, it.room.wasRebuilt()]).toEqual([2, false])
    expect(await it.ask(joost, { type: 'phase.back' })).toMatchObject(refusal)
    expect(await it.room.read((view) => view.plein.current)).toBe('vote')
  })

  it('R6 L1 a log with a gap is a breach', async () => {
    const { log, lines } = heard()
    const { torn, store: tear } = tearable()
    torn.add(plein)
    const it = await openRoom({
      log,
      happened,
      store: (store) => ({
        ...tear(store),
        commit: async () => ({ ok: false, reason: 'failed', problem: 'disk full' }),
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
    const { torn, store: tear } = tearable()
    const it = await openRoom({
      happened,
      store: (store) => ({
        ...tear(store),
        commit: async (...commit) => (full ? { ok: false, reason: 'failed', problem: 'disk full' } : store.commit(...commit)),
        probe: () => new Promise((answer) => (probed = answer)),
      }),
    })
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject(refusal)
    await it.pass(2000)
    await it.room.read((view) => view.plein.keys.set('hash', 'nergens'))
    torn.add(plein)
    await it.room.inspect()
    full = false
    probed({ ok: true })
    await it.pass(10_000)
    expect([it.notices, it.room.refuses()]).toEqual([[{ notice: 'storage-failed' }], true])
    expect(await it.ask(joost, { type: 'phase.next' })).toMatchObject(refusal)
  })

  it('R6 A5 a Plein that closes while it is broken is not sealed on a state that nobody can trust, but after a restart', async () => {
    const { torn, store } = tearable()
    const it = await openRoom({ happened: [...happened, closed], store })
    await it.room.read((view) => view.plein.keys.set('hash', 'nergens'))
    torn.add(plein)
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
  const { torn, store: tear } = tearable()
  const store = tear(memoryStore('t'))
  const access = createAccess({ store, world, limits: defaultLimits, state: (one) => live.state(one) })
  const addresses = createAddresses({ port: () => 3000, host: null, publicUrl: null })
  const given = { store, vault: memoryVault(), world, timers, limits: defaultLimits, log, access, addresses, say: sentence }
  const watch = () => ({ refused: () => undefined, closed: () => undefined })
  const live: Live = createLive({ ...given, watch, allows: () => true, entered: () => () => undefined })
  const make = async () => {
    const made = await live.rooms.create({ title: 'Het groen', dilemma: 'Wie zorgt ervoor?', programme: [{ kind: 'ideas' }] })
    return made.ok ? made.plein : ''
  }
  const [sick, dizzy, well] = [await make(), await make(), await make()]
  live.begin()
  await live.rooms.read(well, () => null)
  for (const one of [sick, dizzy]) await live.rooms.read(one, (state) => state.order.push('nergens'))
  torn.add(sick)
  expect(await live.counts()).toMatchObject({ pleins: 3, broken: 0, rebuilt: 0 })
  await expect
    .poll(() => {
      pass(60_000)
      return live.counts()
    })
    .toMatchObject({ broken: 1, rebuilt: 2, unchecked: 0 })
  const breaches = ['P6 every phase has one place', 'P6 what has a place is there']
  expect(lines).toEqual([
    { plein: sick, breaches },
    { plein: sick, breaches: ['L1 the log has no gap'] },
    { plein: dizzy, breaches },
  ])
  expect(await live.rooms.set(dizzy, { title: 'Anders' })).toEqual({ ok: true })
  expect(await live.rooms.set(sick, { title: 'Anders' })).toMatchObject({ ok: false, refusal: { code: 'storage-failed' } })
  expect(await live.rooms.set(well, { title: 'Anders' })).toEqual({ ok: true })
  expect(await live.rooms.read(sick, ({ title }) => title)).toBe('Het groen')
  await live.drain()
})
