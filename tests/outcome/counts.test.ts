import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { importOutcome } from '../../server/outcome/import/import.ts'
import { OutcomeSchema } from '../../server/outcome/schema.ts'
import { askedAfterVote } from '../support/asked.ts'
import { deeds, live, lively } from '../support/history.ts'
import { testWorld } from '../support/world.ts'
import { afternoon } from './plein.ts'

test('O1 O3 how much a Plein says that was shared is what stands in it, at any moment', () => {
  const seen = { shared: 0, open: 0 }
  fc.assert(
    fc.property(deeds(80), (all) => {
      const story = lively()
      live(story, all)
      if (story.plein.stage === 'open') askedAfterVote(story)
      const { counts, ideas, commitments, conditions, closing, checkin, questions, proposals } = outcomeOf(story.plein)
      const there = [ideas, commitments, conditions, closing, checkin, questions, proposals].flat().length
      expect(counts.shared).toBe(there)
      seen.shared += there
      if (story.plein.stage === 'open') seen.open += 1
    }),
    { numRuns: 150 },
  )
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10)
})

test.each([-5, 0, 0.5, 601, 525_600])(
  'O3 a phase of %d minutes is refused with its place: the clock of a new Plein takes none of it',
  (minutes) => {
    const world = testWorld()
    const plein = afternoon()
    plein.retainUntil = world.now() + 90 * 86_400_000
    const outcome = OutcomeSchema.parse(JSON.parse(JSON.stringify(outcomeOf(plein))))
    outcome.phases[0]!.minutes = minutes
    expect(importOutcome({ outcome }, world)).toMatchObject({ refusal: { code: 'outcome-inconsistent', pointer: '/phases/0/minutes' } })
  },
)
