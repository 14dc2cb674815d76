/** The votes: only totals, and only of rounds whose result the room was shown. */
import type { Plein, Result, ResultRow, Round, RoundItem } from '../../shared/domain/state.ts'
import { fewOf } from '../../shared/domain/votes/enough.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import { shiftsOf } from '../../shared/domain/votes/shift.ts'
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
  divided: row.divided,
  withdrawn: row.withdrawn,
  merged: row.merged,
})

/** What it is called now; `null`: it stands on the board no more. */
const labelOf = (plein: Plein, visible: Visible, { over }: Round, { id, name }: RoundItem): string | null => {
  if (over === 'clusters') return visible.clusters.get(id)?.name ?? name
  const framing = over === 'framings' ? plein.framings.get(id) : undefined
  return (framing ? (framing.undone ? null : framing.text) : visible.ideas.get(id)?.text) ?? null
}

/** Of both rounds only what the room was shown. */
const shiftOf = (plein: Plein, round: Round, told: Result | null): OutcomeRound['shift'] => {
  const first = round.again === undefined ? undefined : plein.rounds.get(round.again)
  return first?.status === 'counted' && first.revealed ? shiftsOf(resultOf(plein, first), told, round.maximum) : null
}

const roundOf = (plein: Plein, visible: Visible, round: Round): OutcomeRound => {
  const result = round.status === 'counted' ? resultOf(plein, round) : null
  const status = statusOf(round, result)
  const told = status === 'shown' || status === 'held-back'
  const items = round.items.map((item) => {
    const { id, letter, name } = item
    return { id, letter, name, label: labelOf(plein, visible, round, item) }
  })
  const known = new Map(items.map((item) => [item.id, item]))
  return {
    id: round.id,
    phase: round.phase,
    over: round.over,
    again: round.again ?? null,
    question: round.question,
    items,
    budget: round.budget,
    maximum: round.maximum,
    status,
    reason: status === 'held-back' ? `fewer-than-three-${fewOf(round.cast, round.paper ?? 0) ?? 'ballots'}` : null,
    cast: told ? round.cast : null,
    ...(told && round.paper !== undefined ? { paper: round.paper } : {}),
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
    shift: shiftOf(plein, round, status === 'shown' ? result : null),
    asks: round.asks.map(({ item, parts, answers, conditions }) => ({
      item,
      parts: [...parts],
      answers: conditions.some((id) => visible.ideas.has(id)) ? answers : null,
    })),
  }
}

export const roundsOf = (plein: Plein, visible: Visible): Outcome['rounds'] =>
  [...plein.rounds.values()].map((round) => roundOf(plein, visible, round))
