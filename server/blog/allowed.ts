/** Whether a blog may be published as it stands: no word in it that the room did not see, or sees no more. */

import { blocksOf } from '../../shared/blog/blocks.ts'
import { holds, plainWords, strangeQuotes } from '../../shared/blog/quotes.ts'
import type { Plein } from '../../shared/domain/state.ts'
import type { Outcome } from '../outcome/schema.ts'
import { quotablesOf } from './kit.ts'

/** Fewer words are common property: whoever writes "geld" quotes nobody. */
const leastWords = 3

const plain = (text: string): string => plainWords(text).toLowerCase()

/** What the room saw once and was taken off the board, whole. What it never saw is not looked for: the answer would tell whoever tries words
 *  that somebody wrote just these. */
const takenOff = (plein: Plein): string[] => [
  ...[...plein.ideas.values()].filter(({ released, hidden, withdrawn }) => released && hidden && !withdrawn).map(({ text }) => text),
  ...[...plein.framings.values()].filter(({ undone }) => undone).map(({ text }) => text),
]

/** What has to be taken out first, in the words of the blog; none: it may be published. `outcome`: of this Plein. */
export const strangeWords = (words: string, plein: Plein, outcome: Outcome): string[] => {
  const shared = quotablesOf(outcome).map(({ text }) => plainWords(text))
  const seen = shared.map((text) => text.toLowerCase())
  const all = plain(words.replace(/^[^\S\n]*>/gmu, ''))
  const gone = takenOff(plein).filter((text) => {
    const one = plain(text)
    return one.split(' ').length >= leastWords && holds(all, one) && !seen.some((other) => holds(other, one))
  })
  return [...new Set([...strangeQuotes(blocksOf(words), shared), ...gone])]
}
