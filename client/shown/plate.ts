import { lineCount, shortened, unbroken } from './lines.ts'
import { plateAt, type Surface } from './surface.ts'

/** A wording on its plate: its letters and lines in hundredths of the screen's height, and how tall the plate is with them. */
export type Plate = { text: string; letter: number; lines: number; height: number }

const leading = 1.15
/** Inside the plate, in letters: on both sides together, above and below together. */
export const plateSides = 1.5
const plateRims = 1

const plate = (text: string, letter: number, width: number): Plate => {
  const lines = lineCount(text, { font: 'plate', size: letter, width: width - plateSides * letter })
  return { text, letter, lines, height: letter * (lines * leading + plateRims) }
}

/** The largest letters, from eleven down, with which a wording fits this box. */
export const plateIn = (text: string, width: number, height: number): Plate => {
  for (let letter = 11; letter > 4.5; letter -= 0.5) {
    const it = plate(text, letter, width)
    // A word that breaks in the middle is read badly, however large.
    if (it.height <= height && whole(text, letter, width)) return it
  }
  return plate(text, 4.5, width)
}
/** The same in a box that is never outgrown: a wording that it does not hold ends with dots there; whole it stands on the phones. */
export const plateInside = (text: string, width: number, height: number): Plate => {
  const whole = plateIn(text, width, height)
  if (whole.height <= height) return whole
  const letter = plateAt.least
  const lines = Math.floor((height / letter - plateRims) / leading)
  return plate(shortened(text, { font: 'plate', size: letter, width: width - plateSides * letter }, lines), letter, width)
}
export const plateWith = (text: string, letter: number, { width }: Surface): Plate => plate(text, letter, width)
const whole = (text: string, letter: number, width: number): boolean =>
  unbroken(text, { font: 'plate', size: letter, width: width - plateSides * letter })

/** Above everything else that is shown: six and more, and smaller where a wording of more than two lines leaves more room with it. */
export const plateAbove = (text: string, { width }: Surface): Plate => {
  const one = plate(text, plateAt.one, width)
  if (one.lines === 1) return one
  const ways = plateAt.sizes.map((letter) => plate(text, letter, width))
  const least = plate(text, plateAt.least, width)
  const last = ways.at(-1) ?? least
  return ways.find(({ height }) => height <= plateAt.most) ?? (least.lines < last.lines ? least : last)
}

/** The largest letters with which plain words fit a box. */
export const lettersIn = (text: string, font: 'text' | 'bold', width: number, height: number, most: number, least: number): number => {
  for (let size = most; size > least; size -= 0.5) {
    const type = { font, size, width }
    if (lineCount(text, type) * size * 1.2 <= height && unbroken(text, type)) return size
  }
  return least
}
