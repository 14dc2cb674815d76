/** What the server itself decides when time has passed: telling the desk, counting rounds, closing for good. */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { list } from '../ideas/listing.ts'
import { signed } from '../signed.ts'
import type { Plein, Round } from '../state.ts'
import { countRound } from '../votes/count.ts'
import { sealRounds } from '../votes/seal.ts'
import type { World } from '../world.ts'
import { sealsAt } from './closing.ts'

export const passed: Decide<CommandOf<'time.passed'>> = (plein, actor, _command, world) => {
  if (plein.sealed) return accept([])
  const listed = list(plein, world)
  const end = sealsAt(plein, world)
  if (end !== null && world.now() >= end) {
    const { events, ledger, redactions } = sealRounds(plein, world)
    const sealed = { type: 'plein.sealed', ...signed(actor, world) } as const
    return accept([...listed, ...events, sealed], {}, [...ledger, { erase: 'keys' }, { erase: 'own' }], redactions)
  }
  const counted = due(plein, world).map((round) => countRound(plein, round, world))
  return accept(
    [...listed, ...counted.flatMap(({ events }) => events)],
    {},
    counted.flatMap(({ ledger }) => ledger),
  )
}

/** Closed rounds that cannot be taken back any more. */
const due = (plein: Plein, world: World): Round[] =>
  [...plein.rounds.values()].filter(({ status, closesAt }) => status === 'closed' && closesAt !== null && world.now() >= closesAt)
