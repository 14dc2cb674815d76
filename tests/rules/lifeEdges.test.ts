/** The life of a Plein at its edges: the door that was set already, settings that change nothing, and the very moment at which taking back ends. */
import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import { decide } from '../../shared/domain/decide.ts'
import { currentFraming } from '../../shared/domain/framings/chain.ts'
import { sealsAt } from '../../shared/domain/life/closing.ts'
import { create } from '../../shared/domain/life/create.ts'
import { aPlein, aPleinWith, closed, entered, given, keyOf, listed, opened, posted, released, type Story } from '../support/given.ts'
import { anneke, clock, fatma, joost, olga, wim } from '../support/people.ts'
import { morning, testWorld } from '../support/world.ts'

const minute = 60_000
const day = 86_400_000
const signature = { by: 'coach', seat: 'seat-joost', at: morning }
const unchanged = { code: 'nothing-changed' as const }
const close = { type: 'plein.close', confirmed: true } as const

describe('opening and the door', () => {
  test('A2 who opens is told which phase the room is in now; none without a programme', () => {
    given(aPlein('welcome', 'ideas')).when(joost, { type: 'plein.open' }).answers({ phase: 'welcome' })
    given(aPlein()).when(joost, { type: 'plein.open' }).answers({ phase: null })
  })

  test('A15 a door is open, asks, or is locked, never two of these; what it is already changes nothing', () => {
    const story = given(aPlein('welcome'), opened)
    const set = (locked: boolean, asks?: boolean) =>
      story.when(joost, { type: 'door.set', locked, ...(asks === undefined ? {} : { asks }) })
    const door = (): [boolean, boolean] => [story.plein.doorLocked, story.plein.doorAsks]
    set(false).then(unchanged)
    set(false, true)
    expect(story.events).toEqual([{ type: 'door.set', locked: false, asks: true, ...signature }])
    expect(door()).toEqual([false, true])
    set(false, true).then(unchanged)
    set(true, true)
    expect(story.events).toEqual([{ type: 'door.set', locked: true, ...signature }])
    expect(door()).toEqual([true, false])
    set(true, true).then(unchanged)
    set(true).then(unchanged)
    set(false, true)
    set(false)
    expect(story.events).toEqual([{ type: 'door.set', locked: false, ...signature }])
    expect(door()).toEqual([false, false])
  })

  test('A6 the outcome is shared once, and by the second of two coaches not again', () => {
    given(aPlein('welcome'), opened)
      .when(joost, { type: 'outcome.set', shared: false })
      .then(unchanged)
      .when(joost, { type: 'outcome.set', shared: true })
      .then([{ type: 'outcome.set', shared: true, by: 'coach' }])
      .when(anneke, { type: 'outcome.set', shared: true })
      .then(unchanged)
  })

  test.each([
    { type: 'seat.perspective', perspective: null },
    { type: 'seat.ready', phase: 'welcome', ready: true },
    { type: 'seat.hand', up: true },
  ] as const)('A9 A12 whoever has no seat has nothing that stands on one: $type', (asks) => {
    const { plein, world } = given(aPlein('welcome'), opened)
    const nobody = { ...fatma, seat: null }
    const refusal = { code: 'not-allowed', command: asks.type, role: 'participant' }
    expect(decide(plein, nobody, asks, world)).toEqual({ ok: false, refusal })
  })

  test('A15 A18 L6 who is let in, put out or asks what a text was before leaves no word in the log', () => {
    const asked: Command[] = [
      { type: 'text.earlier', stage: true },
      { type: 'door.admit', who: 'all' },
      { type: 'door.refuse' },
      { type: 'screen.admit', code: 'ABCD', role: 'screen' },
      { type: 'device.end', device: 'd' },
    ]
    for (const asks of asked) expect(given(aPlein('welcome'), opened).when(joost, asks).events).toEqual([])
  })
})

describe('what is set', () => {
  test('A10 only what is other than it was is told, setting by setting', () => {
    const story = given(aPleinWith({ perspectives: ['bewoner'] }, 'welcome'), opened)
    const set = (asks: Omit<Extract<Command, { type: 'plein.set' }>, 'type'>) => story.when(joost, { type: 'plein.set', ...asks })
    set({ title: 'Plein over het groen', settings: { ownerAdopts: true, ownerListens: true, perspectives: ['bewoner'] } })
    expect(story.events).toEqual([{ type: 'plein.set', settings: { ownerAdopts: true }, ...signature }])
    set({ settings: { address: 'http://plein.local', ownerAdopts: true } })
    expect(story.events).toEqual([{ type: 'plein.set', settings: { address: 'http://plein.local' }, ...signature }])
    set({ title: 'Plein over bomen', settings: { ownerAdopts: true } })
    expect(story.events).toEqual([{ type: 'plein.set', title: 'Plein over bomen', ...signature }])
    set({ settings: { ownerAdopts: true, address: 'http://plein.local' } }).then(unchanged)
    expect(story.plein.settings).toEqual({
      perspectives: ['bewoner'],
      ownerAdopts: true,
      ownerListens: true,
      address: 'http://plein.local',
    })
  })

  test('A10 I2 a title or a perspective that cannot be read is refused by name, and nothing else is set with it', () => {
    const story = given(aPlein('welcome'), opened)
    const ownerAdopts = true
    story.when(joost, { type: 'plein.set', title: '  ', settings: { ownerAdopts } }).then({ code: 'text-empty' })
    story
      .when(joost, { type: 'plein.set', title: 'Bomen', settings: { ownerAdopts, perspectives: ['a\u202eb'] } })
      .then({ code: 'text-forbidden', character: 'U+202E' })
    expect(story.plein).toMatchObject({ title: 'Plein over het groen', settings: { ownerAdopts: false, perspectives: [] } })
  })

  test('A10 A11 another hour of the day on which it goes is the same date, of a Plein to practise with too', () => {
    const story = given(aPlein('welcome'))
    const date = Date.UTC(2026, 3, 1)
    const until = (retainUntil: number, asked: Story = story) => asked.when(olga, { type: 'plein.set', retainUntil })
    until(date)
    until(date + day - 1).then(unchanged)
    until(date + day).then([{ type: 'plein.set', retainUntil: date + day }])
    const made = create({ title: 'Oefenen', dilemma: 'Hoe oefenen we?', practice: true }, testWorld())
    if (!made.ok) throw new Error(made.refusal.code)
    const practice = given(...made.events)
    const evening = morning + 15 * 3_600_000
    until(evening, practice).then([{ type: 'plein.set', retainUntil: Date.UTC(2026, 2, 13) }])
    until(evening + minute, practice).then(unchanged)
    until(evening + day, practice).then({ code: 'practice-ends' })
  })

  test('P10 a programme may be as long as it may be, and not one phase longer', () => {
    const of = (length: number) => {
      const programme = new Array(length).fill({ kind: 'ideas' as const })
      return create({ title: 'Plein', dilemma: 'Wat nu?', programme }, testWorld(1, { phases: 3 }))
    }
    expect(of(3)).toMatchObject({ ok: true })
    expect(of(4)).toEqual({ ok: false, refusal: { code: 'too-many-phases', maximum: 3 } })
  })

  test('A1 F1 the first wording that is adopted follows the dilemma', () => {
    const { plein } = given(aPlein('plenary'), opened, entered('plenary')).when(joost, {
      type: 'framing.adopt',
      text: 'Wie zorgt er mee?',
      sources: [],
    })
    expect([...plein.framings.values()].map(({ order }) => order)).toEqual([0, 1])
    expect(currentFraming(plein)).toMatchObject({ text: 'Wie zorgt er mee?' })
  })
})

describe('closing', () => {
  test('A3 what a coach hid and what its author withdrew is not counted as left behind', () => {
    const names = ['bank', 'boom', 'pad']
    const story = given(aPlein('ideas'), opened, entered('ideas'))
    for (const name of names) story.when(fatma, { type: 'idea.post', key: keyOf(name), as: 'idea', text: name, phase: 'ideas' })
    const [, boom] = [...story.plein.ideas.keys()]
    story.later(5000)
    const left = (unreleased: number, edits = 0) =>
      story.when(joost, { type: 'plein.close' }).then({ code: 'not-confirmed', counts: { unreleased, edits, openRounds: 0, notShown: 0 } })
    left(3)
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('bank') })
    left(2)
    story.when(joost, { type: 'idea.hide', ideas: [boom as string] })
    left(1)
    story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'idea' })
    left(0)
    story.when(fatma, { type: 'idea.edit', key: keyOf('pad'), text: 'Een pad langs het water' })
    // Until the desk was told.
    left(0)
    story.later(5000)
    left(0, 1)
  })

  test('A3 V7 a round in which nobody voted has no result that the room was not shown', () => {
    const story = given(
      aPlein('ideas', 'vote'),
      opened,
      entered('vote'),
      posted('a', 'Een'),
      posted('b', 'Twee'),
      listed('a', 'b'),
      released('a', 'b'),
    )
    story.when(joost, { type: 'round.open', over: 'ideas' })
    story.when(joost, { type: 'round.close', round: story.answer['round'] as string, confirmed: true })
    story.when(joost, { type: 'plein.close' }).then({ code: 'not-confirmed', counts: { openRounds: 0, notShown: 0 } })
  })

  test('A4 who closes is told for how long it can be taken back, and it can until that moment and not at it', () => {
    const story = given(aPlein('welcome'), opened).when(joost, close).answers({ takeBack: minute })
    story.world.pass(minute - 1)
    story.when(anneke, { type: 'plein.reopen' }).then([{ type: 'plein.reopened' }])
    story.when(joost, close).world.pass(minute)
    story.when(anneke, { type: 'plein.reopen' }).then({ code: 'too-late', seconds: 60 })
  })

  test('A4 V6 a clock that is set back by a minute lengthens the time by as much, and by more ends it', () => {
    const story = given(aPlein('welcome'), opened).when(joost, close)
    story.later(-minute).then([])
    story.later(2 * minute - 1).then([])
    story.when(anneke, { type: 'plein.reopen' }).when(joost, close)
    story.world.pass(-minute - 1)
    story.when(anneke, { type: 'plein.reopen' }).then({ code: 'too-late' })
  })

  test('A5 the server waits for the end of taking back, and for nothing when it is open, closed for good or gone', () => {
    const story = given(aPlein('welcome'), opened)
    const end = () => sealsAt(story.plein, story.world)
    expect(end()).toBeNull()
    story.when(joost, close)
    expect(end()).toBe(morning + minute)
    story.when(joost, { type: 'plein.reopen' })
    expect(end()).toBeNull()
    story.when(joost, close).later(minute)
    expect([story.plein.sealed, end()]).toEqual([true, null])
    const gone = given(aPlein('welcome'), opened, closed, { type: 'plein.deleted', by: 'server', seat: null, at: morning })
    expect(sealsAt(gone.plein, gone.world)).toBeNull()
  })

  test('A5 D7 what is closed for good stays as it is, whatever time brings', () => {
    const story = given(aPlein('welcome'), opened).when(joost, close).later(minute)
    const { epoch } = story.plein
    story.when(clock, { type: 'time.passed', renew: true }).then([])
    expect(story.events).toEqual([])
    expect(story.plein.epoch).toBe(epoch)
    story.when(wim, { type: 'undo' }).then({ code: 'plein-sealed' })
  })
})
