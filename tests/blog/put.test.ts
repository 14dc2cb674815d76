import fc from 'fast-check'
import { expect, it } from 'vitest'
import { putBelow, quoted } from '../../client/blog/put.ts'

it('L4 K2 what is put into a blog comes below the part in which somebody wrote, loses no letter, and the next one comes below it', () => {
  const words = '## Hoe ging het?\n\nAnders dan gedacht.\n\n## Wat nu?\n'
  const first = putBelow(words, words.indexOf('dan'), '> Een citaat')
  expect(first.words).toBe('## Hoe ging het?\n\nAnders dan gedacht.\n\n> Een citaat\n\n## Wat nu?\n')
  expect(first.words.slice(0, first.caret)).toMatch(/citaat$/)
  expect(putBelow(first.words, first.caret, 'Nog iets').words).toContain('> Een citaat\n\nNog iets\n\n## Wat nu?')
  expect(putBelow('', null, 'Begin')).toEqual({ words: 'Begin\n', caret: 5 })
  expect(putBelow(words, null, 'Slot').words).toMatch(/Wat nu\?\n\nSlot\n$/)
  expect(quoted('Eerst\n\ndan', 'een idee')).toBe('> Eerst\n>\n> dan\n> — een idee')
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'ë', '\n', '\n\n', '## ', ' ')),
      fc.nat(60),
      fc.constantFrom('X', 'X\nY'),
      (parts, caret, part) => {
        const text = parts.join('')
        const letters = (from: string) => from.replace(/\s/g, '')
        const put = putBelow(text, caret, part)
        expect(letters(put.words).replace(letters(part), '')).toBe(letters(text))
        expect(put.words.slice(0, put.caret).endsWith(part)).toBe(true)
      },
    ),
  )
})
