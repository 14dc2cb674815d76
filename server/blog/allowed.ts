/** Whether a blog may be published as it stands: no word in it that the room did not see, or sees no more. */

import { blocksOf } from '../../shared/blog/blocks.ts'
import { holds, plainWords, strangeQuotes } from '../../shared/blog/quotes.ts'
import type { Plein } from '../../shared/domain/state.ts'
import type { Outcome } from '../outcome/schema.ts'
import { quotablesOf } from './kit.ts'

/** Fewer words are common property: whoever writes "geld" quotes nobody. */
const leastWords = 3

/** Scripts that put no space between words. */
const unspaced = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}`
const ofUnspaced = new RegExp(`[${unspaced}]`, 'u')
const spaced = /[\p{L}\p{M}\p{N}]+/gu
/** Of those scripts each letter for itself: where one word ends there depends on what stands beside it. */
const word = new RegExp(`(?=\\p{L})[${unspaced}]\\p{M}*|(?:(?!(?=\\p{L})[${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, 'gu')

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}’']/gu, '')
    .toLowerCase()
/** The words alone: other signs between them, another mark at the end or a sign that shows nothing make no other sentence of what was hidden. */
const bare = (text: string): string => (plain(text).match(word) ?? []).join(' ')

const segments = new Intl.Segmenter('und', { granularity: 'word' })
/** Never fewer than what spaces part. */
const countOf = (text: string): number =>
  (plain(text).match(spaced) ?? [])
    .map((run) => (ofUnspaced.test(run) ? [...segments.segment(run)].filter(({ isWordLike }) => isWordLike).length : 1))
    .reduce((all, count) => all + count, 0)

/** What the room saw once and was taken off the board, whole. What it never saw is not looked for: the answer would tell whoever tries words
 *  that somebody wrote just these. Nor is a last word that the owner said anew after it was hidden: what it was goes when the Plein is closed for
 *  good, before there is a blog. */
const takenOff = (plein: Plein): string[] => [
  ...[...plein.ideas.values()].filter(({ released, hidden, withdrawn }) => released && hidden && !withdrawn).map(({ text }) => text),
  ...[...plein.framings.values()].filter(({ undone }) => undone).map(({ text }) => text),
  ...(plein.word.hidden && !plein.wordUnseen && plein.word.text !== null ? [plein.word.text] : []),
]

/** What has to be taken out first, in the words of the blog; none: it may be published. `outcome`: of this Plein. */
export const strangeWords = (words: string, plein: Plein, outcome: Outcome): string[] => {
  const shared = quotablesOf(outcome).map(({ text }) => text)
  const seen = shared.map(bare)
  const all = bare(words)
  const gone = takenOff(plein).filter((text) => {
    const one = bare(text)
    return countOf(text) >= leastWords && holds(all, one) && !seen.some((other) => holds(other, one))
  })
  return [...new Set([...strangeQuotes(blocksOf(words), shared.map(plainWords)), ...gone])]
}
