/** What was written before the room or while it was in no phase, and groups of proposals, told and taken in again. */
import { expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { importOutcome } from '../../server/outcome/import/import.ts'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { type Outcome, OutcomeSchema } from '../../server/outcome/schema.ts'
import { aPlein, aPleinWith, entered, given, listed, opened, posted, released } from '../support/given.ts'
import { fatma, joost, ria, samir, wim } from '../support/people.ts'
import { replay } from '../support/replica.ts'
import { testWorld } from '../support/world.ts'

const proposal = { ...posted('wie', 'Van wie is de kade?', 'reframe'), as: 'proposal' as const }
const told = (): Outcome => {
  const story = given(
    aPleinWith({ ownerAdopts: true }, 'ideas', 'reframe', 'write'),
    opened,
    entered('write'),
    posted('rust', 'Rust in de nacht'),
    proposal,
    listed('rust', 'wie'),
    released('rust', 'wie'),
  )
  story.when(joost, { type: 'cluster.create', name: 'Bij wie', ideas: ['wie'] })
  const cluster = String(story.answer['cluster'])
  story.when(joost, { type: 'cluster.create', name: 'Nacht', ideas: ['rust'] })
  for (const [who, value] of [
    [fatma, 'touches'],
    [ria, 'off'],
    [samir, 'touches'],
  ] as const)
    story.when(who, { type: 'tap.set', on: 'resonance', phase: 'write', value })
  story.when(wim, { type: 'framing.adopt', text: 'Van wie is de nacht?', sources: [{ kind: 'cluster', id: cluster }], form: 'room' })
  expect(story.last.ok).toBe(true)
  return OutcomeSchema.parse(JSON.parse(renderOutcome(story.plein, 'json', 'nl').body))
}

test('O1 W3 C11 the form, the counts and what a group is made of come back to the letter', () => {
  const outcome = told()
  expect(outcome.chain[1]).toMatchObject({ form: 'room', resonance: { touches: 2, off: 1 } })
  expect(outcome.clusters.map(({ name, of }) => [name, of])).toEqual([
    ['Bij wie', 'proposals'],
    ['Nacht', 'ideas'],
  ])
  const imported = importOutcome({ outcome }, testWorld())
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  const again = outcomeOf(replay([imported.event]).plein)
  expect([again.chain, again.clusters, again.proposals, again.ideas]).toEqual([
    outcome.chain,
    outcome.clusters,
    outcome.proposals,
    outcome.ideas,
  ])
})

test('O1 F2 a wording of an open Plein that is in no phase is of the meeting, also when it is taken in', () => {
  const story = given(aPlein()).when(joost, { type: 'framing.adopt', text: 'Wie hoort de kade?', sources: [] })
  story.when(joost, { type: 'plein.open' }).when(joost, { type: 'framing.adopt', text: 'Van wie is de kade?', sources: [] })
  const outcome = OutcomeSchema.parse(JSON.parse(renderOutcome(story.plein, 'json', 'nl').body))
  expect(outcome.chain.map(({ form, phase }) => [form, phase])).toEqual([
    ['presented', null],
    ['prepared', null],
    ['rewritten', null],
  ])
  const imported = importOutcome({ outcome }, testWorld())
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  expect(outcomeOf(replay([imported.event]).plein).chain).toEqual(outcome.chain)
})

test('O3 S4 counts of fewer than three, and of what was not written before the room, are refused with their place', () => {
  for (const spoil of [{ resonance: { touches: 1, off: 1 } }, { form: 'rewritten' as const }]) {
    const outcome = told()
    outcome.chain[1] = { ...outcome.chain[1]!, ...spoil }
    expect(importOutcome({ outcome }, testWorld())).toMatchObject({
      refusal: { code: 'outcome-inconsistent', pointer: '/chain/1/resonance' },
    })
  }
})

test.each(['html', 'md', 'csv'] as const)('W3 C11 %s tells the counts, and groups of proposals with the proposals', (format) => {
  const story = importOutcome({ outcome: told() }, testWorld())
  if (!story.ok) throw new Error('not taken in')
  const { body } = renderOutcome(replay([story.event]).plein, format, 'nl')
  expect(body).toContain('raakt: 2, klopt niet: 1')
  if (format === 'csv') return expect(body).toMatch(/Bij wie.*Voorgestelde verwoordingen/)
  const [proposals, groups] = [body.indexOf('Bij wie', body.indexOf('Voorgestelde verwoordingen')), body.indexOf('Nacht')]
  expect(Math.min(proposals, groups)).toBeGreaterThan(0)
})
