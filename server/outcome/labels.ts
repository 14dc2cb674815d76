/** Short names that every format with words says the same way. */
import type { OutcomeWords } from '../../client/words/outcome.nl.ts'
import { catalysts } from '../../shared/domain/framings/catalyst.ts'
import type { Locale } from '../../shared/domain/state.ts'
import { dayInWords } from '../../shared/text/day.ts'
import { marksOf } from '../../shared/text/difference.ts'
import type { Outcome, OutcomeFraming, OutcomeRound, OutcomeSource } from './schema.ts'

type Row = NonNullable<OutcomeRound['result']>['rows'][number]

export const framingLabel = (words: OutcomeWords, outcome: Outcome, framing: OutcomeFraming): string => {
  const place = outcome.chain.indexOf(framing)
  if (place === 0) return words.first
  return place === outcome.chain.length - 1 ? words.now : words.nth(place + 1)
}

/** In which form a wording arose, and what the room said of it meanwhile. */
export const formLabel = (words: OutcomeWords, { form, resonance }: OutcomeFraming): string =>
  resonance === null ? words.forms[form] : `${words.forms[form]} (${words.resonance(resonance.touches, resonance.off)})`

/** Questions that became the question, one of each burst. */
export const chosenOf = (outcome: Outcome): ReadonlySet<string> => {
  const chain = outcome.chain.map(({ order, question }) => ({ order, ...(question === null ? {} : { question }) }))
  return new Set(catalysts(chain, new Map(outcome.questions.map((one) => [one.id, one]))).values())
}

export const phaseLabel = (words: OutcomeWords, outcome: Outcome, id: string | null): string | null => {
  const phase = outcome.phases.find((one) => one.id === id)
  return phase ? (phase.title ?? words.phaseKinds[phase.kind]) : null
}

export const roundLabel = (words: OutcomeWords, outcome: Outcome, round: OutcomeRound): string => {
  const name = words.round(outcome.rounds.indexOf(round) + 1)
  return round.question ? `${name}: ${round.question}` : name
}

/** Why there is no result. */
export const statusLabel = ({ statuses }: OutcomeWords, { status, reason }: OutcomeRound): string =>
  reason === 'fewer-than-three-phones' ? statuses['held-back-phones'] : statuses[status === 'shown' ? 'not-shown' : status]

/** By when, as it was given: in words, as a day, or both. */
export const whenLabel = (words: OutcomeWords, { by, day }: Outcome['commitments'][number], locale: Locale): string =>
  [...(by === null ? [] : [by]), ...(day === null ? [] : [dayInWords(day, locale)])].join(', ') || words.unsaid

export const sourceLabel = (words: OutcomeWords, outcome: Outcome, source: OutcomeSource): { kind: string; text: string } => {
  switch (source.kind) {
    case 'idea':
      return {
        kind: source.touched ? `${words.sourceKinds[source.as]} (${words.touched})` : words.sourceKinds[source.as],
        text: source.text,
      }
    case 'cluster':
      return { kind: words.sourceKinds.cluster, text: source.name ?? words.goneCluster }
    case 'round': {
      const number = outcome.rounds.findIndex((round) => round.id === source.id) + 1
      return { kind: words.round(number), text: source.question ?? words.unnamedRound }
    }
    case 'framing':
      return { kind: words.sourceKinds.framing, text: source.text }
    default:
      return source satisfies never
  }
}

/** The words that went and those that came; `null` for the first wording, and where so little stayed that both have to be read whole. */
export const changeLabel = (words: OutcomeWords, framing: OutcomeFraming): string[] | null => {
  const pieces = framing.difference && marksOf(framing.difference)
  if (pieces === null) return null
  const of = (kind: 'lost' | 'new') =>
    pieces.flatMap((piece) => (piece.kind === kind && piece.text.trim() !== '' ? [piece.text.trim()] : []))
  return [[words.removed, of('lost')] as const, [words.added, of('new')] as const].flatMap(([name, texts]) =>
    texts.length > 0 ? [`${name} ${texts.join(' … ')}`] : [],
  )
}

/** What stands behind a source that is a group: the texts of its ideas. */
export const behind = (outcome: Outcome, source: OutcomeSource): string[] =>
  source.kind === 'cluster' ? (insideOf(outcome).get(source.now ?? source.id) ?? []) : []

/** Texts by group, looked through once for all sources. */
const inside = new WeakMap<Outcome, Map<string, string[]>>()
const insideOf = (outcome: Outcome): Map<string, string[]> => {
  const known = inside.get(outcome)
  if (known) return known
  const made = new Map(outcome.clusters.map(({ id }) => [id, [] as string[]]))
  for (const { cluster, text } of [...outcome.ideas, ...outcome.proposals]) if (cluster !== null) made.get(cluster)?.push(text)
  inside.set(outcome, made)
  return made
}

export const spreadLabel = (words: OutcomeWords, spread: number[]): string =>
  spread.flatMap((voters, dots) => (voters > 0 ? [words.spreadPart(voters, dots)] : [])).join(', ')

/** By item, looked through once for all rows. */
const names = new WeakMap<OutcomeRound, Map<string, string | null>>()
const namesOf = (round: OutcomeRound): Map<string, string | null> => {
  const known = names.get(round)
  if (known) return known
  const made = new Map(round.items.map(({ id, name }) => [id, name]))
  names.set(round, made)
  return made
}

/** What stands beside the choice: withdrawn or taken apart, or which groups went into it. */
export const rowRemarks = (words: OutcomeWords, round: OutcomeRound, row: Row): string[] => {
  const { over } = round
  const merged = row.merged.flatMap((item) => namesOf(round).get(item) ?? [])
  return [
    ...(row.withdrawn && row.label !== null ? [over === 'clusters' ? words.goneGroup : words.withdrawnItem] : []),
    ...(row.divided ? [words.divided] : []),
    ...(merged.length > 0 ? [words.mergedItem(merged.join(', '))] : []),
  ]
}

/** What was asked of an item, with what was shared of the answers. */
export const askLabels = (
  words: OutcomeWords,
  outcome: Outcome,
  round: OutcomeRound,
): { heading: string; line: string; conditions: Outcome['conditions'] }[] =>
  round.asks.map(({ item, answers }) => {
    const { letter, label, name } = round.items.find(({ id }) => id === item) ?? { letter: '', label: null, name: null }
    const conditions = outcome.conditions.filter((one) => one.round === round.id && one.item === item)
    return {
      heading: words.neededFor(letter, label ?? name ?? words.goneItem),
      line: answers === null ? words.noneNeeded : words.answered(answers, conditions.length),
      conditions,
    }
  })

export const rowLabel = (words: OutcomeWords, row: Row): string => row.label ?? (row.withdrawn ? words.withdrawnItem : words.goneItem)

/** Against the round that this one repeats: in numbers, and in a word. */
export const shiftLabel = (words: OutcomeWords, { shift }: OutcomeRound, item: string): string | null => {
  const one = shift?.find((shift) => shift.item === item)
  return one ? `${words.shift(one.dots, one.voters)}: ${words.moved[one.moved]}` : null
}

/** What a round is said to repeat. */
export const againLabel = (words: OutcomeWords, outcome: Outcome, { again }: OutcomeRound): string | null =>
  again === null ? null : words.again(outcome.rounds.findIndex(({ id }) => id === again) + 1)

export const ideaRemarks = (words: OutcomeWords, idea: { late: boolean; entry: 'phone' | 'paper' }): string[] => [
  ...(idea.late ? [words.late] : []),
  ...(idea.entry === 'paper' ? [words.paper] : []),
]

/** Choices down, perspectives across: what one perspective gave nothing to stands there as 0. */
export const perspectiveTable = (
  words: OutcomeWords,
  result: NonNullable<OutcomeRound['result']>,
): { head: string[]; rows: { label: string; dots: number[] }[] } => ({
  head: result.perspectives.map(({ perspective, ballots }) => words.perspectiveColumn(perspective, ballots)),
  rows: result.rows.map((row) => ({
    label: rowLabel(words, row),
    dots: result.perspectives.map(({ dots }) => (Object.hasOwn(dots, row.item) ? dots[row.item] : 0) ?? 0),
  })),
})

/** Before and after; `null`: too few said so. */
export const moodRows = (words: OutcomeWords, { before, after }: Outcome['moods'][number]): { label: string; counts: number[] | null }[] =>
  [[words.moodBefore, before] as const, [words.moodAfter, after] as const].map(([label, counts]) => ({
    label,
    counts: counts && feelings(words).map((name) => counts[name]),
  }))
const feelings = (words: OutcomeWords) => Object.keys(words.feelings) as (keyof OutcomeWords['feelings'])[]

/** A phase as it was played: its name, and what was asked of the room. */
export const playedLabel = (
  words: OutcomeWords,
  outcome: Outcome,
  { phase, kind }: Outcome['played'][number],
): { name: string; prompt: string | null } => ({
  name: phaseLabel(words, outcome, phase) ?? words.phaseKinds[kind],
  prompt: outcome.phases.find((one) => one.id === phase)?.prompt ?? null,
})
