import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference, marksBetween, marksOf, type Piece } from '../../shared/text/difference.ts'
import { runs } from '../support/runs.ts'

const joined = (pieces: Piece[], without: Piece['kind']) => pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('')

describe('the difference between two wordings', () => {
  test('F7 word by word: what stayed, what went, what is new', () => {
    const { pieces, keptShare } = difference('Wie zorgt er voor het groen?', 'Wie zorgt er samen voor het groen in de buurt?')
    expect(pieces.filter(({ kind }) => kind === 'lost')).toEqual([])
    expect(pieces.flatMap(({ kind, text }) => (kind === 'new' ? [text.trim()] : []))).toEqual(['samen', 'in de buurt'])
    expect(keptShare).toBeCloseTo(12 / 16)
  })

  test('F7 the kept share goes from another sentence to the same words', () => {
    expect(difference('Wie zorgt?', 'Wie zorgt?').keptShare).toBe(1)
    expect(difference('Wie zorgt er?', 'Vanwaar deze haast!').keptShare).toBe(0)
    expect(difference('', '').keptShare).toBe(1)
    expect(difference('?', '!').keptShare).toBe(0)
  })

  test('F7 accents, apostrophes and other scripts are words', () => {
    expect(difference('Eén café', 'Eén kroeg').pieces).toEqual([
      { kind: 'same', text: 'Eén ' },
      { kind: 'lost', text: 'café' },
      { kind: 'new', text: 'kroeg' },
    ])
    expect(difference('من يهتم بالحديقة', 'من يهتم بالشارع').keptShare).toBeCloseTo(2 / 3)
  })

  test('F7 words that changed side by side are one change', () => {
    expect(difference('Wie betaalt het groen?', 'Van wie is het groen?').pieces).toEqual([
      { kind: 'lost', text: 'Wie betaalt ' },
      { kind: 'new', text: 'Van wie is ' },
      { kind: 'same', text: 'het groen?' },
    ])
  })

  test('F7 R5 two wordings of other signs stand whole: nobody waits for how a thousand signs could have become each other', () => {
    const signs = (start: number) =>
      Array.from({ length: 500 }, (_, at) => String.fromCharCode(33 + ((start * (at % 97) ** 3 + at * at) % 15))).join('')
    const [before, after] = [signs(1), signs(4)]
    expect(difference(before, after)).toEqual({
      pieces: [
        { kind: 'lost', text: before },
        { kind: 'new', text: after },
      ],
      keptShare: 0,
    })
    // The longest wordings that people write, of which half stayed.
    const words = Array.from({ length: 80 }, (_, at) => `woord${at % 10}`)
    const other = words.map((word, at) => (at % 2 ? word : `ander${at % 10}`))
    expect(difference(words.join(' '), other.join(' ')).keptShare).toBe(0.5)
  })

  test('F7 the pieces put together again to both wordings, to the letter', () => {
    const word = fc.constantFrom('wie', 'het', 'groen', 'Eén', ' ', '  ', '\n', '?', ',', 'buurt', '👩‍👧', 'ö')
    const wording = fc.array(word, { maxLength: 20 }).map((words) => words.join(''))
    fc.assert(
      fc.property(
        fc.oneof(wording, fc.string({ unit: 'grapheme' })),
        fc.oneof(wording, fc.string({ unit: 'grapheme' })),
        (before, after) => {
          const { pieces, keptShare } = difference(before, after)
          expect(joined(pieces, 'new')).toBe(before)
          expect(joined(pieces, 'lost')).toBe(after)
          expect(keptShare).toBeGreaterThanOrEqual(0)
          expect(keptShare).toBeLessThanOrEqual(1)
          expect(marksOf(pieces)).toEqual(marksBetween(before, after))
        },
      ),
      { numRuns: runs(500) },
    )
  })
})
