/** The surface of the screen, in hundredths of its height: the numbers of the style sheet, so that what is put on a page is what fits on it. */
import type { Shape } from '../../shared/wire/messages.ts'

export type Surface = {
  shape: Shape
  columns: number
  /** Between the margins. */
  width: number
  column: number
}

const gap = 2.4
const surface = (shape: Shape, columns: number, width: number): Surface => ({
  shape,
  columns,
  width,
  column: (width - gap * (columns - 1)) / columns,
})
/** A projector that says 16:9 may be as narrow as 1360 × 768. */
export const surfaces: Record<Shape, Surface> = {
  '4:3': surface('4:3', 2, 133.3 - 7),
  '16:10': surface('16:10', 3, 160 - 8),
  '16:9': surface('16:9', 3, 177 - 8),
}
/** The same surface in other columns. */
export const columned = ({ shape, width }: Surface, columns: number): Surface => surface(shape, columns, width)
/** In how many columns cards may stand, the usual number first. */
export const columnsOf: Record<Shape, readonly number[]> = { '4:3': [2, 3], '16:10': [3, 2, 4], '16:9': [3, 2, 4] }

export const top = 3.5
export const bottom = 3
export const between = 2
/** The clock stands here, and beside it, higher, the way in. */
export const foot = 10.5
export const corner = 16
export const footGap = 1.5

export const heading = {
  size: 5,
  /** Where it saves a line. */
  smaller: 4.2,
  leading: 1.18,
  after: 1.6,
  most: 3,
  /** Kept free for what is counted after its last line: of cards, of groups, of pages alone. */
  aside: { cards: 66, groups: 93, page: 28, none: 0 },
  /** The same, where it stands beside all lines: how many have voted. */
  beside: 63,
  standardBeside: 146,
  gap: 3,
  /** The standard words of a kind with what is counted beside them, in the language in which they are longest together. */
  standard: {
    welcome: 60,
    checkin: 121,
    ideas: 123,
    burst: 150,
    cluster: 111,
    vote: 117,
    reframe: 143,
    write: 146,
    harvest: 109,
    plenary: 60,
    pause: 60,
  },
}
/** The plate above a page of other things: at most about a fifth of the height, as long as letters can be smaller. */
export const plateAt = { one: 7, sizes: [6, 5.2, 4.8, 4.5], least: 4.2, most: 20.2 }

/** The letters of cards: the larger ones while few things stand there. */
export const card = { size: 4.2, sizes: [5, 4.6, 4.2], leading: 1.2, padding: 1.1, side: 1.7, border: 0.15, gap: 1.2 }
export const most = 24
export const groupHead = {
  size: 5,
  /** Of names alone. */
  sizes: [8, 7, 6],
  /** Of names, and of the ideas under them, where each group has a column of its own. */
  beside: [
    [6, 5],
    [5.4, 4.6],
    [5, 4.2],
  ] as const,
  leading: 1.15,
  gap: 2,
  after: 2.8,
}
export const result = {
  sizes: [6.6, 5.6, 4.8, 4.2],
  leading: 1.15,
  bar: 1.2,
  note: 6,
  /** How it was in the first round: a thin bar, and a word. */
  was: { beside: 11.5, above: 8.2 },
  /** Between a name and the bar under it. */
  under: 0.8,
  /** Of the row's own letters, and the gap after it. */
  letter: 1.85,
  aside: 3,
  gap: 1.7,
  /** One line under the heading. */ help: 6.4,
  name: { '4:3': 48, '16:10': 58, '16:9': 66 },
  least: 24,
  /** Kept free on the right, where rows stand beside the way in; then a row keeps so much more for all but its name. */
  beside: 18,
  rest: 63,
}
/** One idea large: its padding and edges, and the name of its group above it. */
export const idea = { sides: 8.8, rims: 5.8, group: 8.6 }
/** Whether they are commitments, and how many. */
export const harvest = { line: 6.4 }
/** What people can do about the question, under what is asked. */
export const reframeLine = 6.4
/** What is counted above the groups, where no question stands there. */
export const groupLine = 6.6
/** What is written before the room. */
export const staged = { sizes: [9, 7.5, 6.2, 5.2, 4.5], leading: 1.2, pen: 0.3 }
/** The left side of the lobby, and of a page on which people write. */
export const lobby = { left: { '4:3': 56.3, '16:10': 82, '16:9': 99 }, join: 66 }
export const writing = { '4:3': 62, '16:10': 84, '16:9': 94 }
/** The chain of wordings: where each came from stands in one line above it; the line along them on the left. */
export const story = {
  sizes: [6, 5.4, 4.8, 4.4],
  leading: 1.2,
  above: 5.6,
  gap: 2.6,
  side: 8,
  /** Shares of the page that the plate may take. */ plates: [0.45, 0.36, 0.28, 0.2],
}
/** Below the rule of a plate that fills the screen. */
export const caption = { size: 4.4, leading: 1.2, lines: 2, above: 2.4 }
