/** The question chain: the first thing that the page shows, as a story that can be stepped through. */
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import type { Locale } from '../../../shared/domain/state.ts'
import { behind, formLabel, framingLabel, phaseLabel, sourceLabel } from '../labels.ts'
import { momentOf } from '../moment.ts'
import type { Outcome, OutcomeFraming, OutcomeSource } from '../schema.ts'
import { changeOf } from './difference.ts'
import { html, type Markup } from './markup.ts'

/** A group opens to the ideas in it. */
const sourceOf = (words: OutcomeWords, outcome: Outcome, source: OutcomeSource): Markup => {
  const { kind, text } = sourceLabel(words, outcome, source)
  const name = html`${kind}: <span class="text">${text}</span>`
  const ideas = behind(outcome, source)
  if (ideas.length === 0) return html`<li>${name}</li>`
  return html`<li><details><summary>${name} <span class="quiet">(${words.inside(ideas.length)})</span></summary><ul>${ideas.map((idea) => html`<li class="text">${idea}</li>`)}</ul></details></li>`
}

const stepOf = (words: OutcomeWords, outcome: Outcome, locale: Locale, framing: OutcomeFraming, place: number): Markup => {
  const { chain } = outcome
  const phase = phaseLabel(words, outcome, framing.phase)
  const { was, now } = changeOf(words, chain[place - 1]?.text ?? null, framing)
  const label = framingLabel(words, outcome, framing)
  return html`
<li><article class="step${place === chain.length - 1 ? ' now' : ''}" data-where="${words.replay.where(place + 1, chain.length, label)}">
<h3>${label}</h3>
${was ? html`<p class="was text">${was}</p>` : null}
<blockquote class="plate"><p class="text">${now}</p></blockquote>
<p class="facts">${formLabel(words, framing)} · ${words.formulated} ${words.roles[framing.role]} · <time datetime="${framing.at}">${momentOf(framing.at, locale)}</time>${phase ? html` · ${words.phase}: ${phase}` : null}</p>
${framing.sources.length > 0 ? html`<h4>${words.sources}</h4><ul class="sources">${framing.sources.map((source) => sourceOf(words, outcome, source))}</ul>` : null}
</article></li>`
}

const bar = ({ replay }: OutcomeWords): Markup => html`
<div class="replay" role="group" aria-label="${replay.name}" hidden>
<button type="button" data-do="play">${replay.play}</button><button type="button" data-do="back" aria-describedby="replay-where" hidden>${replay.back}</button><button type="button" data-do="next" aria-describedby="replay-where" hidden>${replay.next}</button><button type="button" data-do="all" hidden>${replay.all}</button>
<p class="where" id="replay-where" role="status"></p>
</div>`

export const chainSection = (words: OutcomeWords, outcome: Outcome, locale: Locale): Markup => html`
<section id="chain"><h2>${words.chain}</h2>
<p class="quiet">${outcome.chain.length > 1 ? words.chainIntro : words.chainSame}</p>
${outcome.chain.length > 1 ? bar(words) : null}
<ol class="story">${outcome.chain.map((framing, place) => stepOf(words, outcome, locale, framing, place))}
</ol>
</section>`
