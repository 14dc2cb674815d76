/** Whether a blog may be published as it stands: no word in it that the room did not see, or sees no more. */

import { blocksOf } from '../../shared/blog/blocks.ts'
import { holds, plainWords, strangeQuotes } from '../../shared/blog/quotes.ts'
import type { Plein } from '../../shared/domain/state.ts'
import type { Outcome } from '../outcome/schema.ts'
import { quotablesOf } from './kit.ts'

/** Fewer words are common property: whoever writes "geld" quotes nobody. */
const leastWords = 3

const word = /[\p{L}\p{M}\p{N}]+/gu
/** The words alone: other signs between them, another mark at the end or a sign that shows nothing make no other sentence of what was hidden. */
const bare = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .replace(/[\p{Cf}’']/gu, '')
      .toLowerCase()
      .match(word) ?? []
  ).join(' ')

/** What the room saw once and was taken off the board, whole. What it never saw is not looked for: the answer would tell whoever tries words
 *  that somebody wrote just these. */
const takenOff = (plein: Plein): string[] => [
  ...[...plein.ideas.values()].filter(({ released, hidden, withdrawn }) => released && hidden && !withdrawn).map(({ text }) => text),
  ...[...plein.framings.values()].filter(({ undone }) => undone).map(({ text }) => text),
]

/** What has to be taken out first, in the words of the blog; none: it may be published. `outcome`: of this Plein. */
export const strangeWords = (words: string, plein: Plein, outcome: Outcome): string[] => {
  const shared = quotablesOf(outcome).map(({ text }) => text)
  const seen = shared.map(bare)
  const all = bare(words)
  const gone = takenOff(plein).filter((text) => {
    const one = bare(text)
    return one.split(' ').length >= leastWords && holds(all, one) && !seen.some((other) => holds(other, one))
  })
  return [...new Set([...strangeQuotes(blocksOf(words), shared.map(plainWords)), ...gone])]
}
