import { marksBetween } from '../../shared/text/difference.ts'

/** A part of a wording: it came with this wording, it goes with the next one, both, or neither. */
export type Strand = { text: string; came: boolean; goes: boolean }

/** For each letter of `text`, whether it stands in a piece of this kind. */
const letters = (text: string, pieces: readonly { kind: string; text: string }[] | null, kind: 'new' | 'lost'): boolean[] => {
  const marks = new Array<boolean>(text.length).fill(false)
  let at = 0
  for (const piece of pieces ?? []) {
    if (piece.kind !== 'same' && piece.kind !== kind) continue
    if (piece.kind === kind) marks.fill(true, at, at + piece.text.length)
    at += piece.text.length
  }
  return marks
}

/** A wording between the one before it and the one after it. Where a step left so little that marks would be a patchwork, it leaves none. */
export const strandsOf = (text: string, before: string | null, after: string | null): Strand[] => {
  const came = letters(text, before === null ? null : marksBetween(before, text), 'new')
  const goes = letters(text, after === null ? null : marksBetween(text, after), 'lost')
  const strands: Strand[] = []
  for (let at = 0; at < text.length; at++) {
    const last = strands.at(-1)
    const sign = text[at] as string
    // Marks stand on words: between two words of a kind the space goes along, at their ends it stays bare.
    const [c, g] = [came[at] === true, goes[at] === true]
    if (last && last.came === c && last.goes === g) last.text += sign
    else strands.push({ text: sign, came: c, goes: g })
  }
  return strands.flatMap(bare)
}

const bare = (strand: Strand): Strand[] => {
  if (!strand.came && !strand.goes) return [strand]
  const words = strand.text.trim()
  const plain = { came: false, goes: false }
  if (words === '') return [{ text: strand.text, ...plain }]
  const start = strand.text.indexOf(words)
  return [
    { text: strand.text.slice(0, start), ...plain },
    { ...strand, text: words },
    { text: strand.text.slice(start + words.length), ...plain },
  ].filter(({ text }) => text !== '')
}
