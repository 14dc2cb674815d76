/** What a blog may quote: words that the room has shared, whole or a part of them, and no others. */
import type { Parsed } from './blocks.ts'

/** Without what a writer may add or lose without changing what was said: white space, quotation marks around it, a full stop after it. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[“”„"‘’'«»]+|[“”„"‘’'«».]+$/gu, '')
    .trim()

const letter = /[\p{L}\p{M}\p{N}]/u
/** As whole words: a part of a word is not what somebody said. */
export const holds = (words: string, part: string): boolean => {
  if (part === '') return true
  for (let at = words.indexOf(part); at !== -1; at = words.indexOf(part, at + 1)) {
    const [before, first] = [words.slice(0, at).at(-1) ?? '', part[0] ?? '']
    const [last, after] = [part.at(-1) ?? '', words[at + part.length] ?? '']
    if (!(letter.test(before) && letter.test(first)) && !(letter.test(last) && letter.test(after))) return true
  }
  return false
}

/** Where words were left out. */
const gap = /\s*(?:\[?…\]?|\[?\.{3}\]?|\(…\))\s*/u

/** `shared`: all that may be quoted. The parts of a quote come from one of them, in their order. */
export const isShared = (quote: string, shared: Iterable<string>): boolean => {
  const parts = quote
    .split(gap)
    .map(plainWords)
    .filter((part) => part !== '')
  for (const one of shared) {
    let rest = plainWords(one)
    const all = parts.every((part) => {
      if (!holds(rest, part)) return false
      rest = rest.slice(rest.indexOf(part) + part.length)
      return true
    })
    if (all) return true
  }
  return parts.length === 0
}

/** The quotes of a blog that may not be published: never shared, or not any more, or not in these words. */
export const strangeQuotes = ({ blocks }: Parsed, shared: readonly string[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'quote') return []
    const quote = block.lines.join('\n')
    return isShared(quote, shared) ? [] : [quote]
  })
