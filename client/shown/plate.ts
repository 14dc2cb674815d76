import { lineCount, linesOf } from './lines.ts'
import type { Surface } from './surface.ts'

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
export const plateWith = (text: string, letter: number, { width }: Surface): Plate => plate(text, letter, width)
const whole = (text: string, letter: number, width: number): boolean => {
  const lines = linesOf(text, { font: 'plate', size: letter, width: width - plateSides * letter })
  return lines.join(' ').replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ').trim()
}

/** Above everything else that is shown: small enough to leave room, and only a very long wording below six. */
export const plateAbove = (text: string, { width }: Surface): Plate => {
  const one = plate(text, 7, width)
  if (one.lines === 1) return one
  const six = plate(text, 6, width)
  if (six.lines <= 3) return six
  const five = plate(text, 5.2, width)
  return five.lines <= 4 ? five : plate(text, 4.5, width)
}

/** The largest letters with which plain words fit a box. */
export const lettersIn = (text: string, font: 'text' | 'bold', width: number, height: number, most: number, least: number): number => {
  for (let size = most; size > least; size -= 0.5) {
    const lines = linesOf(text, { font, size, width })
    const unbroken = lines.join(' ').replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ').trim()
    if (lines.length * size * 1.2 <= height && unbroken) return size
  }
  return least
}
