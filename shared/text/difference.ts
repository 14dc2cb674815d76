/** What changed between two wordings, word by word. */
import { diffWordsWithSpace } from 'diff'

export type Piece = { kind: 'same' | 'lost' | 'new'; text: string }
/** `keptShare`: from 0 (another sentence) to 1 (the same words), so that a view can show two sentences instead of a patchwork. */
export type Difference = { pieces: Piece[]; keptShare: number }

/** The pieces without the new ones are `before`, without the lost ones `after`, to the letter. */
export const difference = (before: string, after: string): Difference => {
  const pieces = diffWordsWithSpace(before, after).map(
    ({ added, removed, value }): Piece => ({ kind: added ? 'new' : removed ? 'lost' : 'same', text: value }),
  )
  const words = (kind: Piece['kind']) => pieces.reduce((sum, piece) => sum + (piece.kind === kind ? (piece.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0), 0)
  const kept = 2 * words('same')
  const all = kept + words('lost') + words('new')
  return { pieces, keptShare: all === 0 ? (before === after ? 1 : 0) : kept / all }
}
