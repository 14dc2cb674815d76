/** What a blog may quote: words that the room has shared, whole or a part of them, and no others. */
import type { Parsed } from './blocks.ts'

const around = new Set('“”„"‘’\'«» ')
const behind = new Set([...around, '.'])

/** Without what a writer may add or lose without changing what was said: white space, quotation marks around it, a full stop after it. */
export const plainWords = (text: string): string => {
  const words = text.normalize('NFC').replace(/\s+/gu, ' ')
  let [start, end] = [0, words.length]
  while (start < end && around.has(words[start] as string)) start++
  while (end > start && behind.has(words[end - 1] as string)) end--
  return words.slice(start, end)
}

const letter = /[\p{L}\p{M}\p{N}]/u
/** As whole words: a part of a word is not what somebody said. */
export const holds = (words: string, part: string): boolean => placeOf(words, part) !== -1

const placeOf = (words: string, part: string): number => {
  if (part === '') return 0
  for (let at = words.indexOf(part); at !== -1; at = words.indexOf(part, at + 1)) {
    const [before, first] = [words[at - 1] ?? '', part[0] ?? '']
    const [last, after] = [part.at(-1) ?? '', words[at + part.length] ?? '']
    if (!(letter.test(before) && letter.test(first)) && !(letter.test(last) && letter.test(after))) return at
  }
  return -1
}

/** Where words were left out. */
const gap = /\[?…\]?|\[?\.{3}\]?|\(…\)/u

/** Words left out in more places than this make another text of somebody's words, and each part is sought in all that was shared: such a quote
 *  has to stand there as it is. */
const mostParts = 10

const partsOf = (quote: string): string[] => {
  const parts = quote
    .split(gap)
    .map(plainWords)
    .filter((part) => part !== '')
  return parts.length > mostParts ? [plainWords(quote)] : parts
}

/** `shared`: plain words of one thing that was shared. The parts stand in it, in their order. */
const standsIn = (shared: string, parts: readonly string[]): boolean => {
  let from = 0
  for (const part of parts) {
    const at = placeOf(shared.slice(from), part)
    if (at === -1) return false
    from += at + part.length
  }
  return true
}

/** The quotes of a blog that may not be published: never shared, or not any more, or not in these words. `shared`: all that may be quoted, as
 *  plain words. */
export const strangeQuotes = ({ blocks }: Parsed, shared: readonly string[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'quote') return []
    const quote = block.lines.join('\n')
    const parts = partsOf(quote)
    return parts.length === 0 || shared.some((one) => standsIn(one, parts)) ? [] : [quote]
  })
