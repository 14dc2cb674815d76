/** The page that goes home with the owner: one file, nothing loaded from anywhere. Its one script only shows and hides. */
import type { OutcomeWords } from '../../../client/words/outcome.nl.ts'
import type { Locale } from '../../../shared/domain/state.ts'
import { playedLabel, whenLabel } from '../labels.ts'
import { dayOf, timeOf } from '../moment.ts'
import type { Outcome } from '../schema.ts'
import { chainSection } from './chain.ts'
import { groupsSection, saidSections } from './groups.ts'
import { html, type Markup, own } from './markup.ts'
import { moodsSection } from './moods.ts'
import { policy, script } from './policy.ts'
import { roundsSection } from './rounds.ts'
import { style } from './style.ts'

const commitments = (words: OutcomeWords, outcome: Outcome, locale: Locale): Markup => html`
<section id="commitments"><h2>${words.commitments}</h2>
${
  outcome.commitments.length === 0
    ? html`<p class="quiet">${words.noCommitments}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${words.commitments}"><table><caption>${words.commitments}</caption>
<thead><tr><th scope="col">${words.who}</th><th scope="col">${words.commitment}</th><th scope="col">${words.by}</th></tr></thead>
<tbody>${outcome.commitments.map((one) => html`<tr><th scope="row">${one.who ?? words.unsaid}</th><td><span class="text">${one.text}</span></td><td>${whenLabel(words, one, locale)}</td></tr>`)}</tbody></table></div>`
}
</section>`

const programme = (words: OutcomeWords, outcome: Outcome, locale: Locale): Markup => html`
<section id="programme"><h2>${words.programme}</h2>
${
  outcome.played.length === 0
    ? html`<p class="quiet">${words.noProgramme}</p>`
    : html`<ol>${outcome.played.map((one) => {
        const { name, prompt } = playedLabel(words, outcome, one)
        return html`<li><time datetime="${one.at}">${timeOf(one.at, locale)}</time> ${name}${prompt ? html`<br><span class="quiet">${prompt}</span>` : null}</li>`
      })}</ol>`
}
</section>`

const notHere = (words: OutcomeWords, outcome: Outcome, locale: Locale): Markup => html`
<section id="not-here"><h2>${words.notHere}</h2>
<p>${words.counts(outcome.counts.shared)}</p>
<ul>${(['notShared', 'hidden', 'withdrawn'] as const).map((name) => html`<li>${words[name]}: ${outcome.counts[name]}</li>`)}</ul>
<p>${words.countsNote}</p><p>${words.privacy}</p><p class="quiet">${words.retained(dayOf(outcome.plein.retainUntil, locale))}</p>
</section>`

const contents = (words: OutcomeWords, outcome: Outcome): Markup => {
  const links: [string, string][] = [
    ['chain', words.chain],
    ['clusters', words.clusters],
    ['loose', words.loose],
    ['rounds', words.rounds],
    ...(outcome.moods.length > 0 ? [['moods', words.moods] as [string, string]] : []),
    ['commitments', words.commitments],
    ['closing', words.closing],
    ...(outcome.word === null ? [] : [['word', words.word] as [string, string]]),
    ['checkin', words.checkin],
    ...(outcome.questions.length > 0 ? [['questions', words.questions] as [string, string]] : []),
    ...(outcome.proposals.length > 0 ? [['proposals', words.proposals] as [string, string]] : []),
    ['programme', words.programme],
    ['not-here', words.notHere],
  ]
  return html`<nav aria-label="${words.contents}"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`
}

export const pageOf = (outcome: Outcome, words: OutcomeWords, locale: Locale, host: string | null): string => {
  const { plein } = outcome
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words.of(plein.title)}</title>
<style>${own(style)}</style>
</head>
<body>
${plein.practice ? html`<p class="practice"><span class="word">${words.practice}</span> ${words.practiceNote}</p>` : null}
<header>${host === null ? null : html`<p class="quiet">${host}</p>`}<h1>${words.of(plein.title)}</h1>
${plein.imported === null ? null : html`<p class="quiet">${words.imported(dayOf(plein.imported, locale))}</p>`}
<p>${words.held(dayOf(plein.startedAt ?? plein.createdAt, locale))} ${words.stages[plein.stage]}</p>
${contents(words, outcome)}</header>
<main>
${chainSection(words, outcome, locale)}
${groupsSection(words, outcome)}
${roundsSection(words, outcome)}
${moodsSection(words, outcome)}
${commitments(words, outcome, locale)}
${saidSections(words, outcome)}
${programme(words, outcome, locale)}
${notHere(words, outcome, locale)}
</main>
${own(`<script>${script}</script>`)}
</body>
</html>
`.markup
}
