/** Votes as tables: dots, people and spread side by side, in the order of the round, without a winner. */
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import {
  againLabel,
  askLabels,
  ideaRemarks,
  perspectiveTable,
  roundLabel,
  rowLabel,
  rowRemarks,
  shiftLabel,
  spreadLabel,
  statusLabel,
} from '../labels.ts'
import type { Outcome, OutcomeRound } from '../schema.ts'
import { html, type Markup } from './markup.ts'

type Rows = NonNullable<OutcomeRound['result']>['rows']

const table = (words: OutcomeWords, caption: string, round: OutcomeRound, rows: Rows, letters: boolean): Markup => {
  const shifts = letters && round.shift !== null
  const most = Math.max(1, ...rows.map((row) => row.dots))
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${letters ? html`<th scope="col">${words.letter}</th>` : null}<th scope="col">${words.item}</th><th scope="col">${words.dots}</th><th scope="col">${words.voters}</th><th scope="col">${words.spread}</th><th scope="col">${words.minority}</th>${shifts ? html`<th scope="col">${words.before}</th>` : null}</tr></thead>
<tbody>${rows.map((row) => {
    const remarks = rowRemarks(words, round, row)
    return html`<tr>${letters ? html`<td>${row.letter ?? ''}</td>` : null}<th scope="row"><span class="text">${rowLabel(words, row)}</span>${remarks.length > 0 ? html` <span class="quiet">(${remarks.join('; ')})</span>` : null}</th><td class="number">${row.dots}<meter aria-hidden="true" min="0" max="${most}" value="${row.dots}"></meter></td><td class="number">${row.voters}</td><td>${spreadLabel(words, row.spread)}</td><td>${row.strongMinority ? words.yes : words.no}</td>${shifts ? html`<td>${shiftLabel(words, round, row.item) ?? ''}</td>` : null}</tr>`
  })}</tbody></table></div>`
}

const perspectives = (words: OutcomeWords, result: NonNullable<OutcomeRound['result']>): Markup => {
  const { head, rows } = perspectiveTable(words, result)
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${words.perPerspective}"><table><caption>${words.perPerspective}</caption>
<thead><tr><th scope="col">${words.item}</th>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(({ label, dots }) => html`<tr><th scope="row"><span class="text">${label}</span></th>${dots.map((count) => html`<td class="number">${count}</td>`)}</tr>`)}</tbody></table></div><p class="quiet">${words.perspectiveNote}</p>`
}

const asks = (words: OutcomeWords, outcome: Outcome, round: OutcomeRound): Markup[] =>
  askLabels(words, outcome, round).map(
    ({ heading, line, conditions }) =>
      html`<h4>${heading}</h4><p class="quiet">${line}</p>${
        conditions.length === 0
          ? null
          : html`<ul>${conditions.map((one) => {
              const remarks = ideaRemarks(words, one)
              return html`<li><span class="text">${one.text}</span>${remarks.length > 0 ? html` <span class="quiet">(${remarks.join(', ')})</span>` : null}</li>`
            })}</ul>`
      }`,
  )

const roundOf = (words: OutcomeWords, outcome: Outcome, round: OutcomeRound): Markup => {
  const again = againLabel(words, outcome, round)
  const head = html`<h3>${roundLabel(words, outcome, round)}</h3>${again === null ? null : html`<p>${again}</p>`}<p class="quiet">${words.roundFacts(round.budget, round.maximum)}</p>`
  if (!round.result) return html`${head}<p>${statusLabel(words, round)}</p>${asks(words, outcome, round)}`
  const { result } = round
  return html`${head}<p>${words.ballots(result.ballots, result.voters, round.paper ?? 0)}</p>
${table(words, words.perItem, round, result.rows, true)}
${result.clusters.length > 0 ? table(words, words.perCluster, round, result.clusters, false) : null}
${result.perspectives.length > 0 ? perspectives(words, result) : null}
<p class="quiet">${words.spreadNote} ${words.minorityNote}${round.shift === null ? null : html` ${words.shiftNote}`}</p>
${asks(words, outcome, round)}`
}

export const roundsSection = (words: OutcomeWords, outcome: Outcome): Markup => html`
<section id="rounds"><h2>${words.rounds}</h2>
<p class="quiet">${outcome.rounds.length === 0 ? words.noRounds : words.roundsIntro}</p>
${outcome.rounds.map((round) => roundOf(words, outcome, round))}
</section>`
