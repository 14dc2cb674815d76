/** T21, of votes: what can be read of ballots while a round is open, when it is counted, and after the Plein is closed for good. */
import type { BallotCase, Case } from './adversaries.ts'
import type { Evidence } from './evidence.ts'
import type { Truth } from './meeting.ts'

/** What was cast. */
type Cast = Pick<Truth, 'items' | 'ballots' | 'round'>

/** Of a round, of a tap, or all. */
const rowsOf = ({ rows }: Evidence, of?: string): string[] =>
  rows.flatMap(({ table, values }) => (table === 'ballots' && (of === undefined || values[1] === of) ? [String(values[3])] : []))

/** Bytes of dots in the order of the items, as they would stand in a ballot that is not sealed. */
const plain = ({ items, ballots }: Cast): Buffer[] => ballots.map((dots) => Buffer.from(items.map((item) => dots[item] ?? 0)))

/** Each form in which a key could have come along. */
export const forms = (key: Buffer): string[] => [
  key.toString('latin1'),
  key.toString('base64'),
  key.toString('base64url'),
  key.toString('hex'),
]

/** While the round is open. */
export const openBallots = (evidence: Evidence, truth: Cast): string[] => {
  const stored = rowsOf(evidence, truth.round)
  const felt = rowsOf(evidence, 'pulse')
  const lengths = new Set(stored.map((ballot) => ballot.length))
  const bytes = plain(truth)
  const read = stored.filter(
    (ballot) =>
      ballot.startsWith('{') ||
      bytes.some((dots) => Buffer.from(ballot, 'base64url').includes(dots) || Buffer.from(ballot, 'base64').includes(dots)),
  )
  return [
    ...(stored.length === truth.ballots.length
      ? []
      : [`${stored.length} ballots in the file of ${truth.ballots.length}: nothing was judged`]),
    ...(felt.length === truth.ballots.length ? [] : [`${felt.length} taps in the file of ${truth.ballots.length}: nothing was judged`]),
    ...(new Set(felt.map((tap) => tap.length)).size > 1 || new Set(felt).size < felt.length || felt.some((tap) => !tap.startsWith('1.'))
      ? ['a tap tells by its form or its length']
      : []),
    ...(lengths.size > 1 ? [`ballots of ${[...lengths].join(', ')} characters: their length tells`] : []),
    ...(new Set(stored).size < stored.length ? ['two ballots are equal'] : []),
    // Three bytes of 60 or more are there by chance once in 300,000.
    ...(read.length > 1 ? [`${read.length} ballots can be read without the key`] : []),
  ]
}

const dotsIn = (items: readonly string[], dots: Record<string, number>): string => items.map((item) => dots[item] ?? 0).join()

/** The dots of each ballot of the counted round in the order in which they stand; `null`: they are gone. */
const countedBallots = ({ events }: Evidence, { round, items }: Truth): string[] | null => {
  const counted = events.find((event) => event.type === 'round.counted' && event['round'] === round)
  const ballots = (counted?.['ballots'] ?? null) as Record<string, number>[] | null
  return ballots?.map((dots) => dotsIn(items, dots)) ?? null
}

/** A counted round as the adversaries see ideas: each ballot is another one, and stands at some place in the list. */
export const ballotCase = (of: Case, truth: Truth): BallotCase => ({
  ...of,
  voted: truth.voted,
  listed: countedBallots(of.evidence, truth) ?? [],
  whose: new Map(truth.ballots.map((dots, place) => [dotsIn(truth.items, dots), place])),
})

/** After it was counted, and for good. */
export const leftBallots = (evidence: Evidence, truth: Truth, sealed: readonly string[], whole: Buffer): string[] => [
  ...(rowsOf(evidence).length > 0 ? ['ballots of a counted round are still there'] : []),
  ...(evidence.events.some(({ type }) => type === 'round.counted') ? [] : ['there is no count: nothing was judged']),
  ...(countedBallots(evidence, truth) === null ? [] : ['single ballots outlive the Plein']),
  ...(sealed.some((ballot) => whole.includes(ballot)) ? ['a sealed ballot stands in a free corner of the files'] : []),
]

export const sealedBallots = (evidence: Evidence): string[] => rowsOf(evidence)
