/** How it felt before and after the questions of a burst: two rows of counts, and no one who is in them. */
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import { moodRows, phaseLabel } from '../labels.ts'
import type { Outcome } from '../schema.ts'
import { html, type Markup } from './markup.ts'

const moodOf = (words: OutcomeWords, outcome: Outcome, mood: Outcome['moods'][number]): Markup => {
  const caption = phaseLabel(words, outcome, mood.phase) ?? words.moods
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">${words.moment}</th>${Object.values(words.feelings).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${moodRows(words, mood).map(({ label, counts }) => html`<tr><th scope="row">${label}</th>${counts === null ? html`<td colspan="3">${words.fewMoods}</td>` : counts.map((count) => html`<td class="number">${count}</td>`)}</tr>`)}</tbody></table></div>`
}

/** Nothing where nobody was asked. */
export const moodsSection = (words: OutcomeWords, outcome: Outcome): Markup | null =>
  outcome.moods.length === 0
    ? null
    : html`
<section id="moods"><h2>${words.moods}</h2><p class="quiet">${words.moodsIntro}</p>
${outcome.moods.map((mood) => moodOf(words, outcome, mood))}
</section>`
