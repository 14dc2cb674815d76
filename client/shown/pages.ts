/** What fits on one page. The same things in the same order give the same pages on every device. */
import { lineCount, partsOf, type Type } from './lines.ts'
import { most, type Surface, card as style } from './surface.ts'

export type Card = {
  id: string
  text: string
  /** Only with a commitment: the name that was given with it, and by when. */
  who: string | null
  by: string | null
  /** Only in a round. */
  letter: string | null
  /** Which part of a text that no page holds as a whole, from 1. */
  part: number
  parts: number
}
/** Columns beside each other, or one card across all of them; bands stand under each other. */
export type Band = { across: boolean; columns: Card[][] }

/** Under the headings: how tall the columns are, and the last one, which leaves a corner for the way in. */
export type Room = { surface: Surface; height: number; last: number }

export const plainCard = (id: string, text: string): Card => ({ id, text, who: null, by: null, letter: null, part: 1, parts: 1 })
export const given = ({ who, by }: Pick<Card, 'who' | 'by'>): string => [who, by].filter((one) => one !== null).join(', ')

/** So many lines in a column are read; more go across. */
const longest = 7

export const typeIn = (width: number, size: number, letter: boolean): Type => ({
  font: 'text',
  size,
  width: width - 2 * (style.side + style.border) - (letter ? 2.4 * size : 0),
})

export const heightOf = (one: Card, width: number, size: number): number => {
  const type = typeIn(width, size, one.letter !== null)
  const name = given(one)
  const lines = lineCount(one.text, type) + (name === '' || one.part < one.parts ? 0 : lineCount(name, { ...type, font: 'bold' }))
  return lines * size * style.leading + 2 * (style.padding + style.border)
}
const linesIn = (height: number, size: number): number =>
  Math.max(1, Math.floor((height - 2 * (style.padding + style.border)) / (size * style.leading)))

/** Parts that each fit into such a height; one part when it fits. */
export const partsIn = (one: Card, width: number, height: number, size: number): Card[] => {
  if (heightOf(one, width, size) <= height) return [one]
  // One line less: the name that was given stands under the last part.
  const parts = partsOf(
    one.text,
    typeIn(width, size, one.letter !== null),
    Math.max(1, linesIn(height, size) - (given(one) === '' ? 0 : 2)),
  )
  return parts.map((text, at) => ({ ...one, text, part: at + 1, parts: parts.length }))
}

type Page = { bands: Band[]; heights: number[]; count: number }

/** Cards in columns, each into the shortest one; a page is full when the next card fits nowhere on it. */
export const pagesOf = (cards: readonly Card[], room: Room, size: number = style.size): Band[][] => {
  const { columns, column, width } = room.surface
  const limit = (at: number) => (at === columns - 1 ? room.last : room.height)
  const pages: Page[] = []
  const fresh = (): Page => {
    const page: Page = { bands: [], heights: Array.from({ length: columns }, () => 0), count: 0 }
    pages.push(page)
    return page
  }
  const after = (height: number) => (height === 0 ? 0 : height + style.gap)
  const inColumn = (page: Page, one: Card, height: number): boolean => {
    if (page.count >= most) return false
    const order = page.heights.map((taken, at) => ({ taken, at })).sort((a, b) => a.taken - b.taken || a.at - b.at)
    const free = order.find(({ taken, at }) => after(taken) + height <= limit(at))
    if (!free) return false
    let band = page.bands.at(-1)
    if (!band || band.across) {
      band = { across: false, columns: Array.from({ length: columns }, () => []) }
      page.bands.push(band)
    }
    band.columns[free.at]?.push(one)
    page.heights[free.at] = after(free.taken) + height
    page.count += 1
    return true
  }
  const acrossAll = (page: Page, one: Card, height: number): boolean => {
    const start = after(Math.max(...page.heights))
    if (page.count >= most || start + height > room.last) return false
    page.bands.push({ across: true, columns: [[one]] })
    page.heights.fill(start + height)
    page.count += 1
    return true
  }
  for (const whole of cards) {
    const lines = lineCount(whole.text, typeIn(column, size, whole.letter !== null))
    const small = heightOf(whole, column, size)
    const across = lines > longest || small > room.last
    for (const one of across ? partsIn(whole, width, room.last, size) : [whole]) {
      const put = (page: Page) => (across ? acrossAll(page, one, heightOf(one, width, size)) : inColumn(page, one, small))
      const page = pages.at(-1) ?? fresh()
      if (!put(page)) put(fresh())
    }
  }
  return pages.map(({ bands }) => bands)
}

/** The largest of these letters with which all fits on one page, else the smallest. */
export const roomyPages = (cards: readonly Card[], room: Room, sizes: readonly number[]): { size: number; pages: Band[][] } => {
  for (const size of sizes) {
    const pages = pagesOf(cards, room, size)
    if (pages.length <= 1) return { size, pages }
  }
  const size = sizes.at(-1) ?? style.size
  return { size, pages: pagesOf(cards, room, size) }
}
