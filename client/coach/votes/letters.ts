import type { Dots, RoundItem } from '../../../shared/domain/state.ts'

/** Whether some letters come in twos: then only a blank says where one ends. Typed on, `AAB` would be three dots or two. */
export const apart = (items: readonly Pick<RoundItem, 'letter'>[]): boolean => items.some(({ letter }) => letter.length > 1)

/** What stands on a slip of paper, as it is read aloud: `AAC`, or `A A AB` where letters come in twos. `unknown`: the first that no
 *  item has. */
export const readLetters = (text: string, items: readonly RoundItem[]): { dots: Dots; unknown: string | null } => {
  const known = new Map(items.map((item) => [item.letter, item.id]))
  const parts = text
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')
  const dots: Record<string, number> = {}
  for (const letter of apart(items) ? parts : parts.flatMap((part) => [...part])) {
    const item = known.get(letter)
    if (item === undefined) return { dots, unknown: letter }
    dots[item] = (dots[item] ?? 0) + 1
  }
  return { dots, unknown: null }
}
