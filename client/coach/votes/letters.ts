import type { Dots, RoundItem } from '../../../shared/domain/state.ts'

/** What stands on a slip of paper, as it is read aloud: `AAC`, or `A A AB` where letters come in twos. `unknown`: the first that no
 *  item has. */
export const readLetters = (text: string, items: readonly RoundItem[]): { dots: Dots; unknown: string | null } => {
  const known = new Map(items.map((item) => [item.letter, item.id]))
  const parts = text.toUpperCase().split(/[^\p{L}]+/u)
  const letters = parts.filter((part) => part !== '').flatMap((part) => (part.length > 1 && known.has(part) ? [part] : [...part]))
  const dots: Record<string, number> = {}
  for (const letter of letters) {
    const item = known.get(letter)
    if (item === undefined) return { dots, unknown: letter }
    dots[item] = (dots[item] ?? 0) + 1
  }
  return { dots, unknown: null }
}
