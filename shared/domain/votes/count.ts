/** Counting ends the link between voters and ballots for good (S3). */
import type { Ledger } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import { signed } from '../signed.ts'
import type { Plein, Round } from '../state.ts'
import type { World } from '../world.ts'
import { fewOf } from './enough.ts'
import { countSlips } from './paper.ts'
import { perspectivesOf } from './perspectives.ts'

export type RoundCounted = Extract<PleinEvent, { type: 'round.counted' }>

/** Counts a round that is open or closed. Signed by the server: it does not matter who was there when taking back ended. */
export const countRound = (plein: Plein, round: Round, world: World): { events: [RoundCounted]; ledger: Ledger[] } => {
  const held = [...(plein.ballots.get(round.id) ?? [])].map(([voter, dots]) => ({ voter, dots }))
  const paper = countSlips(held.map(({ voter }) => voter))
  const enough = fewOf(held.length, paper) === null
  const event: RoundCounted = {
    type: 'round.counted',
    round: round.id,
    cast: held.length,
    paper,
    ballots: enough ? world.shuffle(held).map(({ dots }) => dots) : null,
    perspectives: enough ? perspectivesOf(plein, held) : [],
    final: null,
    ...signed({ role: 'server', seat: null }, world),
  }
  return { events: [event], ledger: [{ erase: 'ballots', round: round.id }] }
}
