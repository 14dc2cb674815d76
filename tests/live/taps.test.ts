/** Taps between the room, the store and the vault, and on the wire: the pulse reaches coaches as a picture of five, and nobody else. */
import { describe, expect, it } from 'vitest'
import { memoryVault } from '../../server/keys/memory.ts'
import { ownOf, pulseOf } from '../../server/live/hall.ts'
import type { Pulse, Resonance } from '../../shared/domain/taps/taps.ts'
import { aPlein, opened } from '../support/given.ts'
import { fatma, hanna, joost, mo, type Person, ria, samir, teun } from '../support/people.ts'
import { claim, connect, join, type Phone } from '../support/phone.ts'
import { openRoom, plein, type TestRoom } from '../support/room.ts'
import { startServer } from '../support/server.ts'

const give = (it: TestRoom, who: Person, value: Pulse | null, id?: string) => it.ask(who, { type: 'tap.set', on: 'pulse', value }, id)
const own = (it: TestRoom, who: Person) => it.room.read((view) => ownOf(view.plein, who.seat!).taps)
const picture = (it: TestRoom) => it.room.read((view) => pulseOf(view.plein))
const rows = async (it: TestRoom) => (await it.store.load(plein))!.ballots
const six: [Person, Pulse][] = [
  [fatma, 'tense'],
  [ria, 'tense'],
  [samir, 'calm'],
  [hanna, 'leaving'],
  [teun, 'unsaid'],
  [mo, 'calm'],
]

describe('taps of a room', () => {
  it('H L1 what was given after a coach went on and back again in one breath is on disk', async () => {
    const it = await openRoom({ happened: [aPlein('write', 'ideas'), opened] })
    const [write, ideas] = (await it.room.read((view) => [...view.plein.order])) as [string, string]
    const tap = (value: Resonance) => it.ask(samir, { type: 'tap.set', on: 'resonance', phase: write, value })
    await it.ask(joost, { type: 'phase.enter', phase: write })
    expect(await tap('off')).toMatchObject({ ok: true })
    const answers = await Promise.all([
      it.ask(joost, { type: 'phase.enter', phase: ideas }),
      it.ask(joost, { type: 'phase.enter', phase: write }),
      tap('touches'),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await rows(it)).toHaveLength(1)
    await it.restart()
    expect(await own(it, samir)).toEqual({ [`resonance/${write}`]: 'touches' })
  })

  it('S2 nothing that is kept says between which two ideas a seat tapped, voted or was ready: it changed no document, and names no version', async () => {
    const it = await openRoom({ happened: [aPlein('ideas'), opened] })
    const [phase] = (await it.room.read((view) => [...view.plein.order])) as [string]
    expect(await it.ask(samir, { type: 'seat.ready', phase, ready: true })).toEqual({ ok: true })
    expect(await it.ask(samir, { type: 'seat.hand', up: true })).toEqual({ ok: true })
    expect(await it.ask(joost, { type: 'phase.enter', phase })).toMatchObject({ ok: true, versions: { board: expect.any(Number) } })
  })

  it('H1 H3 H5 L1 stand sealed and equally long, and come back after a restart with the same picture', async () => {
    const it = await openRoom()
    for (const [who, value] of six) expect(await give(it, who, value)).toEqual({ ok: true })
    const drawn = { calm: 1, tense: 2, leaving: 1, unsaid: 1 }
    expect(await picture(it)).toEqual(drawn)
    const sealed = await rows(it)
    expect(sealed.map(({ round }) => round)).toEqual(new Array(6).fill('pulse'))
    expect(new Set(sealed.map(({ ballot }) => [ballot.slice(0, 2), ballot.length].join())).size).toBe(1)
    const whole = JSON.stringify(await it.store.load(plein))
    for (const value of ['tense', 'leaving', 'unsaid']) expect(whole).not.toContain(value)
    await it.restart()
    for (const [who, value] of six) expect(await own(it, who)).toEqual({ pulse: value })
    // Drawn anew it would be one of six: the difference is Mo's.
    expect(await picture(it)).toEqual(drawn)
    await give(it, mo, null)
    await it.restart()
    expect([await picture(it), await own(it, mo)]).toEqual([drawn, {}])
  })

  it('L2 H1 a repeated id gives one tap; the answer that is kept says nothing of it', async () => {
    const it = await openRoom()
    await give(it, fatma, 'leaving', 'one-id')
    await give(it, fatma, 'calm')
    expect(await give(it, fatma, 'leaving', 'one-id')).toMatchObject({ ok: true })
    expect(await own(it, fatma)).toEqual({ pulse: 'calm' })
    const answers = (await it.store.load(plein))!.answers
    expect(answers.map(({ digest }) => digest)).toEqual([null, null])
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1)
  })

  it('H5 the key goes with the taps, when the Plein is closed for good', async () => {
    const it = await openRoom()
    for (const [who, value] of six) await give(it, who, value)
    expect((await it.vault.read(plein)).count).toBe(1)
    await it.ask(joost, { type: 'plein.close', confirmed: true })
    await it.pass(60_000)
    expect([await rows(it), (await it.vault.read(plein)).count, await picture(it)]).toEqual([[], 0, null])
  })

  it('H5 L1 without its key a tap is as if it was not given, and can be given again', async () => {
    const vault = memoryVault()
    const it = await openRoom({ vault })
    for (const [who, value] of six) await give(it, who, value)
    await vault.only(plein, [])
    await it.restart()
    expect([await own(it, fatma), await picture(it), await it.room.read((view) => view.unopened)]).toEqual([{}, null, {}])
    await give(it, fatma, 'unsaid')
    await it.restart()
    expect(await own(it, fatma)).toEqual({ pulse: 'unsaid' })
  })

  it('H1 L1 a disk that refuses gives no tap and no picture', async () => {
    let full = false
    const it = await openRoom({
      store: (store) => ({
        ...store,
        commit: async (...commit) => (full ? { ok: false, reason: 'failed', problem: 'disk full' } : store.commit(...commit)),
      }),
    })
    for (const [who, value] of six.slice(0, 4)) await give(it, who, value)
    full = true
    expect(await give(it, teun, 'unsaid')).toMatchObject({ ok: false, error: { code: 'storage-failed' } })
    expect([await own(it, teun), await picture(it)]).toEqual([{}, null])
  })
})

describe('the pulse on the wire', () => {
  it('H3 H4 reaches the coaches from five people on, and no other socket; a desk that is opened anew has the same picture', async () => {
    const server = await startServer()
    const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'vote' }])
    const coach = await claim(server, 'Joost', made.links.coach)
    const others = [await claim(server, 'Wim', made.links.owner), await claim(server, 'Beamer', made.links.screen)]
    await coach.ask({ type: 'plein.open' })
    const phones: Phone[] = []
    for (const [who] of six) phones.push(await join(server, who.name, made))
    const told = () => coach.told.own.filter((own) => 'pulse' in own).map(({ pulse }) => pulse)
    for (const [place, phone] of phones.slice(0, 4).entries())
      expect(await phone.ask({ type: 'tap.set', on: 'pulse', value: six[place]![1] })).toMatchObject({ ok: true })
    expect([told(), coach.hello().pulse]).toEqual([[], null])
    await phones[4]!.ask({ type: 'tap.set', on: 'pulse', value: 'unsaid' })
    const drawn = { calm: 1, tense: 2, leaving: 1, unsaid: 1 }
    await expect.poll(told).toEqual([drawn])
    await phones[5]!.ask({ type: 'tap.set', on: 'pulse', value: 'calm' })
    await phones[0]!.ask({ type: 'tap.set', on: 'pulse', value: null })
    expect((await connect(server, 'Joost', coach)).hello().pulse).toEqual(drawn)
    expect(told()).toEqual([drawn])

    // Own taps come back to the seat that gave them, and to no other.
    await expect.poll(() => phones[3]!.told.own.findLast(({ own }) => own !== undefined)?.own?.taps).toEqual({ pulse: 'leaving' })
    expect((await connect(server, 'Hanna', phones[3]!)).hello().own.taps).toEqual({ pulse: 'leaving' })
    expect(phones[5]!.told.own.flatMap(({ own }) => (own ? [own.taps] : []))).toEqual([{ pulse: 'calm' }])
    for (const { told: heard, hello } of [...others, ...phones]) {
      expect(hello().pulse).toBeNull()
      expect(heard.own.filter((own) => 'pulse' in own)).toEqual([])
    }
    for (const { received } of others) expect(Buffer.concat(received).toString('latin1')).not.toMatch(/tense|unsaid|leaving/)
    expect(await coach.say({ id: 'x'.repeat(22), type: 'tap.set', on: 'pulse', value: 'calm' })).toMatchObject({
      error: { code: 'not-allowed' },
    })
    expect(await phones[0]!.say({ id: 'y'.repeat(22), type: 'tap.set', on: 'pulse', value: 'woest' })).toMatchObject({
      error: { code: 'bad-command' },
    })
    expect(await phones[0]!.say({ id: 'z'.repeat(22), type: 'tap.set', on: 'mood-before', value: 'heavy' })).toMatchObject({
      error: { code: 'bad-command' },
    })
  })
})
