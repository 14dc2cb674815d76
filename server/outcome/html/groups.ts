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

const grouped = (words: OutcomeWords, outcome: Outcome, clusters: Outcome['clusters']): Markup[] => {
  const known = everything(outcome)
  return clusters.map(
    ({ name, ideas }) =>
      html`<h3>${name}</h3>${list(
        words,
        ideas.flatMap((id) => known.get(id) ?? []),
        words.emptyCluster,
      )}`,
  )
}

export const groupsSection = (words: OutcomeWords, outcome: Outcome): Markup => {
  const clusters = outcome.clusters.filter(({ of }) => of === 'ideas')
  return html`
<section id="clusters"><h2>${words.clusters}</h2>
${clusters.length === 0 ? html`<p class="quiet">${words.noClusters}</p>` : null}
${grouped(words, outcome, clusters)}
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
${proposalsSection(words, outcome)}`

const proposalsSection = (words: OutcomeWords, outcome: Outcome): Markup | null => {
  const clusters = outcome.clusters.filter(({ of }) => of === 'proposals')
  if (outcome.proposals.length + clusters.length === 0) return null
  const loose = outcome.proposals.filter(({ cluster }) => cluster === null)
  return html`<section id="proposals"><h2>${words.proposals}</h2>${grouped(words, outcome, clusters)}${clusters.length > 0 && loose.length > 0 ? html`<h3>${words.looseProposals}</h3>` : null}${loose.length > 0 ? list(words, loose, '') : null}</section>`
}
