/** What changed between two wordings, word by word. */
// Not from 'diff' itself: its other ways of comparing would come along.
import { diffArrays } from 'diff/lib/diff/array.js'

export type Piece = { kind: 'same' | 'lost' | 'new'; text: string }
/** `keptShare`: from 0 (another sentence) to 1 (the same words), so that a view can show two sentences instead of a patchwork. */
export type Difference = { pieces: Piece[]; keptShare: number }

// Words of all scripts: the word differences of the library know Latin letters only and would show an Arabic word letter by letter.
const tokens = /[\p{L}\p{M}\p{N}'’]+|\s+|./gsu
const word = /[\p{L}\p{N}]/u

/** Tokens that went and came, together, beyond which a wording is another one. Two of 500 characters with no word in common have some 200. */
const mostEdits = 250

/** The pieces without the new ones are `before`, without the lost ones `after`, to the letter. */
export const difference = (before: string, after: string): Difference => {
  const parts = diffArrays(before.match(tokens) ?? [], after.match(tokens) ?? [], { maxEditLength: mostEdits })
  // Text of signs alone is a thousand tokens, and the cost grows with the square of what differs.
  if (!parts)
    return {
      pieces: [
        { kind: 'lost', text: before },
        { kind: 'new', text: after },
      ],
      keptShare: 0,
    }
  const count = { same: 0, lost: 0, new: 0 }
  const pieces = parts.map(({ added, removed, value }): Piece => {
    const kind = added ? 'new' : removed ? 'lost' : 'same'
    count[kind] += value.filter((token) => word.test(token)).length
    return { kind, text: value.join('') }
  })
  const all = 2 * count.same + count.lost + count.new
  return { pieces: joined(pieces), keptShare: all === 0 ? (before === after ? 1 : 0) : (2 * count.same) / all }
}

const wordsOf = (pieces: readonly Piece[], kind: Piece['kind']): number =>
  pieces.reduce(
    (sum, piece) => (piece.kind === kind ? sum + (piece.text.match(tokens) ?? []).filter((token) => word.test(token)).length : sum),
    0,
  )

/** When fewer words than this stayed, both wordings stand whole: a patchwork of marks would be unreadable. */
const patchwork = 0.5

/** What to mark between two wordings; `null` when nothing changed, or so much that marks would be a patchwork. */
export const marksBetween = (before: string, after: string): Piece[] | null => {
  if (before === after) return null
  const { pieces, keptShare } = difference(before, after)
  return keptShare < patchwork ? null : pieces
}
/** The same, of a difference that is known already. */
export const marksOf = (pieces: readonly Piece[]): Piece[] | null => {
  const kept = 2 * wordsOf(pieces, 'same')
  const all = kept + wordsOf(pieces, 'lost') + wordsOf(pieces, 'new')
  return pieces.every(({ kind }) => kind === 'same') || all === 0 || kept / all < patchwork ? null : [...pieces]
}

/** Words that changed side by side are one change: a space that "stayed" between them would tear both wordings to pieces. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const result: Piece[] = []
  let run: Piece[] = []
  const flush = (): void => {
    // White space after the last change stays what it was.
    const tail = run.at(-1)?.kind === 'same' ? run.splice(-1) : []
    const side = (kind: 'lost' | 'new') =>
      run.flatMap((piece) => (piece.kind === kind || piece.kind === 'same' ? [piece.text] : [])).join('')
    const lost = side('lost')
    const added = side('new')
    if (lost.trim() && added.trim()) result.push({ kind: 'lost', text: lost }, { kind: 'new', text: added })
    else result.push(...run)
    result.push(...tail)
    run = []
  }
  for (const piece of pieces) {
    if (piece.kind !== 'same' || (run.length > 0 && piece.text.trim() === '')) {
      run.push(piece)
      continue
    }
    flush()
    result.push(piece)
  }
  flush()
  return result
}
