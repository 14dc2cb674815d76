import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommandOf } from '../../shared/domain/commands.ts'
import { decide } from '../../shared/domain/decide.ts'
import { keep } from '../../shared/domain/keep.ts'
import { may } from '../../shared/domain/permissions.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { newSeat } from '../../shared/domain/state.ts'
import { concernOf } from '../../shared/domain/taps/concern.ts'
import { asksNow } from '../../shared/domain/taps/decide.ts'
import { dotsOf, markOf, tapForm } from '../../shared/domain/taps/form.ts'
import { ownTaps, pictureOf } from '../../shared/domain/taps/picture.ts'
import { isTapId, type Mood, type Pulse, type TapId, tapIdOf, tapNames, tapOf, taps } from '../../shared/domain/taps/taps.ts'
import { aPlein, entered, given, opened, type Story } from '../support/given.ts'
import { beamer, fatma, hanna, joost, mo, type Person, ria, samir, teun, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { runs } from '../support/runs.ts'

const people = [fatma, ria, samir, hanna, teun, mo]
const seventh: Person = { ...fatma, name: 'Zeynep', seat: 'seat-zeynep' }
const room = () => {
  const story = given(aPlein('ideas', 'vote'), opened, entered('ideas'))
  story.plein.seats.set('seat-zeynep', newSeat('seat-zeynep', 'participant'))
  return story
}
const pulse = (value: Pulse | null): CommandOf<'tap.set'> => ({ type: 'tap.set', on: 'pulse', value })
/** A phase of now of this kind. */
const during = (kind: PhaseKind) => {
  const story = given(aPlein(kind, 'vote'), opened, entered(kind))
  story.plein.seats.set('seat-zeynep', newSeat('seat-zeynep', 'participant'))
  return story
}

describe('one tap', () => {
  test('H1 it stands on the seat: no event, no answer; another replaces it, and null takes it back', () => {
    const story = room()
    story.when(fatma, pulse('tense')).then([]).answers({})
    expect([ownTaps(story.plein, fatma.seat!), ownTaps(story.plein, ria.seat!)]).toEqual([{ pulse: 'tense' }, {}])
    story.when(fatma, pulse('unsaid')).then([])
    expect(ownTaps(story.plein, fatma.seat!)).toEqual({ pulse: 'unsaid' })
    story.when(fatma, pulse(null)).then([])
    expect(ownTaps(story.plein, fatma.seat!)).toEqual({})
    // Nothing has changed, so nothing is stored.
    story.when(fatma, pulse(null))
    expect(story.last).toMatchObject({ ok: true, ledger: [] })
  })

  test('H2 H4 the pulse is a participant’s, whenever the Plein is open', () => {
    const story = room()
    for (const who of [joost, wim, beamer]) story.when(who, pulse('calm')).then({ code: 'not-allowed', command: 'tap.set', role: who.role })
    expect(may(story.plein, 'participant')).toContain('tap.set')
    expect([may(story.plein, 'owner'), may(story.plein, 'coach')].flat()).not.toContain('tap.set')
    given(aPlein('ideas')).when(fatma, pulse('calm')).then({ code: 'plein-not-open' })
  })

  test('H2 a mood belongs to a burst, resonance to writing before the room, and to the one that is going on', () => {
    const mood = (phase: string): CommandOf<'tap.set'> => ({ type: 'tap.set', on: 'mood-before', phase, value: 'heavy' })
    const touches = (phase: string): CommandOf<'tap.set'> => ({ type: 'tap.set', on: 'resonance', phase, value: 'touches' })
    const burst = during('burst')
    burst.when(fatma, mood('burst')).then([]).when(wim, mood('burst')).then([])
    burst.when(fatma, mood('vote')).then({ code: 'not-now' }).when(fatma, mood('nergens')).then({ code: 'phase-unknown' })
    burst
      .when(fatma, touches('burst'))
      .then({ code: 'not-now', command: 'tap.set', phase: 'burst' })
      .when(joost, mood('burst'))
      .then({ code: 'not-allowed' })
    expect([asksNow(burst.plein, 'owner', null), asksNow(burst.plein, 'screen', null)]).toEqual([
      null,
      { code: 'not-now', command: 'tap.set', phase: 'burst' },
    ])
    const write = during('write')
    write.when(fatma, touches('write')).then([]).when(wim, touches('write')).then({ code: 'not-allowed' })
    write.when(fatma, mood('write')).then({ code: 'not-now', phase: 'write' })
    room().when(fatma, mood('ideas')).then({ code: 'not-now', phase: 'ideas' })
  })

  test('H5 resonance goes with its phase, a mood and the pulse with the Plein that is closed for good', () => {
    const write = during('write')
    write.when(fatma, { type: 'tap.set', on: 'resonance', phase: 'write', value: 'off' }).when(fatma, pulse('calm'))
    write.when(joost, { type: 'phase.next' })
    expect([...write.plein.taps.keys()]).toEqual(['pulse'])
    const burst = during('burst')
    burst.when(fatma, { type: 'tap.set', on: 'mood-after', phase: 'burst', value: 'light' }).when(fatma, pulse('calm'))
    burst.when(joost, { type: 'phase.next' })
    expect([...burst.plein.taps.keys()]).toEqual(['mood-after/burst', 'pulse'])
    burst.when(joost, { type: 'plein.close', confirmed: true })
    expect(burst.plein.taps.size).toBe(2)
    burst.later(60_000)
    expect(burst.plein.sealed && burst.plein.taps.size).toBe(0)
  })
})

describe('the mood around a burst', () => {
  const mood = (on: 'mood-before' | 'mood-after', value: Mood | null): CommandOf<'tap.set'> => ({
    type: 'tap.set',
    on,
    phase: 'burst',
    value,
  })
  const tapped = (story: Story, on: 'mood-before' | 'mood-after', ...values: (Mood | null)[]): void => {
    for (const [place, value] of values.entries()) story.when(people[place]!, mood(on, value))
  }

  test('H6 S4 becomes one event when the burst is left, as it was told; of fewer than three people nothing', () => {
    const few = during('burst')
    tapped(few, 'mood-before', 'heavy', 'heavy')
    few.when(joost, { type: 'phase.next' }).then([{ type: 'phase.entered' }])

    const story = during('burst')
    tapped(story, 'mood-before', 'heavy', 'heavy', 'neutral', 'light')
    tapped(story, 'mood-after', 'light', 'light')
    const before = { heavy: 2, neutral: 1, light: 0 }
    story
      .when(joost, { type: 'phase.next' })
      .then([{ type: 'mood.counted', phase: 'burst', before, after: null, by: 'server', seat: null }, { type: 'phase.entered' }])
    expect(maps(replay(story.log).board)['moods']).toEqual({ burst: { before, after: null } })
  })

  test('H6 a burst that is entered again goes on, and is counted again only with another picture', () => {
    const story = during('burst')
    tapped(story, 'mood-before', 'heavy', 'heavy', 'neutral')
    story.when(joost, { type: 'phase.next' }).when(joost, { type: 'phase.back' })
    expect(ownTaps(story.plein, fatma.seat!)).toEqual({ 'mood-before/burst': 'heavy' })
    story.when(joost, { type: 'phase.next' }).then([{ type: 'phase.entered' }])
    story.when(joost, { type: 'phase.back' })
    tapped(story, 'mood-after', 'light', 'light', 'light')
    const pair = { before: { heavy: 2, neutral: 1, light: 0 }, after: { heavy: 0, neutral: 0, light: 3 } }
    story
      .when(joost, { type: 'plein.close', confirmed: true })
      .later(60_000)
      .then([{ type: 'mood.counted', ...pair }, { type: 'plein.sealed' }])
    expect(story.plein.moods.get('burst')).toEqual(pair)
  })
})

describe('the picture of a tap', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])('H3 S4 of %i people: the pulse from five on, a mood and resonance from three on', (count) => {
    const drawn = (kind: PhaseKind, command: CommandOf<'tap.set'>) => {
      const story = during(kind)
      for (const who of [...people, seventh].slice(0, count)) story.when(who, command).then([])
      return pictureOf(story.plein, tapIdOf(command))
    }
    expect(drawn('ideas', pulse('tense'))).toEqual(count < 5 ? null : { calm: 0, tense: 5, leaving: 0, unsaid: 0 })
    const inThrees = count < 3 ? null : count - (count % 3)
    const mood = { type: 'tap.set', on: 'mood-before', phase: 'burst', value: 'light' } as const
    expect(drawn('burst', mood)).toEqual(inThrees && { heavy: 0, neutral: 0, light: inThrees })
    const resonance = { type: 'tap.set', on: 'resonance', phase: 'write', value: 'off' } as const
    expect(drawn('write', resonance)).toEqual(inThrees && { touches: 0, off: inThrees })
  })

  test('H3 S4 whoever changes, takes back or comes in alone is not to be seen', () => {
    const story = room()
    for (const who of people.slice(0, 5)) story.when(who, pulse('calm'))
    const before = pictureOf(story.plein, 'pulse')
    expect(before).toEqual({ calm: 5, tense: 0, leaving: 0, unsaid: 0 })
    const alone: [Person, Pulse | null][] = [
      [mo, 'leaving'],
      [fatma, 'leaving'],
      [ria, null],
      [seventh, 'unsaid'],
      // Back and forth makes one person no more than one.
      [fatma, 'tense'],
      [fatma, 'leaving'],
    ]
    for (const [who, value] of alone) {
      story.when(who, pulse(value))
      expect(pictureOf(story.plein, 'pulse')).toEqual(before)
    }
    story.when(samir, pulse('tense'))
    expect(pictureOf(story.plein, 'pulse')).toEqual({ calm: 2, tense: 1, leaving: 2, unsaid: 1 })
  })

  test('H3 S1 a new picture is written in an order that does not tell who tapped first', () => {
    const story = room()
    for (const who of [teun, samir, mo, ria, fatma]) story.when(who, pulse('calm'))
    const written = story.last?.ok ? story.last.ledger.flatMap((row) => ('seat' in row ? [row.seat] : [])) : []
    expect(written).toEqual([fatma, mo, ria, samir, teun].map(({ seat }) => seat))
  })

  test('H3 S4 whatever is tapped in whatever order, no picture is of too few, and no two in a row differ in too few', () => {
    const seats = Array.from({ length: 12 }, (_, place) => `seat-${place}`)
    const tapped = fc.tuple(fc.nat(11), fc.constantFrom<Pulse | null>('calm', 'tense', 'leaving', 'unsaid', null))
    fc.assert(
      fc.property(fc.array(tapped, { maxLength: 80 }), (acts) => {
        const story = room()
        const values = new Map<string, Pulse>()
        let drawn = new Map<string, Pulse>()
        for (const [place, value] of acts) {
          const seat = seats[place]!
          const decision = decide(story.plein, { role: 'participant', seat, posted: 0 }, pulse(value), story.world)
          if (!decision.ok) throw new Error('refused')
          keep(story.plein, decision.ledger)
          if (value === null) values.delete(seat)
          else values.set(seat, value)
          if (seats.filter((one) => values.get(one) !== drawn.get(one)).length >= 5) drawn = new Map(values)
          const counts = { calm: 0, tense: 0, leaving: 0, unsaid: 0 }
          for (const one of drawn.values()) counts[one] += 1
          expect(pictureOf(story.plein, 'pulse')).toEqual(drawn.size < 5 ? null : counts)
        }
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('a tap as it is sealed', () => {
  test('H5 it comes out as it went in, and nothing else does', () => {
    const ids = tapNames.map((on): TapId => (on === 'pulse' ? 'pulse' : `${on}/p1`))
    for (const id of ids) {
      const { values } = taps[tapOf(id).on]
      const all = [null, ...values]
      for (const now of all) for (const told of all) expect(markOf(id, dotsOf({ now, told }))).toEqual({ now, told })
      const [first, second] = values
      for (const side of ['now', 'told']) {
        expect(markOf(id, { [`${side}/${first}`]: 1, [`${side}/${second}`]: 1 })).toBeNull()
        expect(markOf(id, { [`${side}/${first}`]: 2 })).toBeNull()
      }
      const both = ['now', 'told'].flatMap((side) => values.map((value) => ({ id: `${side}/${value}` })))
      expect(tapForm(id)).toEqual({ items: both, budget: 1 })
    }
    expect([isTapId('pulse'), isTapId('mood-before/p1'), isTapId('mood-before'), isTapId('pulse/p1'), isTapId('kZ3-round')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(tapForm('kZ3-round')).toBeNull()
  })
})

describe('what a coach may think of', () => {
  test('H4 the concern of most, of at least two people and a fifth of all; one person alone is none', () => {
    const of = (calm: number, tense: number, leaving: number, unsaid: number) => concernOf({ calm, tense, leaving, unsaid })
    expect([of(4, 1, 0, 0), of(2, 1, 1, 1), of(19, 0, 2, 2), of(0, 0, 0, 5)]).toEqual(['calm', 'calm', 'calm', 'unsaid'])
    expect([of(13, 6, 0, 0), of(8, 2, 0, 0), of(0, 2, 2, 2), of(3, 3, 2, 2)]).toEqual(['tense', 'tense', 'leaving', 'tense'])
  })
})
