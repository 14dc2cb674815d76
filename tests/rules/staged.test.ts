import { describe, expect, test } from 'vitest'
import { currentFraming } from '../../shared/domain/framings/chain.ts'
import { arisingOf } from '../../shared/domain/framings/form.ts'
import type { Resonance } from '../../shared/domain/taps/taps.ts'
import { aPleinWith, entered, given, opened, type Story } from '../support/given.ts'
import { beamer, fatma, hanna, joost, mo, ria, samir, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

const people = [fatma, ria, samir, hanna, mo]
const room = (kind: 'write' | 'plenary' = 'write') => given(aPleinWith({ ownerAdopts: true }, 'write', 'plenary'), opened, entered(kind))
const tap = (value: Resonance | null) => ({ type: 'tap.set' as const, on: 'resonance' as const, phase: 'write', value })
const adopt = (text: string) => ({ type: 'framing.adopt' as const, text, sources: [], form: 'room' as const })
const say = (story: Story, values: readonly Resonance[]) => {
  for (const [at, value] of values.entries()) story.when(people[at]!, tap(value)).then([])
  return story
}

describe('writing before the room', () => {
  test('W2 a wording is adopted as written before the room only after there was such a phase, by the owner or a coach', () => {
    room('plenary').when(wim, adopt('Van wie is de kade?')).then({ code: 'not-now', phase: 'plenary' })
    given(aPleinWith({ ownerAdopts: true }, 'write'))
      .when(joost, adopt('Van wie is de kade?'))
      .then({ code: 'not-now', phase: null })
    for (const [who, by] of [
      [wim, 'owner'],
      [joost, 'coach'],
    ] as const) {
      const story = room().when(who, adopt('Van wie is de kade?'))
      expect(currentFraming(story.plein)).toMatchObject({ by, form: 'room', phase: 'write' })
      expect(arisingOf(currentFraming(story.plein)!)).toBe('room')
    }
    // It stays there when the room has gone on.
    expect(currentFraming(room().when(joost, { type: 'phase.next' }).when(joost, adopt('Later?')).plein)).toMatchObject({ form: 'room' })
    for (const who of [fatma, beamer]) room().when(who, adopt('Anders?')).then({ code: 'not-allowed' })
  })

  test.each([
    [[], undefined],
    [['touches'], undefined],
    [['touches', 'off'], undefined],
    [['touches', 'off', 'touches'], { touches: 2, off: 1 }],
    [['touches', 'off', 'touches', 'off', 'off'], { touches: 2, off: 1 }],
  ] as const)('W3 S4 the link keeps what the room said as it was told last: %j', (values, resonance) => {
    const story = say(room(), values).when(wim, adopt('Van wie is de kade?'))
    expect(currentFraming(story.plein)?.resonance).toEqual(resonance)
    const id = story.answer['framing'] as string
    expect(maps(replay(story.log).board)['framings']![id]).toEqual(
      expect.objectContaining({ form: 'room', ...(resonance ? { resonance } : {}) }),
    )
  })

  test('W3 what the room said is about what stood there then: it goes with the phase, and stays with no other link', () => {
    const story = say(room(), ['touches', 'touches', 'off'])
    story.when(joost, { ...adopt('Van wie is de kade?'), form: undefined as never })
    expect(currentFraming(story.plein)).not.toHaveProperty('resonance')
    story.when(joost, { type: 'phase.next' }).when(joost, adopt('En nu?'))
    expect(currentFraming(story.plein)).toMatchObject({ form: 'room' })
    expect(currentFraming(story.plein)).not.toHaveProperty('resonance')
  })
})
