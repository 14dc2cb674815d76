import { describe, expect, test } from 'vitest'
import { refusalsEn } from '../../client/words/refusals.en.ts'
import { refusalsNl } from '../../client/words/refusals.nl.ts'
import { sentence } from '../../client/words/sentence.ts'
import type { Refusal, RefusalCode } from '../../shared/domain/refusals.ts'
import { facts, sentencesOf, wordsIn } from './catalogues.ts'

const codes = Object.keys(refusalsNl) as RefusalCode[]

describe('R5 every refusal has a sentence', () => {
  test('in both languages', () => {
    expect(Object.keys(refusalsEn)).toEqual(codes)
  })
  test.each(codes)('%s', (code) => {
    for (const locale of ['nl', 'en'] as const) {
      const said = sentence({ code, ...facts } as unknown as Refusal, locale)
      expect(said).toMatch(/^\p{Lu}.*\.$/u)
      expect(said).not.toMatch(/undefined|NaN|\[object|!/)
      if (locale === 'nl') expect(said).not.toMatch(/\b(jij|jou|jouw|je)\b/i)
      for (const part of sentencesOf(said)) expect(wordsIn(part), part).toBeLessThanOrEqual(locale === 'nl' ? 20 : 22)
    }
  })
  test('A closing that wants to be confirmed says the counts', () => {
    expect(sentence({ code: 'not-confirmed', counts: { unreleased: 3, edits: 0, openRounds: 1 } }, 'nl')).toBe(
      'Weet u het zeker? Stand van nu: 3 ideeën zijn nog niet gedeeld en 1 stemronde is nog open.',
    )
    expect(sentence({ code: 'not-confirmed', counts: {} }, 'en')).toBe('Are you sure? Then confirm it.')
  })
})
