/** Map `rounds` of both documents. No tally before it is counted, and none on the board before it is revealed. */
import type { AskEntry, RoundEntry } from '../../wire/documents.ts'
import { heirOf } from '../clusters/find.ts'
import { shown } from '../clusters/members.ts'
import type { Ask, IdeaId, Plein, Result, ResultRow, Round, RoundId } from '../state.ts'
import { resultOf } from '../votes/result.ts'
import type { Put } from './cells.ts'

const rowNow = ({ item, dots, voters, spread, strongMinority, divided, withdrawn, merged }: ResultRow): ResultRow => ({
  item,
  dots,
  voters,
  spread,
  strongMinority,
  divided,
  withdrawn,
  merged,
})

const resultNow = (result: Result): Result => ({
  ballots: result.ballots,
  ...(result.paper === undefined ? {} : { paper: result.paper }),
  voters: result.voters,
  heldBack: result.heldBack,
  rows: result.rows.map(rowNow),
  clusters: result.clusters.map(rowNow),
  perspectives: result.perspectives.map(({ perspective, ballots, dots }) => ({ perspective, ballots, dots })),
})

/** How many answered is told beside what they answered, and not before. */
const askNow = (plein: Plein, { item, parts, asked, answers, conditions }: Ask): AskEntry => {
  const seen = conditions.some((id) => {
    const idea = plein.ideas.get(id)
    return idea !== undefined && shown(idea)
  })
  return { item, parts, asked, answers: seen ? answers : null }
}

/** As long as dots can be given; and only a group, since what else is gone has no text on the board. */
const isGone = (plein: Plein, { status }: Round, id: string): boolean => {
  if (status === 'counted') return false
  const cluster = plein.clusters.get(id)
  return cluster !== undefined && heirOf(plein, cluster).removed
}

const entry = (plein: Plein, round: Round, result: Result | null): RoundEntry => ({
  phase: round.phase,
  over: round.over,
  ...(round.again === undefined ? {} : { again: round.again }),
  question: round.question,
  items: round.items.map(({ id, letter, name }) => ({ id, letter, name, ...(isGone(plein, round, id) ? { gone: true as const } : {}) })),
  budget: round.budget,
  maximum: round.maximum,
  status: round.status,
  closesAt: round.closesAt,
  revealed: round.revealed,
  result,
  ...(round.asks.length === 0 ? {} : { asks: round.asks.map((ask) => askNow(plein, ask)) }),
})

/** As it was counted last: what is asked and answered after a vote changes nothing in it, and must not cost a walk over all ballots. */
const counted = new WeakMap<Round, Result>()

const count = (plein: Plein, round: Round): Result | null => {
  const result = resultOf(plein, round)
  if (result === null) return null
  const now = resultNow(result)
  counted.set(round, now)
  return now
}

export const putRound = (plein: Plein, id: RoundId, put: Put): void => {
  const round = plein.rounds.get(id)
  if (round) putEntry(plein, round, count(plein, round), put)
}

/** What is asked after it has changed, and nothing else. */
export const putAsks = (plein: Plein, id: RoundId, put: Put): void => {
  const round = plein.rounds.get(id)
  if (round) putEntry(plein, round, counted.get(round) ?? count(plein, round), put)
}

const putEntry = (plein: Plein, round: Round, result: Result | null, put: Put): void => {
  const { id } = round
  put('board', 'rounds', id, entry(plein, round, round.revealed ? result : null))
  // Of a Plein that was taken in the desk knows no more than its room did.
  put('desk', 'rounds', id, result && !round.revealed && !plein.imported ? entry(plein, round, result) : undefined)
}

/** What a round is over, looked up by one idea. */
const votedOn = new WeakMap<Round, ReadonlySet<string>>()
const isVotedOn = (round: Round, id: IdeaId): boolean => {
  const items = votedOn.get(round) ?? new Set(round.items.map((item) => item.id))
  votedOn.set(round, items)
  return items.has(id)
}

/** Regrouping and withdrawing recount what was counted from single ballots: `all` of it, or what was given to these ideas. */
export const putRecounted = (plein: Plein, put: Put, over: 'all' | readonly IdeaId[]): void => {
  for (const round of plein.rounds.values()) if (over === 'all' || over.some((id) => isVotedOn(round, id))) putRound(plein, round.id, put)
}
