/** Whether a sentence can be read from a screen by everybody: looked at word by word against a list, so that the same text always gets the
 *  same hints. A hint with its reason; nothing is refused for it. */

/** As in `server/plain/*.json`: official words with what to say instead, and short forms that everybody knows. */
export type PlainWords = { words: Readonly<Record<string, string>>; known: readonly string[] }

export type PlainHint =
  /** A sentence of so many words, more than `longestSentence`. */
  | { hint: 'long'; count: number }
  /** Capitals, or letters with dots: not everybody knows what they stand for. */
  | { hint: 'short-form'; said: string }
  | { hint: 'official'; said: string; plain: string }

/** In words. Dutch at level B1 has some fifteen in a sentence; from a screen at ten metres nobody reads twice. */
export const longestSentence = 20

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Verbs on -eren in all their forms: implementeren, implementeert, geïmplementeerd, implementatie is another word. */
const forms = (entry: string): string => {
  const verb = /^(\p{L}+)eren$/u.exec(entry)
  if (!verb) return escaped(entry)
  const stem = verb[1] as string
  const dotted = stem.replace(/^[ei]/, (letter) => (letter === 'e' ? 'ë' : 'ï'))
  return `(?:ge${escaped(dotted)}|ge${escaped(stem)}|${escaped(stem)})(?:eren|erende?|eerden?|eerde|eert|eerd|eer|ering)`
}

/** Where a word begins, and where none goes on. Without looking back: Safari reads that from 16.4 on, and a page in which it stands falls with it. */
const words = (pattern: string, flags: string): RegExp => new RegExp(`(^|[^\\p{L}\\p{N}])(${pattern})(?![\\p{L}\\p{N}])`, flags)
type Word = { said: string; at: number; end: number }
const wordsIn = (text: string, pattern: RegExp): Word[] =>
  [...text.matchAll(pattern)].map(({ 1: before = '', 2: said = '', index }) => {
    const at = index + before.length
    return { said, at, end: at + said.length }
  })

const official = (text: string, list: PlainWords): { at: number; end: number; hint: PlainHint }[] => {
  const found: { at: number; end: number; hint: PlainHint }[] = []
  // The longest first: what stands inside another one is not said twice.
  for (const entry of Object.keys(list.words).sort((a, b) => b.length - a.length)) {
    for (const { said, at, end } of wordsIn(text, words(forms(entry), 'giu'))) {
      if (found.some((other) => at < other.end && other.at < end)) continue
      found.push({ at, end, hint: { hint: 'official', said, plain: list.words[entry] as string } })
    }
  }
  return found
}

const shortForms = (text: string, { known }: PlainWords): { at: number; end: number; hint: PlainHint }[] => {
  // Whoever writes in capitals throughout abbreviates nothing.
  if (text === text.toUpperCase()) return []
  return wordsIn(text, words('\\p{Lu}[\\p{Lu}\\p{N}]{1,7}|(?:\\p{L}{1,3}\\.){2,}', 'gu'))
    .filter(({ said }) => !known.includes(said))
    .map(({ said, at, end }) => ({ at, end, hint: { hint: 'short-form', said } }))
}

const longSentences = (text: string): PlainHint[] =>
  text
    // A dot inside a short form is followed by a small letter.
    .split(/[.!?]+(?=\s+[\p{Lu}\p{N}"'“‘]|\s*$)|\n+/u)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length)
    .filter((count) => count > longestSentence)
    .map((count) => ({ hint: 'long', count }))

/** Each hint once: long sentences first, then words in the order of the text. */
export const plainHints = (text: string, list: PlainWords): PlainHint[] => {
  const words = official(text, list)
  const short = shortForms(text, list).filter(({ at, end }) => !words.some((other) => at < other.end && other.at < end))
  const seen = new Set<string>()
  const inOrder = [...words, ...short].sort((a, b) => a.at - b.at).map(({ hint }) => hint)
  return [...longSentences(text), ...inOrder].filter((hint) => {
    const key = 'said' in hint ? hint.said.toLowerCase() : hint.hint
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}
