/** The question chain: the first thing that the page shows. */
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import type { Locale } from '../../../shared/domain/state.ts'
import { framingLabel, phaseLabel, sourceLabel } from '../labels.ts'
import { momentOf } from '../moment.ts'
import type { Outcome, OutcomeFraming } from '../schema.ts'
import { differenceOf } from './difference.ts'
import { html, type Markup } from './markup.ts'

const framingOf = (
  words: OutcomeWords,
  outcome: Outcome,
  locale: Locale,
  framing: OutcomeFraming,
  before: OutcomeFraming | undefined,
): Markup => {
  const phase = phaseLabel(words, outcome, framing.phase)
  const last = framing === outcome.chain.at(-1)
  const sources = framing.sources.map((source) => sourceLabel(words, outcome, source))
  return html`
<article class="${last ? 'now' : 'then'}">
<h3>${framingLabel(words, outcome, framing)}</h3>
<blockquote><p class="text">${framing.text}</p></blockquote>
<ul class="facts">
<li>${words.formulated} ${words.roles[framing.role]}</li>
<li>${words.moment}: <time datetime="${framing.at}">${momentOf(framing.at, locale)}</time></li>
${phase ? html`<li>${words.phase}: ${phase}</li>` : null}
</ul>
${sources.length > 0 ? html`<h4>${words.sources}</h4><ul>${sources.map(({ kind, text }) => html`<li>${kind}: <span class="text">${text}</span></li>`)}</ul>` : null}
${before ? html`<h4>${words.difference}</h4>${differenceOf(words, before.text, framing.text)}` : null}
</article>`
}

export const chainSection = (words: OutcomeWords, outcome: Outcome, locale: Locale): Markup => html`
<section id="chain"><h2>${words.chain}</h2>
<p class="quiet">${outcome.chain.length > 1 ? words.chainIntro : words.chainSame}</p>
${outcome.chain.map((framing, place) => framingOf(words, outcome, locale, framing, outcome.chain[place - 1]))}
</section>`
