/** A refusal that is final: for its id, for good. */
import { describe, expect, it } from 'vitest'
import { sentence } from '../../client/words/sentence.ts'
import { refusalOf, refusedAnswer } from '../../server/live/answers.ts'
import type { CommitResult } from '../../server/store/contract.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { Refusal } from '../../shared/domain/refusals.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { aPlein, aPleinWith, entered, keyOf, opened } from '../support/given.ts'
import { beamer, fatma, joost, ria, samir } from '../support/people.ts'
import { claim, join, newId } from '../support/phone.ts'
import { openRoom, plein, type RoomOptions, type TestRoom } from '../support/room.ts'
import { startServer } from '../support/server.ts'
import { troubled } from '../support/stores.ts'

const soon = { timeout: 15_000 }
const full: CommitResult = { ok: false, reason: 'failed', problem: 'disk full' }
const code = (answer: Answer) => answer.ok || answer.error.code
const post = (name: string): Command => ({ type: 'idea.post', key: keyOf(name), as: 'idea', text: name, phase: 'ideas' })
const kept = async (it: TestRoom) => (await it.store.load(plein))!.answers

/** A round that is open, over three ideas with two dots for each voter, at most one on one idea. */
const voting = async (options: RoomOptions = {}) => {
  const it = await openRoom({ happened: [aPlein('ideas', ['vote', { dots: 2, maximum: 1 }]), opened, entered('ideas')], ...options })
  const did = async (command: Command): Promise<Record<string, unknown>> => {
    const answer = await it.ask(joost, command)
    expect(answer).toMatchObject({ ok: true })
    return answer
  }
  for (const text of ['Bankjes', 'Bomen', 'Water']) await did({ type: 'idea.enter', as: 'idea', text, phase: 'ideas' })
  await did({ type: 'ideas.release', ideas: 'all' })
  await did({ type: 'phase.enter', phase: 'vote' })
  const round = String((await did({ type: 'round.open', over: 'ideas' }))['round'])
  const items = await it.room.read(({ plein }) => plein.rounds.get(round)!.items.map(({ id }) => id))
  const ballots = () => it.room.read(({ plein }) => [...(plein.ballots.get(round)?.keys() ?? [])])
  const cast: Command = { type: 'ballot.cast', round, dots: { [items[0]!]: 1 } }
  return { it, did, round, items, cast, ballots }
}

describe('a refusal that is final', () => {
  it('L2 a ballot that came after the round was closed stays out when a second delivery of it comes after the round was opened again', async () => {
    const { it, did, round, cast, ballots } = await voting()
    await did({ type: 'round.close', round, confirmed: true })
    const told = await it.ask(fatma, cast, 'stem')
    expect(told).toMatchObject({ ok: false, error: { code: 'round-closed', remedy: 'rejected' } })
    await did({ type: 'round.reopen', round })
    expect(await it.ask(fatma, cast, 'stem')).toEqual(told)
    await it.restart()
    expect(await it.ask(fatma, cast, 'stem')).toEqual(told)
    expect(await ballots()).toEqual([])
    // Trying again is another command, and so is the same id of somebody else.
    expect([code(await it.ask(fatma, cast, 'nog eens')), code(await it.ask(ria, cast, 'stem'))]).toEqual([true, true])
    expect((await ballots()).sort()).toEqual(['seat-fatma', 'seat-ria'])
  })

  it('L2 L7 a message that comes after it could begin does nothing, for good; one that was carried out in time is answered as it was', async () => {
    const server = await startServer()
    const made = await server.makePlein([{ kind: 'welcome' }, { kind: 'ideas' }, { kind: 'cluster' }])
    const anneke = await claim(server, 'Anneke', made.links.coach)
    await anneke.ask({ type: 'plein.open' })
    const { now } = anneke.hello()
    const [inTime, late] = [newId(), newId()]
    const moved = await anneke.say({ id: inTime, until: now + 3_600_000, type: 'phase.next' })
    expect(moved).toMatchObject({ ok: true })
    const lapsed = await anneke.say({ id: late, until: now - 1, type: 'phase.next' })
    expect(lapsed).toMatchObject({ ok: false, error: { code: 'lapsed', remedy: 'rejected' } })
    await server.restart()
    await expect.poll(() => anneke.socket.connected, soon).toBe(true)
    expect(await anneke.say({ id: inTime, until: now - 1, type: 'phase.next' })).toEqual(moved)
    expect(await anneke.say({ id: late, until: now + 3_600_000, type: 'phase.next' })).toEqual(lapsed)
    // The room moved once.
    expect(await anneke.ask({ type: 'phase.back' })).toMatchObject({ ok: true })
    expect(await anneke.ask({ type: 'phase.back' })).toMatchObject({ ok: false, error: { code: 'no-previous-phase' } })
  })

  it('L2 it is on disk before it is told: a disk that is full says to send it again, and then it may be taken in', async () => {
    let trouble: ReturnType<typeof troubled>['trouble'] | undefined
    const { it, did, round, cast, ballots } = await voting({
      store: (store) => {
        const made = troubled(store)
        trouble = made.trouble
        return made.store
      },
    })
    await did({ type: 'round.close', round, confirmed: true })
    trouble!.next.push(full)
    expect(await it.ask(fatma, cast, 'stem')).toMatchObject({ ok: false, error: { code: 'storage-failed', remedy: 'retry' } })
    await did({ type: 'round.reopen', round })
    expect(await it.ask(fatma, cast, 'stem')).toMatchObject({ ok: true })
    expect(await ballots()).toEqual(['seat-fatma'])
  })

  it('L2 it survives that the room is thrown away and built anew after a commit that failed', async () => {
    let trouble: ReturnType<typeof troubled>['trouble'] | undefined
    const { it, did, round, cast } = await voting({
      store: (store) => {
        const made = troubled(store)
        trouble = made.trouble
        return made.store
      },
    })
    await did({ type: 'round.close', round, confirmed: true })
    const told = await it.ask(fatma, cast, 'stem')
    trouble!.next.push(full)
    expect(code(await it.ask(joost, { type: 'round.reopen', round }))).toBe('storage-failed')
    await did({ type: 'round.reopen', round })
    expect(await it.ask(fatma, cast, 'stem')).toEqual(told)
  })

  it('L2 what the door refused stays refused, and the door is not asked again', async () => {
    const asked: string[] = []
    const it = await openRoom({
      acts: { letIn: async () => (asked.push('door') === 1 ? { ok: false, code: 'nobody-waiting' } : { ok: true }) },
    })
    const letIn: Command = { type: 'door.admit', who: 'all' }
    const told = await it.ask(joost, letIn, 'binnen')
    expect(code(told)).toBe('nobody-waiting')
    expect(await it.ask(joost, letIn, 'binnen')).toEqual(told)
    await it.restart()
    expect(await it.ask(joost, letIn, 'binnen')).toEqual(told)
    expect(asked).toHaveLength(1)
    expect(code(await it.ask(joost, letIn))).toBe(true)
  })

  it('L2 R5 a command that breaks its turn stays refused, and those that waited with it are not', async () => {
    const it = await openRoom({ happened: [aPlein('ideas', 'vote'), opened, entered('ideas')] })
    let breaks = false
    // Where nothing catches it: a mistake in the room, not in the rules.
    const bad = Object.defineProperty(post('Bankjes'), 'phase', {
      enumerable: true,
      get: () => {
        if (breaks) throw new Error('broken')
        return 'ideas'
      },
    })
    const both = Promise.all([it.ask(fatma, bad, 'breekt'), it.ask(ria, post('Bomen'))])
    breaks = true
    const [told, other] = await both
    expect([code(told), code(other)]).toEqual(['bad-command', true])
    breaks = false
    expect(await it.ask(fatma, bad, 'breekt')).toEqual(told)
    await it.restart()
    expect(await it.ask(fatma, bad, 'breekt')).toEqual(told)
    expect(code(await it.ask(fatma, bad))).toBe(true)
  })

  it('L2 R5 it costs what anything costs, and once more it costs nothing', async () => {
    const { it, did, round, cast } = await voting()
    await did({ type: 'round.close', round, confirmed: true })
    const who = { seat: fatma.seat, role: 'participant' } as const
    expect(it.room.knows(who, 'stem', cast)).toBe(false)
    await it.ask(fatma, cast, 'stem')
    expect(it.room.knows(who, 'stem', cast)).toBe(true)
    const rows = (await kept(it)).length
    for (let times = 0; times < 50; times++) await it.ask(fatma, cast, 'stem')
    expect(await kept(it)).toHaveLength(rows)
  })

  it('L2 R5 nobody hears of it but who asked, and what a role may never do leaves no row', async () => {
    const it = await openRoom({ happened: [aPlein('ideas', 'vote'), opened, entered('ideas')] })
    const rows = (await kept(it)).length
    for (const ask of [{ type: 'phase.next' }, { type: 'timer.start', seconds: 60 }] as const)
      for (const who of [beamer, fatma]) expect(code(await it.ask(who, ask))).toBe('not-allowed')
    expect(await kept(it)).toHaveLength(rows)
    expect(code(await it.ask(joost, { type: 'timer.stop' }))).toBe('timer-not-running')
    expect(await kept(it)).toHaveLength(rows + 1)
    expect([it.told, it.frames]).toEqual([[], []])
  })
})

describe('what is kept of a refusal', () => {
  it('S2 names no idea and no seat: the phone keeps the id with the text that was refused', async () => {
    const it = await openRoom({ happened: [aPlein('ideas', 'vote'), opened, entered('ideas')] })
    const own = await it.ask(fatma, post('Bankjes'))
    const { idea } = own as unknown as { idea: string }
    await it.ask(fatma, { type: 'idea.withdraw', key: keyOf('Bankjes') })
    const told = await it.ask(fatma, { type: 'idea.edit', key: keyOf('Bankjes'), text: 'Bankjes in de schaduw' }, 'op de telefoon')
    expect(code(told)).toBe('idea-withdrawn')
    const row = (await kept(it)).find(({ key }) => key === it.world.hash('op de telefoon'))
    expect(row).toBeDefined()
    expect(JSON.stringify(row)).not.toContain(idea)
    expect(JSON.stringify(row)).not.toContain(fatma.seat)
    expect(JSON.stringify(row)).not.toContain('schaduw')
  })

  it('S3 A9 says nothing of a ballot, nor of a perspective', async () => {
    const { it, items, round } = await voting({
      happened: [aPleinWith({ perspectives: ['bewoner'] }, 'ideas', ['vote', { dots: 2, maximum: 1 }]), opened, entered('ideas')],
    })
    const before = (await kept(it)).map(({ key }) => key)
    const wrong: Record<string, number>[] = [{ [items[1]!]: 2 }, { [items[0]!]: 1, [items[1]!]: 1, [items[2]!]: 1 }, { 'no-such-item': 1 }]
    const told = []
    for (const dots of wrong) told.push(await it.ask(samir, { type: 'ballot.cast', round, dots }))
    told.push(await it.ask(samir, { type: 'seat.perspective', perspective: 'wethouder' }))
    expect(told.map(code)).toEqual(['over-maximum', 'over-budget', 'item-unknown', 'perspective-unknown'])
    const rows = (await kept(it)).filter(({ key }) => !before.includes(key))
    expect(rows.map(({ digest }) => digest)).toEqual([null, null, null, null])
    for (const hint of [...items, 'no-such-item', 'wethouder', '"used"', samir.seat!]) expect(JSON.stringify(rows)).not.toContain(hint)
  })

  it('S2 S3 is told so from the first time, in the same sentence as the whole of it', () => {
    const refusals: [Command['type'], Refusal][] = [
      ['ballot.cast', { code: 'over-maximum', maximum: 3, item: 'bankjes' }],
      ['ballot.enter', { code: 'over-budget', budget: 5, used: 9 }],
      ['ballot.cast', { code: 'round-closed', round: 'ronde' }],
      ['ballot.cast', { code: 'not-now', command: 'ballot.cast', phase: null }],
      ['seat.perspective', { code: 'perspective-unknown', perspective: 'wethouder' }],
      ['idea.post', { code: 'text-too-long', maximum: 500, length: 612 }],
      ['idea.post', { code: 'too-many-ideas', maximum: 50 }],
      ['idea.post', { code: 'plein-full', maximum: 5000 }],
      ['idea.place', { code: 'cluster-merged', cluster: 'groen', into: 'water', name: 'Water' }],
      ['idea.place', { code: 'cluster-removed', cluster: 'groen', name: 'Groen' }],
      ['idea.edit', { code: 'idea-withdrawn', idea: 'bankjes' }],
    ]
    for (const [type, refusal] of refusals)
      for (const locale of ['nl', 'en'] as const) {
        const { error } = refusalOf({ type } as Command, refusal, locale, sentence)
        expect(error.message).toBe(refusedAnswer(refusal, locale, sentence).error.message)
        expect(sentence(error as unknown as Refusal, locale)).toBe(error.message)
        for (const hint of ['bankjes', 'wethouder', '9']) expect(JSON.stringify(error)).not.toContain(hint)
      }
  })
})

it('L2 over real sockets: who was told that the round is closed is told so again after the server came back and the round was opened again', async () => {
  const server = await startServer()
  const made = await server.makePlein([{ kind: 'ideas', settings: { hidden: false } }, { kind: 'vote' }])
  const coach = await claim(server, 'Joost', made.links.coach)
  const phone = await join(server, 'Fatma', made)
  await coach.ask({ type: 'plein.open' })
  const desk = coach.open('board')
  await expect.poll(() => desk.maps()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(desk.maps()['plein']?.['current'])
  for (const text of ['Bankjes', 'Bomen', 'Water']) await coach.ask({ type: 'idea.enter', as: 'idea', text, phase })
  await coach.ask({ type: 'phase.next' })
  const { round } = (await coach.ask({ type: 'round.open', over: 'ideas' })) as unknown as { round: string }
  await coach.ask({ type: 'round.close', round, confirmed: true })
  const [id, cast] = [newId(), { type: 'ballot.cast', round, dots: {} } as const]
  const told = await phone.ask(cast, id)
  expect(code(told)).toBe('round-closed')
  await server.restart()
  await expect.poll(() => phone.socket.connected && coach.socket.connected, soon).toBe(true)
  expect(await coach.ask({ type: 'round.reopen', round })).toMatchObject({ ok: true })
  expect(await phone.ask(cast, id)).toEqual(told)
  expect(code(await phone.ask(cast, newId()))).toBe(true)
})
