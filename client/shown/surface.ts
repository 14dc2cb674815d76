/** The surface of the screen, in hundredths of its height: the numbers of the style sheet, so that what is put on a page is what fits on it.
 *  `wide` is counted for 16:10, the narrowest of the wide projectors, `narrow` for 4:3. */
export type Shape = 'wide' | 'narrow'

export type Surface = {
  columns: number
  /** Between the margins. */
  width: number
  column: number
}

const gap = 2.4
const surface = (columns: number, whole: number, margin: number): Surface => {
  const width = whole - 2 * margin
  return { columns, width, column: (width - gap * (columns - 1)) / columns }
}
export const surfaces: Record<Shape, Surface> = { wide: surface(3, 160, 4), narrow: surface(2, 133.3, 3.5) }

export const top = 3.5
export const bottom = 3
export const between = 2
/** The clock stands here, and beside it, higher, the way in. */
export const foot = 10.5
export const corner = 16
export const footGap = 1.5

export const heading = { size: 5, line: 5.9, after: 1.6, /** Kept free for the counts beside it. */ aside: 62, most: 3 }

/** The letters of cards: the larger ones while few things stand there. */
export const card = { size: 4.2, sizes: [5, 4.6, 4.2], leading: 1.2, padding: 1.1, side: 1.7, border: 0.15, gap: 1.2 }
export const most = 24
export const groupHead = { size: 5, /** Of names alone. */ sizes: [8, 7, 6], leading: 1.15, count: 9, after: 2.8 }
export const result = {
  sizes: [6.6, 5.6, 4.8],
  leading: 1.15,
  bar: 1.15,
  note: 6,
  gap: 2.4,
  /** One line under the heading. */ help: 6.4,
  name: { wide: 56, narrow: 44 },
}
/** One idea large: its padding and edges, and the name of its group above it. */
export const idea = { sides: 8.8, rims: 5.8, group: 8.6 }
/** What is counted above the groups, where no question stands there. */
export const groupLine = 6.6
/** The left side of the lobby, and of a page on which people write. */
export const lobby = { left: { wide: 82, narrow: 56.3 }, join: 66 }
export const writing = { wide: 84, narrow: 62 }
/** Below the rule of a plate that fills the screen. */
export const caption = { size: 4.4, leading: 1.2, lines: 2, above: 2.4 }
