/** Groups with their ideas, ideas without a group, and the other things that people said. */
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import { chosenOf, ideaRemarks } from '../labels.ts'
import type { Outcome } from '../schema.ts'
import { html, type Markup } from './markup.ts'

type Shared = Outcome['ideas'][number]

const list = (words: OutcomeWords, ideas: Shared[], none: string, chosen?: ReadonlySet<string>): Markup =>
  ideas.length === 0
    ? html`<p class="quiet">${none}</p>`
    : html`<ul>${ideas.map((idea) => {
        const remarks = ideaRemarks(words, idea)
        const said = html`<span class="text">${idea.text}</span>`
        return html`<li>${chosen?.has(idea.id) ? html`<mark>${said}</mark> <strong>${words.catalyst}</strong>` : said}${remarks.length > 0 ? html` <span class="quiet">(${remarks.join(', ')})</span>` : null}</li>`
      })}</ul>`

const everything = (outcome: Outcome): Map<string, Shared> =>
  new Map(
    [outcome.ideas, outcome.checkin, outcome.questions, outcome.proposals, outcome.commitments, outcome.closing, outcome.conditions]
      .flat()
      .map((idea) => [idea.id, idea]),
  )

export const groupsSection = (words: OutcomeWords, outcome: Outcome): Markup => {
  const known = everything(outcome)
  return html`
<section id="clusters"><h2>${words.clusters}</h2>
${outcome.clusters.length === 0 ? html`<p class="quiet">${words.noClusters}</p>` : null}
${outcome.clusters.map(
  (cluster) =>
    html`<h3>${cluster.name}</h3>${list(
      words,
      cluster.ideas.flatMap((id) => known.get(id) ?? []),
      words.emptyCluster,
    )}`,
)}
</section>
<section id="loose"><h2>${words.loose}</h2>
${list(
  words,
  outcome.ideas.filter((idea) => idea.cluster === null),
  words.noLoose,
)}
</section>`
}

export const saidSections = (words: OutcomeWords, outcome: Outcome): Markup => html`
<section id="closing"><h2>${words.closing}</h2>${list(words, outcome.closing, words.noClosing)}</section>
${outcome.word === null ? null : html`<section id="word"><h2>${words.word}</h2><blockquote><p class="text">${outcome.word}</p></blockquote></section>`}
<section id="checkin"><h2>${words.checkin}</h2>${list(words, outcome.checkin, words.noCheckin)}</section>
${outcome.questions.length > 0 ? html`<section id="questions"><h2>${words.questions}</h2>${list(words, outcome.questions, '', chosenOf(outcome))}</section>` : null}
${outcome.proposals.length > 0 ? html`<section id="proposals"><h2>${words.proposals}</h2>${list(words, outcome.proposals, '')}</section>` : null}`
