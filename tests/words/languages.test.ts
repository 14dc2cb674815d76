import { describe, expect, test } from 'vitest'
import { allSaid, catalogues, sentencesOf, wordsIn } from './catalogues.ts'

const areas = Object.entries(catalogues)
/** Level B1 keeps sentences short; this is the longest that we allow. */
const longest = 22

describe.each(areas)('words of %s', (_area, { nl, en }) => {
  test('Dutch and English say the same things', () => {
    expect(allSaid(en).map(({ path }) => path)).toEqual(allSaid(nl).map(({ path }) => path))
  })
  test.each([
    ['Dutch', nl],
    ['English', en],
  ])('%s is said in short sentences, without an exclamation mark', (_language, words) => {
    const said = allSaid(words)
    expect(said.length).toBeGreaterThan(5)
    for (const { path, text } of said) {
      if (text === null) continue
      expect(text, path).not.toMatch(/[!]|\b(oeps|oops|sessie|gebruiker|submit)\b/i)
      for (const sentence of sentencesOf(text)) expect(wordsIn(sentence), `${path}: ${sentence}`).toBeLessThanOrEqual(longest)
    }
  })
  test('Dutch says u to everybody', () => {
    for (const { path, text } of allSaid(nl)) if (text !== null) expect(text, path).not.toMatch(/\b(jij|jou|jouw|je|jullie)\b/i)
  })
})
