/** Which words went and which came, between one framing and the next: the old wording with what it lost, the new one with what it got. */
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import { marksOf, type Piece } from '../../../shared/text/difference.ts'
import type { OutcomeFraming } from '../schema.ts'
import { html, type Markup } from './markup.ts'

/** `ins` and `del` are not spoken by every screen reader, so it is said in words too. */
const marked = (words: OutcomeWords, { kind, text }: Piece): Markup | string => {
  const said = text.trim()
  if (kind === 'same' || said === '') return text
  const [before, after] = text.split(said)
  const mark =
    kind === 'lost'
      ? html`<del><span class="for-ears">${words.removed} </span>${said}<span class="for-ears"> ${words.endOfChange} </span></del>`
      : html`<ins><span class="for-ears">${words.added} </span>${said}<span class="for-ears"> ${words.endOfChange} </span></ins>`
  return html`${before ?? ''}${mark}${after ?? ''}`
}

/** `was` is null for the first one. */
export const changeOf = (
  words: OutcomeWords,
  before: string | null,
  { text: after, difference }: OutcomeFraming,
): { was: Markup | null; now: Markup } => {
  if (before === null) return { was: null, now: html`${after}` }
  const pieces = difference && marksOf(difference)
  if (pieces === null) return { was: html`<span class="quiet">${words.was}</span> ${before}`, now: html`${after}` }
  const side = (kind: 'lost' | 'new') =>
    pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind).map((piece) => marked(words, piece))
  return { was: html`<span class="quiet">${words.was}</span> ${side('lost')}`, now: html`${side('new')}` }
}
