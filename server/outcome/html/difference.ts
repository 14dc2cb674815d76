/** Which words went and which came, between one framing and the next. */
import { diffWordsWithSpace } from 'diff'
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import { html, type Markup } from './markup.ts'

/** `ins` and `del` are not spoken by every screen reader, so it is said in words too. */
export const differenceOf = (words: OutcomeWords, before: string, after: string): Markup =>
  html`<p class="text">${diffWordsWithSpace(before, after).map((part) => {
    if (part.added)
      return html`<ins><span class="unseen">${words.added} </span>${part.value}<span class="unseen"> ${words.endOfChange} </span></ins>`
    if (part.removed)
      return html`<del><span class="unseen">${words.removed} </span>${part.value}<span class="unseen"> ${words.endOfChange} </span></del>`
    return part.value
  })}</p>`
