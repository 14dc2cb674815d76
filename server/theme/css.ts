/** The style sheet of a theme: its fonts and its colours as the custom properties of client/styles/tokens.css. */
import type { Colour, Colours } from './pairs.ts'

type Given = { light: Partial<Colours>; dark: Partial<Colours>; fonts: { text?: string; sign?: string }; version: string }

const properties = (set: Partial<Colours>): string[] => Object.entries(set).map(([name, value]) => `  --${name}: ${value};`)
const face = (family: string, file: string, version: string): string[] => [
  '@font-face {',
  `  font-family: "${family}";`,
  `  src: url("/theme/${file}?v=${version}") format("woff2");`,
  '  font-weight: 100 900;',
  '  font-display: swap;',
  '}',
]

/** What stands on paper as on a screen: the plate with the question, and chalk. For the rest paper is white, and what is written on it dark. */
const alsoOnPaper: readonly string[] = ['sign', 'on-sign', 'chalk', 'on-chalk'] satisfies Colour[]
const split = (set: Partial<Colours>): { plate: Partial<Colours>; page: Partial<Colours> } => {
  const of = (paper: boolean) => Object.fromEntries(Object.entries(set).filter(([name]) => alsoOnPaper.includes(name) === paper))
  return { plate: of(true), page: of(false) }
}

/** Our own fonts stay behind those of the theme, for the letters that they lack. Every value was checked before. */
export const cssOf = ({ light, dark, fonts, version }: Given): string =>
  [
    ...(fonts.text ? face('Theme Text', fonts.text, version) : []),
    ...(fonts.sign ? face('Theme Sign', fonts.sign, version) : []),
    ':root, .lit {',
    ...properties(split(light).plate),
    ...(fonts.text ? ['  --text: "Theme Text", "Atkinson Hyperlegible Next Variable", "Atkinson Fallback", system-ui, sans-serif;'] : []),
    ...(fonts.sign ? ['  --plate: "Theme Sign", "Overpass Variable", "Overpass Fallback", sans-serif;'] : []),
    '}',
    ':root[data-shade="dark"] {',
    ...properties(split(dark).plate),
    '}',
    '@media screen {',
    ':root, .lit {',
    ...properties(split(light).page),
    '}',
    ':root[data-shade="dark"] {',
    ...properties(split(dark).page),
    '}',
    '}',
    '',
  ].join('\n')
