/** The words of a blog as blocks. A line that begins with `##` or `###` is a heading, lines that begin with `>` are a quote, one line of its
 *  own is the place of the question chain, and all the rest are paragraphs: no other sign has a meaning, so nothing else can come in. */
import { codePoints } from '../text/normalise.ts'

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; lines: string[] }
  /** `from`: who or what is quoted, as the writer says it. */
  | { kind: 'quote'; lines: string[]; from: string | null }
  | { kind: 'chain' }
/** `title`: of a first line with one `#`. */
export type Parsed = { title: string | null; blocks: Block[] }

/** Longest blog that is published, in code points: ten pages; and most quotes in it, each of which is sought in all that was shared. */
const longestBlog = 30_000
const mostQuotes = 50
/** The line that stands for the question chain, in either language of the interface. */
export const chainLines = { nl: '[Hoe de vraag veranderde]', en: '[How the question changed]' } as const

const isChain = (line: string): boolean => Object.values(chainLines).some((one) => one.toLowerCase() === line.toLowerCase())
/** A dash before who is quoted: an em dash, an en dash, or two hyphens. */
const dash = /^(?:[—–]|--)\s*(?=\S)/u

const quoteOf = (lines: readonly string[]): Block => {
  const last = lines.at(-1) ?? ''
  const named = lines.length > 1 && dash.test(last)
  const said = named ? lines.slice(0, -1) : lines
  const filled = said.slice(said.findIndex((line) => line !== ''))
  return { kind: 'quote', lines: trimmed(filled), from: named ? last.replace(dash, '') : null }
}
const trimmed = (lines: readonly string[]): string[] => {
  const end = lines.findLastIndex((line) => line !== '')
  return lines.slice(0, end + 1)
}

type Sort = 'empty' | 'title' | 'heading' | 'chain' | 'quote' | 'words'
const sortOf = (line: string): Sort =>
  line === ''
    ? 'empty'
    : /^#\s+\S/.test(line)
      ? 'title'
      : /^#{2,6}\s*\S/.test(line)
        ? 'heading'
        : isChain(line)
          ? 'chain'
          : line.startsWith('>')
            ? 'quote'
            : 'words'

export const blocksOf = (words: string): Parsed => {
  const blocks: Block[] = []
  let title: string | null = null
  let open: { sort: Sort; lines: string[] } = { sort: 'empty', lines: [] }
  const add = (sort: Sort, line: string): void => {
    open.sort = sort
    open.lines.push(line)
  }
  const flush = (): void => {
    const { sort, lines } = open
    if (sort === 'words') blocks.push({ kind: 'paragraph', lines })
    if (sort === 'quote' && lines.some((line) => line !== '')) blocks.push(quoteOf(lines))
    open = { sort: 'empty', lines: [] }
  }
  for (const raw of words.split('\n')) {
    const line = raw.trim()
    const sort = sortOf(line)
    if (sort !== open.sort) flush()
    const text = line.replace(/^#+\s*/, '')
    if (sort === 'title' && title === null && blocks.length === 0) title = text
    else if (sort === 'title' || sort === 'heading') {
      // A heading below one that is not there would be missed by whoever hears the page.
      const below = /^###/.test(line) && blocks.some((block) => block.kind === 'heading')
      blocks.push({ kind: 'heading', level: below ? 3 : 2, text })
    } else if (sort === 'chain') blocks.push({ kind: 'chain' })
    else if (sort === 'quote') add(sort, line.replace(/^>\s*/, ''))
    else if (sort === 'words') add(sort, line)
  }
  flush()
  return { title, blocks }
}

/** Something to read: more than headings. */
export const saysSomething = ({ blocks }: Parsed): boolean => blocks.some(({ kind }) => kind !== 'heading')
export const tooLong = (words: string): boolean =>
  codePoints(words) > longestBlog || blocksOf(words).blocks.filter(({ kind }) => kind === 'quote').length > mostQuotes
