import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Board } from '../../client/shown/board.ts'
import { shown } from '../../client/shown/shown.ts'
import { strandsOf } from '../../client/shown/strands.ts'
import { bottom, corner, footGap, top } from '../../client/shown/surface.ts'
import type { PleinFields } from '../../shared/wire/documents.ts'
import { shapes } from '../../shared/wire/messages.ts'

const boardOf = (texts: readonly string[], page: number | null = null, more: Partial<PleinFields> = {}): Board => ({
  plein: { stage: 'open', current: null, show: { on: 'chain', page }, ...more } as PleinFields,
  phases: new Map(),
  framings: new Map(
    texts.map((text, order) => [`wording-${order}`, { text, order, sources: [], by: 'coach' as const, at: order, phase: null }]),
  ),
  ideas: new Map(),
  places: new Map(),
  clusters: new Map(),
  rounds: new Map(),
})
const storyOf = (board: Board, shape: (typeof shapes)[number]) => {
  const it = shown(board, { shape })
  if (it.what !== 'story') throw new Error(it.what)
  return it
}

describe('a wording in the middle of its story', () => {
  const wording = fc
    .array(fc.constantFrom('wie', 'mag', 'er', 'op', 'de', 'kade', 'staan', '’s avonds', ',', '?', '\n'), { minLength: 1, maxLength: 14 })
    .map((words) => words.join(' '))
  test('F7 its parts are the wording, to the letter, and marks stand on words', () => {
    fc.assert(
      fc.property(wording, wording, wording, (before, text, after) => {
        const strands = strandsOf(text, before, after)
        expect(strands.map((one) => one.text).join('')).toBe(text)
        for (const one of strands) if (one.came || one.goes) expect(one.text).toBe(one.text.trim())
      }),
    )
  })
  test('F7 what came with it is told from what goes with the next', () => {
    const strands = strandsOf('Wie mag er ’s avonds staan?', 'Wie mag er staan?', 'Wie beslist er ’s avonds wie er mag staan?')
    expect(strands.filter(({ came }) => came).map(({ text }) => text)).toEqual(['’s avonds'])
    expect(strandsOf('Hoe slapen wij?', 'Waar komt de opvang?', null).some(({ came }) => came)).toBe(false)
  })
})

describe.each(shapes)('B1 the question chain on a screen of %s', (shape) => {
  test.each([1, 2, 4, 9, 30])(
    'of %i wordings stands there whole, in order, on pages that hold it, the one of now on its plate',
    (count) => {
      const texts = Array.from({ length: count }, (_, at) => `Hoe blijft de havenkade van iedereen, ook van wie er om ${at} uur slaapt?`)
      const first = storyOf(boardOf(texts), shape)
      const pages = Array.from({ length: first.pages }, (_, page) => storyOf(boardOf(texts, page), shape))
      const links = pages.flatMap((page) => page.links)
      expect(links.map(({ text }) => text)).toEqual(texts)
      expect(links.map(({ place }) => place)).toEqual(texts.map((_, at) => at + 1))
      expect(links.map(({ plate }) => plate !== null)).toEqual(texts.map((_, at) => at === count - 1))
      for (const { size, links } of pages) {
        expect(size).toBeGreaterThanOrEqual(4.4)
        const plate = links.at(-1)?.plate?.height ?? 0
        expect(plate + links.filter((one) => one.plate === null).length * (5.6 + size * 1.2 + 2.6)).toBeLessThanOrEqual(
          100 - top - bottom - footGap - corner,
        )
      }
    },
  )

  test('a page that is no longer there is the last one; the longest wordings do not outgrow a page', () => {
    const texts = ['A'.repeat(500), 'WOORD '.repeat(83), 'En nu?']
    expect(storyOf(boardOf(texts, 99), shape).page).toBe(storyOf(boardOf(texts), shape).pages - 1)
  })

  test('O2 it is what a screen shows of a Plein that was taken in; of another one that is over it is not', () => {
    const over = { stage: 'closed', show: { on: 'phase', page: null } } as const
    expect(shown(boardOf(['Eerst?', 'Nu?'], null, { ...over, imported: 1 }), { shape }).what).toBe('story')
    expect(shown(boardOf(['Eerst?', 'Nu?'], null, over), { shape }).what).toBe('closed')
    expect(shown(boardOf(['Eerst?'], null, { ...over, imported: 1 }), { shape }).what).toBe('closed')
  })
})
