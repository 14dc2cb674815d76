import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import en from '../../server/plain/en.json' with { type: 'json' }
import nl from '../../server/plain/nl.json' with { type: 'json' }
import { longestSentence, type PlainHint, plainHints } from '../../shared/text/plain.ts'

/** A fixed set: what each question gets, to the letter. Written by hand beside the list. */
const dutch: [string, PlainHint[]][] = [
  ['Hoe blijft de kade van iedereen?', []],
  ['Van wie is de nacht op de Lange Nieuwstraat?', []],
  ['Hoe vergroten wij het draagvlak?', [{ hint: 'official', said: 'draagvlak', plain: 'steun' }]],
  ['Draagvlak of draagvlakken, en nog eens draagvlak?', [{ hint: 'official', said: 'Draagvlak', plain: 'steun' }]],
  [
    'Hoe geven wij i.h.k.v. de WMO steun?',
    [
      { hint: 'official', said: 'i.h.k.v.', plain: 'voor' },
      { hint: 'short-form', said: 'WMO' },
    ],
  ],
  ['Wat doet de EU in onze straat?', []],
  ['Hoe wordt het plan geïmplementeerd?', [{ hint: 'official', said: 'geïmplementeerd', plain: 'invoeren' }]],
  ['Wie faciliteert ons?', [{ hint: 'official', said: 'faciliteert', plain: 'mogelijk maken' }]],
  ['Hoe evalueerden de buren?', [{ hint: 'official', said: 'evalueerden', plain: 'bekijken hoe het ging' }]],
  // Inside a longer one it is not said again, and inside another word not at all.
  ['Wat leren wij naar aanleiding van de proef?', [{ hint: 'official', said: 'naar aanleiding van', plain: 'door' }]],
  ['Wie heeft een mitsubishi?', []],
  ['WAAROM SLAAPT NIEMAND?', []],
  [
    'Wat doen B.V.D. en de a.s. buren?',
    [
      { hint: 'short-form', said: 'B.V.D.' },
      { hint: 'short-form', said: 'a.s.' },
    ],
  ],
]

test.each(dutch)('“%s”', (text, hints) => {
  expect(plainHints(text, nl)).toEqual(hints)
})

test('a sentence is long from 21 words on, each for itself, and a short form ends none', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `woord${at}`).join(' ')
  expect(plainHints(`Zo ${words(longestSentence - 1)}.`, nl)).toEqual([])
  expect(plainHints(`Zo ${words(longestSentence)}. Dit ${words(10)}.`, nl)).toEqual([{ hint: 'long', count: longestSentence + 1 }])
  expect(plainHints(`Zo ${words(15)} m.b.t. ${words(8)}?`, nl)).toEqual([
    { hint: 'long', count: 25 },
    { hint: 'official', said: 'm.b.t.', plain: 'over' },
  ])
})

test('the oldest browser that may come in (Safari 15.4) reads the patterns: it knows no looking back, and the whole page would fall', () => {
  class OldRegExp extends RegExp {
    constructor(pattern: string, flags: string) {
      if (/\(\?<[=!]/.test(pattern)) throw new SyntaxError('Invalid regular expression: invalid group specifier name')
      super(pattern, flags)
    }
  }
  vi.stubGlobal('RegExp', OldRegExp)
  onTestFinished(() => void vi.unstubAllGlobals())
  for (const [text, hints] of dutch) expect(plainHints(text, nl), text).toEqual(hints)
})

test('English has a list of its own', () => {
  expect(plainHints('How do we utilise the quay prior to the NRC?', en)).toEqual([
    { hint: 'official', said: 'utilise', plain: 'use' },
    { hint: 'official', said: 'prior to', plain: 'before' },
    { hint: 'short-form', said: 'NRC' },
  ])
})

test('our own lists say nothing that they warn of', () => {
  for (const list of [nl, en])
    for (const [word, plain] of Object.entries(list.words)) {
      const said = plainHints(plain, list).filter(({ hint }) => hint === 'official')
      expect(said, `${word}: ${plain}`).toEqual([])
    }
})

test('whatever is written, the hints are the same twice, each said once, and only of words that stand there', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.keys(nl.words), 'WMO', 'a.s.', '. ', '? ', '\n'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(' ')
      const hints = plainHints(text, nl)
      expect(plainHints(text, nl)).toEqual(hints)
      const said = hints.flatMap((hint) => ('said' in hint ? [hint.said] : []))
      for (const one of said) expect(text).toContain(one)
      expect(new Set(said.map((one) => one.toLowerCase())).size).toBe(said.length)
    }),
  )
})
