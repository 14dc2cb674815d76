/** When the Plein closes for good the single ballots go and only totals stay (S3). */
import type { Ledger, Redaction } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import type { Plein, Round } from '../state.ts'
import type { World } from '../world.ts'
import { countRound, type RoundCounted } from './count.ts'
import { resultOf } from './result.ts'

/** Counts what is left, freezes every result as `final`, and blanks the ballots of what was counted before. */
export const sealRounds = (plein: Plein, world: World): { events: PleinEvent[]; ledger: Ledger[]; redactions: Redaction[] } => {
  const sealed = { events: [] as PleinEvent[], ledger: [] as Ledger[], redactions: [] as Redaction[] }
  for (const round of plein.rounds.values()) {
    if (round.status === 'counted') {
      const event = blanked(plein, round)
      if (event && round.countedAt !== null) sealed.redactions.push({ version: round.countedAt, event })
      continue
    }
    const { events, ledger } = countRound(plein, round, world)
    const [counted] = events
    const { cast, paper = 0, ballots, perspectives } = counted
    const final = resultOf(plein, { ...round, status: 'counted', cast, paper, ballots, perspectives })
    sealed.events.push({ ...counted, ballots: null, final })
    sealed.ledger.push(...ledger)
  }
  return sealed
}

const blanked = (plein: Plein, round: Round): RoundCounted | null => {
  if (round.final) return null
  return {
    type: 'round.counted',
    round: round.id,
    cast: round.cast,
    ...(round.paper === undefined ? {} : { paper: round.paper }),
    ballots: null,
    perspectives: round.perspectives,
    final: resultOf(plein, round),
    by: 'server',
    seat: null,
    at: round.countedOn ?? 0,
  }
}
