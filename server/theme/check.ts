/** The colours of a theme: known names, colours as #rrggbb, and every pair as well readable as our own. */
import { contrast, isColour } from './colour.ts'
import { type Colour, type Colours, colours, type Pair, screenPairs, shapePairs, textPairs } from './pairs.ts'

type Wrong = (problem: string) => never

export const coloursIn = (given: unknown, where: 'tokens' | 'dark', wrong: Wrong): Partial<Colours> => {
  if (given === undefined) return {}
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return wrong(`"${where}" must hold colours by name`)
  const set: Partial<Colours> = {}
  for (const [name, value] of Object.entries(given)) {
    if (!colours.includes(name as Colour)) return wrong(`"${where}.${name}" is unknown; the tokens are ${colours.join(', ')}`)
    if (!isColour(value)) return wrong(`"${where}.${name}" must be a colour such as #14181b`)
    set[name as Colour] = value.toLowerCase()
  }
  return set
}

/** Only the desk is ever dark, so the screen's pairs count for the light set alone. */
export const checkContrast = (set: Colours, where: 'tokens' | 'dark', wrong: Wrong): void => {
  const kinds: [readonly Pair[], number, string][] = [
    [textPairs, 6, 'text needs'],
    ...(where === 'tokens' ? [[screenPairs, 7, 'the screen needs'] as [readonly Pair[], number, string]] : []),
    [shapePairs, 3, 'a border needs'],
  ]
  for (const [pairs, least, whatNeeds] of kinds)
    for (const [text, ground] of pairs) {
      const ratio = contrast(set[text], set[ground])
      // Rounded down, or 5.96 would be refused as "6.0 where 6 is needed".
      const figure = (Math.floor(ratio * 100) / 100).toFixed(2)
      if (ratio < least)
        wrong(
          `"${where}" puts ${text} (${set[text]}) on ${ground} (${set[ground]}): a contrast of ${figure} : 1, and ${whatNeeds} ${least} : 1`,
        )
    }
}

const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
/** `share` of one colour over another. */
export const mixed = (one: string, other: string, share: number): string =>
  `#${[1, 3, 5]
    .map((at) =>
      Math.round(part(one, at) * share + part(other, at) * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
