/** One table for a spreadsheet: `;`, CRLF and a byte order mark, because that is what a Dutch Excel opens as it is.
 *  Citizens wrote the texts: a cell that a spreadsheet would run as a formula gets an apostrophe in front, and so does what would be one
 *  where a program splits at comma, tab or line break. */
import Papa from 'papaparse'
import type { OutcomeWords } from '../../client/words/outcome.nl.ts'
import {
  againLabel,
  askLabels,
  behind,
  changeLabel,
  chosenOf,
  formLabel,
  moodRows,
  phaseLabel,
  playedLabel,
  roundLabel,
  rowLabel,
  rowRemarks,
  shiftLabel,
  sourceLabel,
  spreadLabel,
  statusLabel,
} from './labels.ts'
import type { Outcome, OutcomeRound } from './schema.ts'

/** What stands before a formula that begins inside of a text, for a program that splits at other signs than these: Excel where it was not set up for
 *  the Netherlands takes the comma, and a quote in the middle of what is a cell to it for a sign like any other. */
const before = /(?<![,"\s\p{Cf}])[,"\s\p{Cf}]+(?=[=+\-@＝＋－＠])/gu
const guarded = (cell: string | number): string | number =>
  typeof cell === 'number' ? cell : cell.replace(before, (run) => (/[,\t\r\n]/.test(run) ? `${run}'` : run))

/** Full-width signs run as formulas in some spreadsheets too, and some take away the space before them, or signs that show nothing. */
const formula = /^(?:[\t\r\n\0]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u

type Column = keyof OutcomeWords['csv']
type Cells = Partial<Record<Column, string | number>>

const roundRows = (words: OutcomeWords, outcome: Outcome, round: OutcomeRound, number: number): Cells[] => {
  const common = { round: number, phase: phaseLabel(words, outcome, round.phase) ?? '' }
  const head: Cells = { ...common, part: words.parts.round, number, text: roundLabel(words, outcome, round) }
  const asked = askLabels(words, outcome, round).flatMap(({ heading, conditions }) =>
    conditions.map((one) => ({
      ...common,
      part: words.parts.condition,
      text: one.text,
      letter: round.items.find(({ id }) => id === one.item)?.letter ?? '',
      late: one.late ? words.yes : '',
      entry: one.entry === 'paper' ? words.yes : '',
      remark: heading,
    })),
  )
  if (!round.result) return [{ ...head, remark: statusLabel(words, round) }, ...asked]
  const { ballots, voters, rows, clusters, perspectives } = round.result
  const again = againLabel(words, outcome, round)
  const cellsOf = (part: string) => (row: (typeof rows)[number]) => ({
    ...common,
    part,
    text: rowLabel(words, row),
    letter: row.letter ?? '',
    dots: row.dots,
    voters: row.voters,
    spread: spreadLabel(words, row.spread),
    minority: row.strongMinority ? words.yes : words.no,
    remark: [...rowRemarks(words, round, row), shiftLabel(words, round, row.item)].filter((one) => one !== null).join(', '),
  })
  const labels = new Map(rows.map((row) => [row.item, row]))
  return [
    { ...head, ballots, paper: round.paper ?? '', voters, ...(again === null ? {} : { remark: again }) },
    ...rows.map(cellsOf(words.parts.item)),
    ...clusters.map(cellsOf(words.parts.clusterItem)),
    ...perspectives.flatMap((group) =>
      Object.entries(group.dots).map(([item, dots]) => {
        const row = labels.get(item)
        return {
          ...common,
          part: words.parts.perspectiveItem,
          text: row ? rowLabel(words, row) : '',
          letter: row?.letter ?? '',
          ballots: group.ballots,
          dots,
          remark: group.perspective,
        }
      }),
    ),
    ...asked,
  ]
}

const rowsOf = (words: OutcomeWords, outcome: Outcome): Cells[] => {
  const { parts, csv } = words
  const chosen = chosenOf(outcome)
  const names = new Map(outcome.clusters.map((cluster) => [cluster.id, cluster.name]))
  const contribution = (part: string) => (idea: Outcome['ideas'][number], place: number) => ({
    part,
    number: place + 1,
    text: idea.text,
    cluster: idea.cluster ? (names.get(idea.cluster) ?? '') : '',
    phase: phaseLabel(words, outcome, idea.phase) ?? '',
    late: idea.late ? words.yes : '',
    entry: idea.entry === 'paper' ? words.yes : '',
  })
  return [
    ...(outcome.plein.practice ? [{ part: words.practice.toUpperCase(), text: words.practiceNote }] : []),
    ...outcome.chain.map((framing, place) => ({
      part: parts.framing,
      number: place + 1,
      text: framing.text,
      form: formLabel(words, framing),
      role: words.roles[framing.role],
      moment: framing.at,
      phase: phaseLabel(words, outcome, framing.phase) ?? '',
      sources: framing.sources
        .map((source) => ({ ...sourceLabel(words, outcome, source), ideas: behind(outcome, source) }))
        .map(({ kind, text, ideas }) => `${kind}: ${text}${ideas.length > 0 ? ` (${words.inside(ideas.length)})` : ''}`)
        .join('\n'),
      difference: changeLabel(words, framing)?.join('\n') ?? '',
    })),
    ...outcome.clusters.map((cluster, place) => ({
      part: parts.cluster,
      number: place + 1,
      text: cluster.name,
      remark: cluster.of === 'proposals' ? words.proposals : '',
    })),
    ...outcome.ideas.map(contribution(parts.idea)),
    ...outcome.rounds.flatMap((round, place) => roundRows(words, outcome, round, place + 1)),
    ...outcome.moods.flatMap((mood, place) =>
      moodRows(words, mood).map(({ label, counts }) => ({
        part: parts.mood,
        number: place + 1,
        text: label,
        phase: phaseLabel(words, outcome, mood.phase) ?? '',
        remark: counts === null ? words.fewMoods : counts.map((count, at) => `${Object.values(words.feelings)[at]}: ${count}`).join(', '),
      })),
    ),
    ...outcome.commitments.map((idea, place) => ({
      ...contribution(parts.commitment)(idea, place),
      who: idea.who ?? '',
      by: idea.by ?? '',
      day: idea.day ?? '',
    })),
    ...outcome.closing.map(contribution(parts.closing)),
    ...(outcome.word === null ? [] : [{ part: parts.word, text: outcome.word }]),
    ...outcome.checkin.map(contribution(parts.checkin)),
    ...outcome.questions.map((idea, place) => ({
      ...contribution(parts.question)(idea, place),
      remark: chosen.has(idea.id) ? words.catalyst : '',
    })),
    ...outcome.proposals.map(contribution(parts.proposal)),
    ...outcome.played.map((one, place) => {
      const { name, prompt } = playedLabel(words, outcome, one)
      return { part: parts.played, number: place + 1, text: name, moment: one.at, remark: prompt ?? '' }
    }),
    ...(['notShared', 'hidden', 'withdrawn'] as const).map((name) => ({
      part: parts.count,
      number: outcome.counts[name],
      text: words[name],
    })),
  ].map((cells: Cells) => cells satisfies Partial<Record<keyof typeof csv, string | number>>)
}

export const csvOf = (outcome: Outcome, words: OutcomeWords): string => {
  const columns = Object.keys(words.csv) as Column[]
  const fields = columns.map((column) => words.csv[column])
  const data = rowsOf(words, outcome).map((cells) => columns.map((column) => guarded(cells[column] ?? '')))
  const table = Papa.unparse({ fields, data }, { delimiter: ';', newline: '\r\n', quotes: true, escapeFormulae: formula })
  return `\ufeff${table}\r\n`
}
