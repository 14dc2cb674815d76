import { expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { OutcomeSchema, outcomeJsonSchema } from '../../server/outcome/schema.ts'
import { emptyPlein } from '../../shared/domain/state.ts'
import { addRound, afternoon } from './plein.ts'

test('every outcome.json fits the published schema exactly, also of a Plein that has not begun', () => {
  const plein = afternoon()
  addRound(plein, 'round-open', { status: 'open', revealed: false, final: null })
  for (const one of [plein, emptyPlein('plein-2')]) {
    const outcome = OutcomeSchema.parse(JSON.parse(renderOutcome(one, 'json', 'nl').body))
    expect(outcome).toEqual(outcomeOf(one))
  }
})

/** After a change of the form: `npx vitest run tests/outcome/schema.test.ts -u`. */
test('docs/outcome.schema.json is the schema of this code', async () => {
  await expect(`${JSON.stringify(outcomeJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../docs/outcome.schema.json')
})
