/** The votes: only totals, and only of rounds whose result the room was shown. */
import type { Plein, Result, ResultRow, Round } from '../../shared/domain/state.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import type { Outcome, OutcomeRound } from './schema.ts'
import type { Visible } from './visible.ts'

type Row = NonNullable<OutcomeRound['result']>['rows'][number]

/** A round that still can be taken back has its ballots in the ledger, tied to voters: nothing of it is counted here. */
const statusOf = (round: Round, result: Result | null): OutcomeRound['status'] => {
  if (round.status !== 'counted') return round.status
  if (!round.revealed || !result) return 'not-shown'
  return result.heldBack ? 'held-back' : 'shown'
}

const rowOf = (letter: string | null, label: string | null, row: ResultRow): Row => ({
  item: row.item,
  letter,
  label,
  dots: row.dots,
  voters: row.voters,
  spread: row.spread,
  strongMinority: row.strongMinority,
  withdrawn: row.withdrawn,
  merged: row.merged,
})

const roundOf = (plein: Plein, visible: Visible, round: Round): OutcomeRound => {
  const result = round.status === 'counted' ? resultOf(plein, round) : null
  const status = statusOf(round, result)
  const items = round.items.map(({ id, letter, name }) => ({
    id,
    letter,
    name,
    label: round.over === 'clusters' ? (visible.clusters.get(id)?.name ?? name) : (visible.ideas.get(id)?.text ?? null),
  }))
  const known = new Map(items.map((item) => [item.id, item]))
  return {
    id: round.id,
    phase: round.phase,
    over: round.over,
    question: round.question,
    items,
    budget: round.budget,
    maximum: round.maximum,
    status,
    reason: status === 'held-back' ? 'fewer-than-three-ballots' : null,
    cast: status === 'shown' || status === 'held-back' ? round.cast : null,
    result:
      status !== 'shown' || !result
        ? null
        : {
            ballots: result.ballots,
            voters: result.voters,
            rows: result.rows.map((row) => {
              const item = known.get(row.item)
              return rowOf(item?.letter ?? null, item?.label ?? visible.clusters.get(row.item)?.name ?? null, row)
            }),
            clusters: result.clusters.map((row) => rowOf(null, visible.clusters.get(row.item)?.name ?? null, row)),
            perspectives: result.perspectives,
          },
  }
}

export const roundsOf = (plein: Plein, visible: Visible): Outcome['rounds'] =>
  [...plein.rounds.values()].map((round) => roundOf(plein, visible, round))
