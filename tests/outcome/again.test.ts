import { expect, test } from 'vitest'
import { outcomeEn } from '../../client/words/outcome.en.ts'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import { type OutcomeFormat, renderOutcome } from '../../server/outcome/outcome.ts'
import { addRound, afternoon, result, row } from './plein.ts'

/** The vote of the afternoon, and once more after the talk: what was second has gained three people. */
const twice = (revealed = true) => {
  const plein = afternoon()
  plein.rounds.get('round-1')!.revealed = revealed
  addRound(plein, 'round-2', {
    again: 'round-1',
    final: result([row('cluster-night', [3, 3, 4]), row('cluster-money', [4, 4, 2])]),
  })
  return plein
}
const words = { nl: outcomeNl, en: outcomeEn }

test.each<[OutcomeFormat, 'nl' | 'en']>([
  ['html', 'nl'],
  ['md', 'nl'],
  ['csv', 'nl'],
  ['html', 'en'],
  ['md', 'en'],
  ['csv', 'en'],
])('V18 in outcome.%s (%s) the second round says what it repeats, and how each thing stood before', (format, locale) => {
  const w = words[locale]
  const { body } = renderOutcome(twice(), format, locale)
  const text = String(body)
  expect(text).toContain(w.again(1))
  const night = `${w.shift({ before: 12, after: 11 }, { before: 8, after: 7 })}: ${w.moved.steady}`
  const money = `${w.shift({ before: 4, after: 8 }, { before: 2, after: 6 })}: ${w.moved.more}`
  for (const told of [night, money]) expect(text).toContain(told)
  if (format !== 'csv') expect(text).toContain(w.shiftNote)
})

test('V18 S4 of a first round that the room was not shown no format tells how it was', () => {
  for (const format of ['html', 'md', 'csv', 'json'] as const) {
    const text = String(renderOutcome(twice(false), format, 'nl').body)
    expect(text).not.toContain('eerst 12 stippen')
    expect(text).not.toContain('"moved"')
  }
})
