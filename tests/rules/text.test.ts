import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkName, checkText } from '../../shared/text/check.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { runs } from '../support/runs.ts'

const kept = (raw: string, maximum = 500) => {
  const checked = checkText(raw, maximum)
  if (!checked.ok) throw new Error(JSON.stringify(checked.refusal))
  return checked.text
}
const refused = (raw: string, maximum = 500) => {
  const checked = checkText(raw, maximum)
  return checked.ok ? null : checked.refusal
}

describe('I1 a text is 1 to 500 code points, NFC, kept as written', () => {
  test('I1 spaces at the ends, tabs and line breaks stay', () => {
    expect(kept('  Meer\tbankjes\n\nbij de halte ')).toBe('  Meer\tbankjes\n\nbij de halte ')
  })

  test('I1 line breaks of every machine become one', () => {
    expect(kept('een\r\ntwee\rdrie\nvier')).toBe('een\ntwee\ndrie\nvier')
  })

  test('I1 an é in two parts is one é', () => {
    expect(kept('cafe\u0301')).toBe('caf\u00e9')
  })

  test('I1 an emoji counts for one, and 500 of them fit', () => {
    expect(kept('🌳'.repeat(500))).toHaveLength(1000)
    expect(refused('🌳'.repeat(501))).toEqual({ code: 'text-too-long', maximum: 500, length: 501 })
  })

  test('I1 the length is counted after NFC', () => {
    expect(kept('e\u0301'.repeat(500))).toBe('é'.repeat(500))
  })

  test.each([
    ['nothing', ''],
    ['spaces and line breaks', ' \n\t\u00a0\u3000 '],
    ['characters that show nothing', '\u200b\u2060\ufeff\u00ad'],
    ['a joiner alone', '\u200d'],
    ['an empty Braille pattern', '\u2800\u2800'],
    ['marks of an annotation without one', '\ufff9\ufffa\ufffb'],
    ['a note without a head', '\u{1d159}'],
  ])('I1 %s is no text', (_name, raw) => {
    expect(refused(raw)).toEqual({ code: 'text-empty' })
  })

  test.each([
    ['NUL', 'een\u0000twee', 'U+0000'],
    ['escape', '\u001b[31mrood', 'U+001B'],
    ['vertical tab', 'een\u000btwee', 'U+000B'],
    ['form feed', 'een\u000ctwee', 'U+000C'],
    ['delete', 'een\u007ftwee', 'U+007F'],
    ['next line', 'een\u0085twee', 'U+0085'],
    ['right-to-left override', 'abc\u202etxt.exe', 'U+202E'],
    ['left-to-right embedding', '\u202aabc', 'U+202A'],
    ['first strong isolate', 'abc\u2068def', 'U+2068'],
    ['a lone surrogate', 'abc\ud800def', 'U+D800'],
  ])('I2 %s is refused and named', (_name, raw, character) => {
    expect(refused(raw)).toEqual({ code: 'text-forbidden', character })
  })

  test('I2 Arabic, Hebrew with its marks, and a family emoji are welcome', () => {
    for (const text of ['كيف نجعل الحي أخضر؟', 'שלום\u200f!', '👨‍👩‍👧‍👦', 'ʼn Śląsk ﷽']) expect(kept(text)).toBe(text.normalize('NFC'))
  })

  test('I1 whatever is kept is kept the same when it comes again, and within its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        const checked = checkText(raw, 20)
        if (!checked.ok) return
        expect(checkText(checked.text, 20)).toEqual(checked)
        expect(codePoints(checked.text)).toBeLessThanOrEqual(20)
        expect(checked.text).toBe(normalise(raw))
        expect(checked.text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('I3 a name is one line of at most 40 code points', () => {
  test('I3 spaces at the ends go, inside they stay', () => {
    expect(checkName('  Fatma  Yılmaz ', 40)).toEqual({ ok: true, text: 'Fatma  Yılmaz' })
  })

  test('I3 no line break and no tab', () => {
    expect(checkName('Fatma\nYılmaz', 40)).toMatchObject({ refusal: { code: 'text-forbidden', character: 'U+000A' } })
    expect(checkName('Fatma\tYılmaz', 40)).toMatchObject({ refusal: { code: 'text-forbidden', character: 'U+0009' } })
  })

  test.each(['\u2028', '\u2029'])('I3 nor the line breaks of word processors: %j', (character) => {
    expect(checkName(`Fat${character}ma`, 40)).toMatchObject({ refusal: { code: 'text-forbidden' } })
  })

  test.each(['\u202e', '\u2066', '\u0000', '\ud800'])('I2 nothing forbidden in a name either: %j', (character) => {
    expect(checkName(`Fat${character}ma`, 40)).toMatchObject({ refusal: { code: 'text-forbidden' } })
  })

  test('I3 41 is too long', () => {
    expect(checkName('a'.repeat(41), 40)).toMatchObject({ refusal: { code: 'text-too-long', maximum: 40, length: 41 } })
  })
})
