import type { OwnLine } from '../session/ownIdeas.ts'

/** What somebody takes home: the words of this page, made into one file on the phone itself. */
export type Keepsake = {
  lang: string
  title: string
  /** Headings with their texts; those without texts are left out. */
  parts: readonly { heading: string; texts: readonly string[] }[]
  foot: string
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replace(/\n/g, '<br>')

const style =
  'body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif;color:#14181b}h1,h2{line-height:1.2}h2{margin-top:2rem;font-size:1.2rem}li{margin:.5rem 0;overflow-wrap:anywhere}'

/** A page that opens anywhere, without a network. */
export const keepsakeFile = ({ lang, title, parts, foot }: Keepsake): string =>
  [
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${plain(title)}</title><style>${style}</style><h1>${plain(title)}</h1>`,
    ...parts
      .filter(({ texts }) => texts.length > 0)
      .map(({ heading, texts }) => `<h2>${plain(heading)}</h2><ul>${texts.map((text) => `<li>${plain(text)}</li>`).join('')}</ul>`),
    `<p>${plain(foot)}</p></html>\n`,
  ].join('\n')

/** Own texts of some kinds; what was withdrawn or never arrived stays behind. */
export const ownTexts = (lines: readonly OwnLine[], kinds: readonly OwnLine['as'][]): OwnLine[] =>
  lines.filter((line) => kinds.includes(line.as) && line.state !== 'withdrawn' && line.state !== 'refused')
