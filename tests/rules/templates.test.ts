/** The programmes to start from: how long they take, and their texts in both languages. */
import { describe, expect, test } from 'vitest'
import { create } from '../../shared/domain/life/create.ts'
import { wording } from '../../shared/domain/programme/phase.ts'
import type { Phase } from '../../shared/domain/state.ts'
import { programmeOf, type TemplateName, templateNames, templates } from '../../shared/domain/templates/templates.ts'
import { testWorld } from '../support/world.ts'

const made = (programme: TemplateName, locale: 'nl' | 'en' = 'nl'): Phase[] => {
  const decision = create({ title: 'Plein over het groen', dilemma: 'Wie zorgt er?', programme, locale }, testWorld())
  const [event] = decision.ok ? decision.events : []
  if (event?.type !== 'plein.created') throw new Error(JSON.stringify(decision))
  return event.phases
}

describe.each(templateNames)('the programme %s', (name) => {
  test('A1 the organiser is told the minutes that the Plein is planned with, phase by phase', () => {
    const told = programmeOf(name, 'nl').map(({ settings }) => settings?.minutes)
    expect(told).toEqual(made(name).map(({ settings }) => settings.minutes))
    for (const minutes of told) expect(minutes).toBeGreaterThan(0)
  })

  test('A1 each of its texts stands in Dutch and in English, another in each, and is kept as it stands', () => {
    const said = templates[name].flatMap(({ title, prompt }) => [...(title ? [{ title }] : []), ...(prompt ? [{ prompt }] : [])])
    for (const text of said) {
      const { nl, en } = text.title ?? text.prompt
      expect(nl).not.toBe(en)
      for (const own of [nl, en]) {
        expect(own).toMatch(/\S/)
        const texts = text.title ? { title: own } : { settings: { prompt: own } }
        expect(wording(texts)).toEqual({ ok: true, texts })
      }
    }
  })
})

test('A1 what is called an hour takes no longer', () => {
  for (const name of ['hour', 'question-burst'] as const) {
    const minutes = made(name).reduce((all, { settings }) => all + (settings.minutes ?? 0), 0)
    expect(minutes).toBeGreaterThan(50)
    expect(minutes).toBeLessThanOrEqual(60)
  }
})

test('A1 a Plein has the titles and questions of its programme in its own language; without a title it has the word for the kind', () => {
  const last = (locale: 'nl' | 'en') => made('question-burst', locale).filter(({ kind }) => kind === 'plenary' || kind === 'harvest')
  expect(last('nl').slice(1)).toMatchObject([
    { title: 'Welke vraag opent het meest?', settings: { prompt: 'Welke vraag verraste u? Welke maakt het anders?' } },
    { title: null, settings: { prompt: null } },
  ])
  expect(last('en').slice(1)).toMatchObject([
    { title: 'Which question opens most?', settings: { prompt: 'Which question surprised you? Which one changes things?' } },
    { title: null, settings: { prompt: null } },
  ])
})
