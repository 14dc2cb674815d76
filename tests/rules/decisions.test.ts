import { expect, test } from 'vitest'
import { decide } from '../../shared/domain/decide.ts'
import type { Decide } from '../../shared/domain/decision.ts'
import { decideMany, type Found } from '../decisions/decisions.ts'
import { commandTypes } from '../decisions/wishes.ts'
import { joost } from '../support/people.ts'
import { enough, runs } from '../support/runs.ts'

/** `npm run simulate -- --decisions 1000000` makes more. */
const decisions = runs(100_000)
const seed = Math.floor(performance.timeOrigin % 1_000_000)

test(`A7 A8 ${decisions} decisions by chance from seed ${seed}: each command of each role, on states of every stage, as the table says`, () => {
  const { problems, ...happened } = decideMany(decisions, seed)
  console.log(JSON.stringify({ seed, ...happened }))
  expect(problems).toEqual([])
  for (const [what, count] of Object.entries(happened)) expect(count, what).toBeGreaterThan(0)
  // Nearly each was accepted of somebody (a few are rare, and a seed may miss one), and asked by each role at nearly every stage.
  expect(happened.types).toBeGreaterThan(enough(commandTypes.length - 5))
  expect(happened.cells).toBeGreaterThan(enough(commandTypes.length * 6 * 5))
}, 300_000)

const as =
  (who: typeof joost, types: readonly string[]): Decide =>
  (plein, actor, command, world) =>
    decide(plein, types.includes(command.type) ? { ...actor, role: who.role, seat: who.seat } : actor, command, world)
/** Mistakes that rules could have. */
const planted: Record<string, Decide> = {
  'takes everybody for a coach where an idea is hidden': as(joost, ['idea.hide']),
  'lets nobody place an idea': (plein, actor, command, world) =>
    command.type === 'idea.place' ? { ok: false, refusal: { code: 'authors-do-not-place' } } : decide(plein, actor, command, world),
  'forgets the stage where a phase is entered': (plein, actor, command, world) =>
    decide(command.type === 'phase.enter' ? { ...plein, stage: 'open', sealed: false } : plein, actor, command, world),
  'writes while it decides': (plein, actor, command, world) => {
    plein.version += 1
    return decide(plein, actor, command, world)
  },
  'throws at a second round': (plein, actor, command, world) => {
    if (command.type === 'round.open' && plein.rounds.size > 0) throw new Error('broken')
    return decide(plein, actor, command, world)
  },
}
test.each(Object.entries(planted))('A7 of rules of which one %s this is noticed', (_, rules) => {
  const { problems }: Found = decideMany(20_000, 1, rules)
  expect(problems.length).toBeGreaterThan(0)
})
