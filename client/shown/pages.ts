/** What fits on one page. The same things in the same order give the same pages on every device. */
import { within } from '../../shared/text/ownLines.ts'
import { evenly } from './evenly.ts'
import { lineCount, partsOf, type Type, unbroken, widthOf } from './lines.ts'
import { columned, columnsOf, most, type Surface, card as style } from './surface.ts'

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

export const plainCard = (id: string, text: string): Card => ({
  id,
  text: within(text),
  who: null,
  by: null,
  letter: null,
  part: 1,
  parts: 1,
})
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
  const type = typeIn(width, size, one.letter !== null)
  // Dots stand before and after a part. One line less: the name that was given stands under the last part.
  const parts = partsOf(
    one.text,
    { ...type, width: type.width - 2 * widthOf('… ', type.font, size) },
    Math.max(1, linesIn(height, size) - (given(one) === '' ? 0 : 2)),
  )
  return parts.map((text, at) => ({ ...one, text, part: at + 1, parts: parts.length }))
}

type Page = { bands: Band[]; heights: number[]; count: number }
type Piece = { one: Card; across: boolean; height: number }

/** How far ahead a card is looked for that fits where the next one does not. */
const ahead = 12

const after = (height: number) => (height === 0 ? 0 : height + style.gap)

const put = ({ one, across, height }: Piece, page: Page, room: Room): boolean => {
  const { columns } = room.surface
  if (page.count >= most) return false
  if (across) {
    const start = after(Math.max(...page.heights))
    if (start + height > room.last) return false
    page.bands.push({ across: true, columns: [[one]] })
    page.heights.fill(start + height)
    page.count += 1
    return true
  }
  const order = page.heights.map((taken, at) => ({ taken, at })).sort((a, b) => a.taken - b.taken || a.at - b.at)
  const free = order.find(({ taken, at }) => after(taken) + height <= (at === columns - 1 ? room.last : room.height))
  if (!free) return false
  let band = page.bands.at(-1)
  if (!band || band.across) {
    // Under a card that goes across all columns begin level again.
    band = { across: false, columns: Array.from({ length: columns }, () => []) }
    page.bands.push(band)
  }
  band.columns[free.at]?.push(one)
  page.heights[free.at] = after(free.taken) + height
  page.count += 1
  return true
}

const piecesOf = (cards: readonly Card[], room: Room, size: number): Piece[] =>
  cards.flatMap((whole): Piece[] => {
    const { column, width } = room.surface
    const height = heightOf(whole, column, size)
    if (lineCount(whole.text, typeIn(column, size, whole.letter !== null)) <= longest && height <= room.last)
      return [{ one: whole, across: false, height }]
    return partsIn(whole, width, room.last, size).map((one) => ({ one, across: true, height: heightOf(one, width, size) }))
  })

/** Cards in columns, each into the shortest one. `live`: cards go on coming, so what stands on a page stays there and a page is full when the
 *  next card fits nowhere; else a card from a little further on fills the hole. */
export const pagesOf = (
  cards: readonly Card[],
  room: Room,
  { size = style.size, live = false }: { size?: number; live?: boolean } = {},
): Band[][] => {
  const pages: Page[] = []
  let waiting = piecesOf(cards, room, size)
  while (waiting.length > 0) {
    const page: Page = { bands: [], heights: Array.from({ length: room.surface.columns }, () => 0), count: 0 }
    const left: Piece[] = []
    for (const [at, piece] of waiting.entries()) {
      // The parts of one text stay in their order.
      const behind = left.some(({ one }) => one.id === piece.one.id)
      const full = left.length > 0 && (live || left.length >= ahead)
      if (full || behind || !put(piece, page, room)) left.push(piece)
      if (full && page.count > 0) {
        left.push(...waiting.slice(at + 1))
        break
      }
    }
    pages.push(page)
    if (left.length === waiting.length) {
      const stuck = left.shift()
      if (stuck) page.bands.push({ across: true, columns: [[stuck.one]] })
    }
    waiting = left
  }
  return pages.map(({ bands }) => bands)
}

/** What comes next on a page, under `start`, and how many of the pieces that is; none when it does not fit. */
const bandUnder = (start: number, pieces: readonly Piece[], room: Room): { band: Band; many: number; height: number } => {
  const [first] = pieces
  if (first?.across)
    return { band: { across: true, columns: [[first.one]] }, many: start + first.height > room.last ? 0 : 1, height: first.height }
  const end = pieces.findIndex(({ across }) => across)
  const run = end === -1 ? pieces : pieces.slice(0, end)
  const { columns } = room.surface
  const limits = Array.from({ length: columns }, (_, at) => (at === columns - 1 ? room.last : room.height) - start + style.gap)
  const ends = evenly(
    run.map(({ height }) => height + style.gap),
    limits,
  )
  const parts = ends.map((to, at) => run.slice(at === 0 ? 0 : ends[at - 1], to))
  const height = Math.max(...parts.map((part) => part.reduce((sum, one) => sum + one.height + style.gap, -style.gap)))
  return { band: { across: false, columns: parts.map((part) => part.map(({ one }) => one)) }, many: ends.at(-1) ?? 0, height }
}

/** Things that have letters, in their order: down the first column, then down the next one. No hole is filled out of turn, or nobody finds
 *  the letter that was called. */
export const lettered = (cards: readonly Card[], room: Room, size: number): Band[][] => {
  const pages: Band[][] = []
  let waiting = piecesOf(cards, room, size)
  while (waiting.length > 0) {
    const bands: Band[] = []
    let [taken, count] = [0, 0]
    while (waiting.length > 0 && count < most) {
      const { band, many, height } = bandUnder(after(taken), waiting.slice(0, most - count), room)
      if (many === 0) break
      bands.push(band)
      taken = after(taken) + height
      count += many
      waiting = waiting.slice(many)
    }
    const stuck = count === 0 ? waiting.shift() : undefined
    if (stuck) bands.push({ across: true, columns: [[stuck.one]] })
    pages.push(bands)
  }
  return pages
}

export type Divided = { size: number; columns: number; pages: Band[][] }

const breaksIn = (cards: readonly Card[], column: number, size: number): number =>
  cards.filter(({ text, letter }) => !unbroken(text, typeIn(column, size, letter !== null))).length

/** The largest of these letters with which all fits on one page, else the smallest; in so many columns that there are the fewest pages.
 *  Narrower columns break no more words than the usual ones. */
export const roomyPages = (
  cards: readonly Card[],
  room: Room,
  sizes: readonly number[],
  divide: (room: Room, size: number) => Band[][],
): Divided => {
  const surfaces = columnsOf[room.surface.shape].map((columns) => columned(room.surface, columns))
  const smallest = sizes.at(-1) ?? style.size
  let best: Divided | null = null
  for (const size of cards.length > most ? [smallest] : sizes) {
    for (const surface of surfaces) {
      if (surface.columns > room.surface.columns && breaksIn(cards, surface.column, size) > breaksIn(cards, room.surface.column, size))
        continue
      const pages = divide({ ...room, surface }, size)
      if (pages.length <= 1) return { size, columns: surface.columns, pages }
      if (size === smallest && (best === null || pages.length < best.pages.length)) best = { size, columns: surface.columns, pages }
    }
  }
  return best ?? { size: smallest, columns: room.surface.columns, pages: [] }
}
