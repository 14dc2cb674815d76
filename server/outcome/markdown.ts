/** Markdown for a report or a blog. What people wrote is text and can make no structure, link or picture. */
import type { OutcomeWords } from '../../client/words/outcome.nl.ts'
import type { Locale } from '../../shared/domain/state.ts'
import {
  againLabel,
  askLabels,
  behind,
  changeLabel,
  chosenOf,
  formLabel,
  framingLabel,
  ideaRemarks,
  moodRows,
  perspectiveTable,
  phaseLabel,
  playedLabel,
  roundLabel,
  rowLabel,
  rowRemarks,
  shiftLabel,
  sourceLabel,
  spreadLabel,
  statusLabel,
  whenLabel,
} from './labels.ts'
import { dayOf, momentOf, timeOf } from './moment.ts'
import type { Outcome, OutcomeRound } from './schema.ts'

/** CommonMark lets a backslash stand before any ASCII punctuation. Escaped are those that open something anywhere, those that
 *  open something at the start of a line, and the two that turn a bare address into a link. */
export const inline = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&$!@^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=\bwww)\./gi, '\\.')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')

/** On one line, for headings and table cells. */
const line = (text: string): string => inline(text.replace(/\s+/g, ' ').trim())

/** Line breaks stay as hard breaks; an empty line or an indentation would open a new block. */
export const block = (text: string, indent = ''): string =>
  text
    .split('\n')
    .map((part) => inline(part.trim()))
    .filter((part) => part !== '')
    .join(`\\\n${indent}`)

export const quote = (text: string): string => `> ${block(text, '> ')}`
const item = (text: string, remarks: string[] = []): string =>
  `- ${block(text, '  ')}${remarks.length > 0 ? ` (${remarks.map(line).join(', ')})` : ''}`
const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** A group with the ideas in it below. */
const source = ({ kind, text, ideas }: { kind: string; text: string; ideas: string[] }): string =>
  [`- ${kind}: ${block(text, '  ')}`, ...ideas.map((idea) => `  - ${block(idea, '    ')}`)].join('\n')

const chain = (words: OutcomeWords, outcome: Outcome, locale: Locale): string[] => [
  `## ${words.chain}`,
  outcome.chain.length > 1 ? words.chainIntro : words.chainSame,
  ...outcome.chain.flatMap((framing) => {
    const phase = phaseLabel(words, outcome, framing.phase)
    const change = changeLabel(words, framing) ?? []
    const facts = [
      formLabel(words, framing),
      `${words.formulated} ${words.roles[framing.role]}`,
      momentOf(framing.at, locale),
      ...(phase ? [`${words.phase}: ${line(phase)}`] : []),
    ]
    const sources = framing.sources.map((source) => ({ ...sourceLabel(words, outcome, source), ideas: behind(outcome, source) }))
    return [
      `### ${framingLabel(words, outcome, framing)}`,
      quote(framing.text),
      facts.join(' · '),
      ...(sources.length > 0 ? [`${words.sources}:`, sources.map(source).join('\n')] : []),
      ...(change.length > 0 ? [`${words.difference}:`, change.map((one) => `- ${block(one, '  ')}`).join('\n')] : []),
    ]
  }),
]

/** Groups of ideas, or of proposals; those who are in none come after them. */
const groups = (words: OutcomeWords, outcome: Outcome, of: 'ideas' | 'proposals'): string[] => {
  const clusters = outcome.clusters.filter((cluster) => cluster.of === of)
  const texts = new Map(
    [
      ...outcome.ideas,
      ...outcome.checkin,
      ...outcome.questions,
      ...outcome.proposals,
      ...outcome.commitments,
      ...outcome.closing,
      ...outcome.conditions,
    ].map((idea) => [idea.id, idea]),
  )
  const list = (ideas: Outcome['ideas']) => ideas.map((idea) => item(idea.text, ideaRemarks(words, idea))).join('\n')
  const loose = outcome[of].filter((idea) => idea.cluster === null)
  const grouped = clusters.flatMap((cluster) => [
    `### ${line(cluster.name)}`,
    list(cluster.ideas.flatMap((id) => texts.get(id) ?? [])) || words.emptyCluster,
  ])
  if (of === 'proposals') {
    if (outcome.proposals.length + clusters.length === 0) return []
    return [
      `## ${words.proposals}`,
      ...grouped,
      ...(loose.length > 0 && grouped.length > 0 ? [`### ${words.looseProposals}`] : []),
      ...(loose.length > 0 ? [list(loose)] : []),
    ]
  }
  return [
    `## ${words.clusters}`,
    ...(clusters.length === 0 ? [words.noClusters] : []),
    ...grouped,
    `## ${words.loose}`,
    list(loose) || words.noLoose,
  ]
}

const round = (words: OutcomeWords, outcome: Outcome, one: OutcomeRound): string[] => {
  const again = againLabel(words, outcome, one)
  const head = [`### ${line(roundLabel(words, outcome, one))}`, ...(again ? [again] : []), words.roundFacts(one.budget, one.maximum)]
  const asked = askLabels(words, outcome, one).flatMap(({ heading, line: said, conditions }) => [
    `#### ${line(heading)}`,
    said,
    ...(conditions.length > 0 ? [conditions.map((idea) => item(idea.text, ideaRemarks(words, idea))).join('\n')] : []),
  ])
  if (!one.result) return [...head, statusLabel(words, one), ...asked]
  const { result } = one
  const columns = [words.letter, words.item, words.dots, words.voters, words.spread, words.minority]
  const cells = (row: (typeof result.rows)[number]) => [
    row.letter ?? '',
    [line(rowLabel(words, row)), ...rowRemarks(words, one, row).map((remark) => `(${line(remark)})`)].join(' '),
    String(row.dots),
    String(row.voters),
    spreadLabel(words, row.spread),
    row.strongMinority ? words.yes : '',
  ]
  const perspectives = perspectiveTable(words, result)
  return [
    ...head,
    words.ballots(result.ballots, result.voters, one.paper ?? 0),
    one.shift
      ? table(
          [...columns, words.before],
          result.rows.map((row) => [...cells(row), shiftLabel(words, one, row.item) ?? '']),
        )
      : table(columns, result.rows.map(cells)),
    ...(result.clusters.length > 0
      ? [
          `${words.perCluster}:`,
          table(
            columns.slice(1),
            result.clusters.map((row) => cells(row).slice(1)),
          ),
        ]
      : []),
    ...(result.perspectives.length > 0
      ? [
          `${words.perPerspective}. ${words.perspectiveNote}`,
          table(
            [words.item, ...perspectives.head.map(line)],
            perspectives.rows.map(({ label, dots }) => [line(label), ...dots.map(String)]),
          ),
        ]
      : []),
    `${words.spreadNote} ${words.minorityNote}${one.shift ? ` ${words.shiftNote}` : ''}`,
    ...asked,
  ]
}

const moods = (words: OutcomeWords, outcome: Outcome): string[] =>
  outcome.moods.length === 0
    ? []
    : [
        `## ${words.moods}`,
        words.moodsIntro,
        ...outcome.moods.flatMap((mood) => [
          `### ${line(phaseLabel(words, outcome, mood.phase) ?? words.moods)}`,
          table(
            [words.moment, ...Object.values(words.feelings)],
            moodRows(words, mood).map(({ label, counts }) => [label, ...(counts?.map(String) ?? [words.fewMoods, '', ''])]),
          ),
        ]),
      ]

const rest = (words: OutcomeWords, outcome: Outcome, locale: Locale): string[] => {
  const chosen = chosenOf(outcome)
  const list = (heading: string, ideas: Outcome['closing'], none: string) => [
    `## ${heading}`,
    ideas.map((idea) => item(idea.text, ideaRemarks(words, idea))).join('\n') || none,
  ]
  return [
    `## ${words.commitments}`,
    outcome.commitments.length === 0
      ? words.noCommitments
      : table(
          [words.who, words.commitment, words.by],
          outcome.commitments.map((one) => [line(one.who ?? words.unsaid), line(one.text), line(whenLabel(words, one, locale))]),
        ),
    ...list(words.closing, outcome.closing, words.noClosing),
    ...(outcome.word === null ? [] : [`## ${words.word}`, quote(outcome.word)]),
    ...list(words.checkin, outcome.checkin, words.noCheckin),
    ...(outcome.questions.length > 0
      ? [
          `## ${words.questions}`,
          outcome.questions
            .map((one) => item(one.text, [...(chosen.has(one.id) ? [words.catalyst] : []), ...ideaRemarks(words, one)]))
            .join('\n'),
        ]
      : []),
    ...groups(words, outcome, 'proposals'),
    `## ${words.programme}`,
    outcome.played
      .map((one, place) => {
        const { name, prompt } = playedLabel(words, outcome, one)
        return `${place + 1}. ${timeOf(one.at, locale)} ${line(name)}${prompt ? ` – ${line(prompt)}` : ''}`
      })
      .join('\n') || words.noProgramme,
    `## ${words.notHere}`,
    words.counts(outcome.counts.shared),
    (['notShared', 'hidden', 'withdrawn'] as const).map((name) => `- ${words[name]}: ${outcome.counts[name]}`).join('\n'),
    words.countsNote,
    words.privacy,
    words.retained(dayOf(outcome.plein.retainUntil, locale)),
  ]
}

export const markdownOf = (outcome: Outcome, words: OutcomeWords, locale: Locale): string => {
  const { plein } = outcome
  const parts = [
    `# ${line(words.of(plein.title))}`,
    ...(plein.practice ? [`**${words.practice.toUpperCase()}** · ${words.practiceNote}`] : []),
    words.held(dayOf(plein.startedAt ?? plein.createdAt, locale)),
    words.stages[plein.stage],
    ...chain(words, outcome, locale),
    ...groups(words, outcome, 'ideas'),
    `## ${words.rounds}`,
    outcome.rounds.length === 0 ? words.noRounds : words.roundsIntro,
    ...outcome.rounds.flatMap((one) => round(words, outcome, one)),
    ...moods(words, outcome),
    ...rest(words, outcome, locale),
  ]
  return `${parts.join('\n\n')}\n`
}
