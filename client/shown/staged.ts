import { linesOf, type Type, unbroken } from './lines.ts'
import type { Common } from './scene.ts'
import { roomUnder } from './scene.ts'
import { type Surface, staged as style } from './surface.ts'

/** What of a text that is being written stands on the screen. `cut`: its beginning is left out, because the whole fits in no letters. */
export type StagedPage = { letter: number; before: string; after: string; pen: boolean; cut: boolean }

/** Few sizes, so that the words do not change theirs with each letter that comes. `at`: where the pen is; `null`: nobody has written yet. */
export const stagedIn = (
  text: string,
  at: number | null,
  surface: Surface,
  { plate, heading }: Pick<Common, 'plate' | 'heading'>,
): StagedPage => {
  const words = text.trimEnd()
  const pen = at === null ? null : Math.min(at, words.length)
  const split = (kept: string, from: number): Pick<StagedPage, 'before' | 'after'> => {
    const place = pen === null ? kept.length : Math.max(0, pen - from)
    return { before: kept.slice(0, place), after: kept.slice(place) }
  }
  const room = roomUnder(surface, plate, heading)
  const linesAt = (letter: number): { most: number; type: Type } => ({
    most: Math.max(1, Math.floor(room.last / (letter * style.leading))),
    // As much as the pen takes is left free at the end of each line, or it would push a word over.
    type: { font: 'bold', size: letter, width: surface.width - style.pen * letter },
  })
  for (const letter of style.sizes) {
    const { most, type } = linesAt(letter)
    if (linesOf(words, type).length <= most && (letter === style.sizes.at(-1) || unbroken(words, type)))
      return { letter, ...split(words, 0), pen: pen !== null, cut: false }
  }
  const letter = style.sizes.at(-1) ?? 0
  const { most, type } = linesAt(letter)
  const from = startOf(words, type, most)
  return { letter, ...split(words.slice(from), from), pen: pen !== null && pen >= from, cut: true }
}

/** Where the last lines begin, at a word. */
const startOf = (words: string, type: Type, most: number): number => {
  const kept = linesOf(words, type)
    .slice(1 - most)
    .join(' ')
    .replace(/\s+/g, ' ').length
  const near = Math.max(0, words.length - kept)
  const space = words.slice(near).search(/\s/)
  return space < 0 ? near : near + space + 1
}
