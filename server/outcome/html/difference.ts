/** Which words went and which came, between one framing and the next. */
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import { difference } from '../../../shared/text/difference.ts'
import { html, type Markup } from './markup.ts'

/** Below this, so little stayed that words in between are a patchwork: the two sentences then stand whole. */
const patchwork = 0.25

/** `ins` and `del` are not spoken by every screen reader, so it is said in words too. */
const lost = (words: OutcomeWords, text: string): Markup =>
  html`<del><span class="unseen">${words.removed} </span>${text}<span class="unseen"> ${words.endOfChange} </span></del>`
const added = (words: OutcomeWords, text: string): Markup =>
  html`<ins><span class="unseen">${words.added} </span>${text}<span class="unseen"> ${words.endOfChange} </span></ins>`

export const differenceOf = (words: OutcomeWords, before: string, after: string): Markup => {
  const { pieces, keptShare } = difference(before, after)
  if (keptShare < patchwork) return html`<p class="text">${lost(words, before)}</p><p class="text">${added(words, after)}</p>`
  return html`<p class="text">${pieces.map(({ kind, text }) => {
    if (kind === 'lost') return lost(words, text)
    return kind === 'new' ? added(words, text) : text
  })}</p>`
}
