/** The page with a theme: its name and form of address as data attributes, because nothing inline may run or style. */
import type { Theme } from './read.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const attributes = ({ name, contact, address }: Theme): string =>
  Object.entries({ name, contact, address })
    .flatMap(([key, value]) => (value === null ? [] : [` data-${key}="${escaped(value)}"`]))
    .join('')

/** After our own style sheet, so that it has the last word. */
const head = ({ version, textFont }: Theme): string =>
  [
    ...(textFont === null ? [] : [`<link rel="preload" href="/theme/${textFont}?v=${version}" as="font" type="font/woff2" crossorigin>`]),
    `<link rel="stylesheet" href="/theme.css?v=${version}">`,
  ].join('')

export const pageWith = (page: string, theme: Theme): string => {
  const asked = theme.textFont === null ? page : page.replace(/<link[^>]*rel="preload"[^>]*as="font"[^>]*>\s*/g, '')
  return asked
    .replace('<html', () => `<html${attributes(theme)}`)
    .replace(/(<meta name="theme-color" content=")[^"]*/, (_whole, start: string) => `${start}${theme.page}`)
    .replace('</head>', () => `${head(theme)}</head>`)
}
