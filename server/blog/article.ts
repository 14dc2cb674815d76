/** The blog as markup: made from its blocks and from the outcome, with everything that people wrote as text. */
import type { BlogWords } from '../../client/words/blog.nl.ts'
import type { OutcomeWords } from '../../client/words/outcome.nl.ts'
import type { Block } from '../../shared/blog/blocks.ts'
import type { Locale } from '../../shared/domain/state.ts'
import { changeOf } from '../outcome/html/difference.ts'
import { html, type Markup } from '../outcome/html/markup.ts'
import { framingLabel, phaseLabel, sourceLabel } from '../outcome/labels.ts'
import { momentOf } from '../outcome/moment.ts'
import type { Outcome, OutcomeFraming } from '../outcome/schema.ts'

/** All that the pages of a blog are written with. */
export type Telling = { outcome: Outcome; locale: Locale; words: { blog: BlogWords; outcome: OutcomeWords } }

const lines = (all: readonly string[]): Markup => html`${all.map((line, place) => (place === 0 ? html`${line}` : html`<br>\n${line}`))}`

const step = ({ outcome, locale, words: { outcome: w } }: Telling, framing: OutcomeFraming, place: number): Markup => {
  const phase = phaseLabel(w, outcome, framing.phase)
  const { was, now } = changeOf(w, outcome.chain[place - 1]?.text ?? null, framing)
  const sources = framing.sources.map((source) => sourceLabel(w, outcome, source))
  return html`
<li><p class="step"><strong>${framingLabel(w, outcome, framing)}</strong></p>
${was ? html`<p class="was text">${was}</p>` : null}
<blockquote class="plate"><p class="text">${now}</p></blockquote>
<p class="facts">${w.forms[framing.form]} · ${w.formulated} ${w.roles[framing.role]} · <time datetime="${framing.at}">${momentOf(framing.at, locale)}</time>${phase ? html` · ${w.phase}: ${phase}` : null}</p>
${sources.length > 0 ? html`<p class="facts">${w.sources}:</p><ul class="sources">${sources.map(({ kind, text }) => html`<li>${kind}: <span class="text">${text}</span></li>`)}</ul>` : null}
</li>`
}

const chain = (telling: Telling): Markup =>
  html`<ol class="story" aria-label="${telling.words.blog.chain}">${telling.outcome.chain.map((framing, place) => step(telling, framing, place))}
</ol>`

const blockOf = (telling: Telling, block: Block): Markup => {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`
    case 'paragraph':
      return html`<p>${lines(block.lines)}</p>`
    case 'quote':
      return html`<figure class="said"><blockquote><p>${lines(block.lines)}</p></blockquote>${block.from === null ? null : html`<figcaption>${block.from}</figcaption>`}</figure>`
    case 'chain':
      return chain(telling)
    default:
      return block satisfies never
  }
}

export const articleOf = (telling: Telling, blocks: readonly Block[]): Markup =>
  html`${blocks.map((block) => html`${blockOf(telling, block)}\n`)}`
