import { describe, expect, test } from 'vitest'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import { outcomeOf } from '../../server/outcome/build.ts'
import { importOutcome } from '../../server/outcome/import/import.ts'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { OutcomeSchema } from '../../server/outcome/schema.ts'
import { testWorld } from '../support/world.ts'
import { addIdea, afternoon } from './plein.ts'

const texts = ['html', 'md', 'csv'] as const
const said = (format: (typeof texts)[number], plein: ReturnType<typeof asked>) =>
  renderOutcome(plein, format, 'nl').body.replaceAll('\\', '')
const asked = () => {
  const plein = afternoon()
  addIdea(plein, 'vraag-ria', 'Wie slaapt hier nog?', { as: 'question' })
  addIdea(plein, 'vraag-wim', 'Van wie is de nacht?', { as: 'question' })
  addIdea(plein, 'vraag-waits', 'KANARIE-vraag?', { as: 'question', released: false })
  const last = Math.max(...[...plein.framings.values()].map(({ order }) => order))
  plein.framings.set('link', {
    id: 'link',
    text: 'Van wie is de nacht hier?',
    order: last + 1,
    sources: [{ kind: 'idea', id: 'vraag-wim' }],
    by: 'participant',
    at: plein.createdAt,
    phase: 'phase-ideas',
    form: 'burst',
    question: 'vraag-wim',
    undone: false,
  })
  return plein
}

describe('a question burst in the outcome', () => {
  test('Q2 Q3 what was asked and shared stands in every form, and which became the question', () => {
    const plein = asked()
    const outcome = outcomeOf(plein)
    expect(outcome.chain.at(-1)).toMatchObject({ form: 'burst', question: 'vraag-wim', role: 'participant' })
    expect(outcome.questions.map(({ id }) => id)).toEqual(['vraag-ria', 'vraag-wim'])
    for (const format of texts) {
      const body = said(format, plein)
      expect(body).toContain('Wie slaapt hier nog?')
      expect(body).toContain(outcomeNl.forms.burst)
      expect(body.split(outcomeNl.catalyst), format).toHaveLength(2)
      expect(body).not.toContain('KANARIE')
    }
  })

  test('Q3 withdrawn, the question is marked nowhere, and the link still says how it arose', () => {
    const plein = asked()
    Object.assign(plein.ideas.get('vraag-wim')!, { withdrawn: true, text: '' })
    expect(outcomeOf(plein).chain.at(-1)).toMatchObject({ form: 'burst', question: null, sources: [] })
    for (const format of texts) {
      expect(said(format, plein)).not.toContain(outcomeNl.catalyst)
      expect(said(format, plein)).toContain(outcomeNl.forms.burst)
    }
  })

  test('O1 O3 taken in again it is the same; a chosen question that is none is refused with its place', () => {
    const outcome = OutcomeSchema.parse(JSON.parse(renderOutcome(asked(), 'json', 'nl').body))
    const until = { retainUntil: testWorld().now() + 86_400_000 * 30 }
    expect(importOutcome({ outcome, ...until }, testWorld())).toMatchObject({ ok: true })
    const crooked = structuredClone(outcome)
    crooked.chain.at(-1)!.question = 'idea-fatma'
    expect(importOutcome({ outcome: crooked, ...until }, testWorld())).toMatchObject({
      ok: false,
      refusal: { code: 'outcome-inconsistent', pointer: `/chain/${crooked.chain.length - 1}/question` },
    })
  })
})
