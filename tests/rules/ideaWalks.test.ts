import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyPlein } from '../../shared/domain/state.ts'
import { aPlein, entered, given, keyOf, opened } from '../support/given.ts'
import { clock, fatma, joost, type Person, ria } from '../support/people.ts'
import { enough, runs } from '../support/runs.ts'
import { testWorld } from '../support/world.ts'

const names = ['een', 'twee', 'drie', 'vier'] as const
const name = fc.constantFrom(...names)
const text = fc.constantFrom('Meer bankjes', 'Meer bomen', 'Minder stenen')
const phase = fc.constantFrom('ideas', 'ideas-2')
const idea = fc.constantFrom('id-1', 'id-2', 'id-3')
const ideas = fc.oneof(fc.constant('all' as const), fc.uniqueArray(idea, { minLength: 1 }))

const steps: fc.Arbitrary<[Person, Command]> = fc.oneof(
  fc.tuple(
    fc.constantFrom(fatma, ria),
    fc.oneof(
      fc.record({ type: fc.constant('idea.post' as const), key: name.map(keyOf), as: fc.constant('idea' as const), text, phase }),
      fc.record({ type: fc.constant('idea.edit' as const), key: name.map(keyOf), text }),
      fc.record({ type: fc.constant('idea.withdraw' as const), key: name.map(keyOf) }),
    ),
  ),
  fc.tuple(
    fc.constant(joost),
    fc.oneof(
      fc.record({ type: fc.constant('ideas.release' as const), ideas }),
      fc.record({ type: fc.constantFrom('edit.release' as const, 'edit.drop' as const), idea }),
      fc.record({ type: fc.constantFrom('idea.hide' as const, 'idea.show' as const), ideas: idea.map((one) => [one]) }),
      fc.record({ type: fc.constant('phase.enter' as const), phase }),
      fc.constant<Command>({ type: 'undo' }),
    ),
  ),
  fc.constant<[Person, Command]>([clock, { type: 'time.passed' }]),
)

test('I10 on any walk the room sees no wording that no coach has released, and no idea is lost', () => {
  let releases = 0
  let waits = 0
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 80, size: 'max' }), fc.integer(), (walk, seed) => {
      const told = given(testWorld(seed), aPlein('ideas', 'ideas'), opened, entered('ideas'))
      const room = new Map<string, string>()
      let before = 0
      for (const [who, asks] of walk) {
        told.when(who, asks)
        for (const event of told.last.ok ? told.events : []) {
          if (event.type === 'ideas.released') for (const id of event.ideas) room.set(id, String(told.plein.ideas.get(id)?.text))
          if (event.type === 'edit.released') room.set(event.idea, event.text)
          if (event.type === 'idea.edited' && event.waits) waits += 1
        }
        expect(told.plein.ideas.size).toBeGreaterThanOrEqual(before)
        before = told.plein.ideas.size
        for (const one of told.plein.ideas.values()) {
          expect(one.released).toBe(room.has(one.id))
          if (one.released) expect(one.text).toBe(one.withdrawn ? '' : room.get(one.id))
          if (one.edit !== null) expect(one.released && one.edit !== one.text && !one.withdrawn).toBe(true)
        }
      }
      const places = [...told.plein.ideas.values()].filter((one) => one.released).map((one) => one.order)
      expect(new Set(places).size).toBe(places.length)
      releases += places.length
      expect(told.plein.keys.size).toBe(told.plein.ideas.size)
    }),
    { numRuns: runs(150) },
  )
  expect(releases).toBeGreaterThan(enough(50))
  expect(waits).toBeGreaterThan(enough(10))
})

test('L3 the log alone gives the same Plein again', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60, size: 'max' }), (walk) => {
      const told = given(aPlein('ideas', 'ideas'), opened, entered('ideas'))
      for (const [who, asks] of walk) told.when(who, asks)
      const again = emptyPlein('plein')
      // As a restart reads it: from JSON.
      for (const [at, event] of JSON.parse(JSON.stringify(told.log)).entries()) evolve(again, event, at + 1)
      const { keys: _keys, seats: _seats, ballots: _ballots, ...state } = told.plein
      expect(again).toMatchObject(state)
    }),
    { numRuns: runs(100) },
  )
})
