import { advance, type Font } from './letters.ts'
import { remembered } from './remembered.ts'

/** A browser's letters stand a little closer or wider than the table says; an estimate may be too wide and never too narrow. */
const spare = 1.02

/** A letter and the marks on it, between which no line breaks. */
const clusters = /\P{M}\p{M}*|\p{M}+/gu
/** More marks on one letter than any language has. Where no font has them, each takes the width of a letter, in one line that is cut off at the
 *  edge of its card: such a letter counts as a line of its own. */
const piled = /\p{M}{5}/u

const inThousandths: Record<Font, (word: string) => number> = {
  text: remembered((word) => advances(word, 'text')),
  bold: remembered((word) => advances(word, 'bold')),
  plate: remembered((word) => advances(word, 'plate')),
}
const advances = (word: string, font: Font): number => {
  if (piled.test(word)) return Number.POSITIVE_INFINITY
  let thousandths = 0
  for (const character of word) thousandths += advance(character, font)
  return thousandths
}
const inSize = (thousandths: number, size: number): number => (thousandths / 1000) * size * spare
export const widthOf = (word: string, font: Font, size: number): number => inSize(inThousandths[font](word), size)

export type Type = { font: Font /** In hundredths of the height, like `width`. */; size: number; width: number }
const kept = new Map<string, { count: (text: string) => number; whole: (text: string) => boolean }>()
/** The same few kinds of column all the time. */
const inType = (type: Type) => {
  const name = `${type.font} ${type.size} ${type.width}`
  const known = kept.get(name)
  if (known !== undefined) return known
  if (kept.size >= 64) kept.clear()
  const made = {
    count: remembered((text) => wholeLines(text, type) ?? linesOf(text, type).length),
    whole: remembered((text) => wholeLines(text, type) !== null || standsWhole(text, type)),
  }
  kept.set(name, made)
  return made
}

/** A word that is longer than a line breaks after a hyphen or a slash and else anywhere; browsers differ in which of these they take, so the
 *  way with the most lines counts. */
const broken = (word: string, type: Type): string[] => {
  const ways = [[word], word.match(/[^-]*-|[^-]+/g) ?? [word], word.match(/[^-/?|]*[-/?|]|[^-/?|]+/g) ?? [word]]
  return ways.map((parts) => packed(parts, type)).reduce((most, lines) => (lines.length > most.length ? lines : most))
}
const packed = (parts: readonly string[], { font, size, width }: Type): string[] => {
  const lines: string[] = []
  let line = ''
  let taken = 0
  const put = (part: string, wide: number) => {
    if (line !== '' && taken + wide > width) {
      lines.push(line)
      line = ''
      taken = 0
    }
    line += part
    taken += wide
  }
  for (const part of parts) {
    const wide = widthOf(part, font, size)
    if (wide <= width) put(part, wide)
    else for (const cluster of part.match(clusters) ?? []) put(cluster, widthOf(cluster, font, size))
  }
  return [...lines, line]
}

const wordsOf = (paragraph: string): string[] => paragraph.split(/[ \t]+/).filter((part) => part !== '')
const measured = (font: Font) => remembered((text) => text.split('\n').map((paragraph) => wordsOf(paragraph).map(inThousandths[font])))
/** Of each paragraph its words: a thousand ideas are tried in many columns, and only the first time they are more than sums. */
const words = { text: measured('text'), bold: measured('bold'), plate: measured('plate') } satisfies Record<Font, unknown>
/** As many as `linesOf` gives; `null`: a word is longer than a line. */
const wholeLines = (text: string, { font, size, width }: Type): number | null => {
  const space = widthOf(' ', font, size)
  let lines = 0
  for (const paragraph of words[font](text)) {
    let taken = 0
    for (const word of paragraph) {
      const wide = inSize(word, size)
      if (wide > width) return null
      if (taken > 0 && taken + space + wide > width) {
        lines += 1
        taken = 0
      }
      taken += (taken === 0 ? 0 : space) + wide
    }
    lines += 1
  }
  return lines
}

/** The lines into which a text breaks at spaces and line ends; a word longer than a line breaks anywhere, as the style sheet has it. */
export const linesOf = (text: string, type: Type): string[] => {
  const { font, size, width } = type
  const space = widthOf(' ', font, size)
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    let taken = 0
    const end = () => {
      lines.push(line)
      line = ''
      taken = 0
    }
    for (const word of wordsOf(paragraph)) {
      const wide = widthOf(word, font, size)
      if (taken > 0 && taken + space + wide > width) end()
      if (wide > width) {
        const parts = broken(word, type)
        lines.push(...parts.slice(0, -1))
        line = parts.at(-1) ?? ''
        taken = widthOf(line, font, size)
        continue
      }
      line = line === '' ? word : `${line} ${word}`
      taken += (taken === 0 ? 0 : space) + wide
    }
    end()
    return lines
  })
}

/** No word of it stands on two lines. */
export const unbroken = (text: string, type: Type): boolean => inType(type).whole(text)
const standsWhole = (text: string, type: Type): boolean =>
  linesOf(text, type).join(' ').replace(/\s+/g, ' ').trim() === text.replace(/\s+/g, ' ').trim()

export const lineCount = (text: string, type: Type): number => inType(type).count(text)

/** As much as fits in so many lines, whole words with `…` after them; all of it when it fits. */
export const shortened = (text: string, type: Type, most: number): string => {
  const lines = linesOf(text, type)
  if (lines.length <= most) return text
  const last = lines[most - 1] ?? ''
  const room = (words: string) => lineCount(`${words}…`, type) === 1
  let kept = last
  while (kept.includes(' ') && !room(kept)) kept = kept.slice(0, kept.lastIndexOf(' '))
  while (kept !== '' && !room(kept)) kept = [...kept].slice(0, -1).join('')
  return `${[...lines.slice(0, most - 1), kept].join(' ')}…`
}

/** Parts of at most so many lines each, for the few texts that no surface holds. */
export const partsOf = (text: string, type: Type, most: number): string[] => {
  const lines = linesOf(text, type)
  if (lines.length <= most) return [text]
  const parts: string[] = []
  for (let at = 0; at < lines.length; at += most) parts.push(lines.slice(at, at + most).join('\n'))
  return parts
}
