/** What stands on a seat, and what may never come from one. */
import { describe, expect, test } from 'vitest'
import { keep } from '../../shared/domain/keep.ts'
import { signed } from '../../shared/domain/signed.ts'
import { newSeat } from '../../shared/domain/state.ts'
import { aPlein, given, opened } from '../support/given.ts'
import { beamer, clock, fatma, joost, olga, wim } from '../support/people.ts'
import { morning, testWorld } from '../support/world.ts'

describe('a seat', () => {
  test('A9 who has just come in has no perspective, is ready with nothing and raised no hand', () => {
    expect(newSeat('seat-ria', 'participant')).toEqual({ id: 'seat-ria', role: 'participant', perspective: null, ready: null, hand: false })
  })

  test('L1 what was said from a seat that is gone since, or of a slip that is, changes nothing', () => {
    const { plein } = given(aPlein('ideas'), opened)
    plein.seats.delete('seat-fatma')
    const before = structuredClone(plein)
    keep(plein, [
      { keep: 'hand', seat: 'seat-fatma', up: true },
      { keep: 'ready', seat: 'seat-fatma', phase: 'ideas' },
      { keep: 'perspective', seat: 'seat-fatma', perspective: 'bewoner' },
      { erase: 'ballot', round: 'nergens', voter: 'paper:1' },
    ])
    expect(plein).toEqual(before)
  })

  test('S2 an act is signed by who leads, asks or keeps the meeting, and never by a participant or a screen', () => {
    const world = testWorld()
    for (const { role, seat } of [joost, wim, olga, clock]) expect(signed({ role, seat }, world)).toEqual({ by: role, seat, at: morning })
    expect(() => signed(fatma, world)).toThrow('participant does not sign')
    expect(() => signed(beamer, world)).toThrow('screen does not sign')
  })
})
