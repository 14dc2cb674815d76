/** Opens a round in the current phase; what its coach did not choose comes from the phase, and what the phase leaves open is suggested. */

import { checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { PhaseId, Plein, Round } from '../state.ts'
import { budgetFor } from './budget.ts'
import { itemsFor } from './items.ts'

/** Two open rounds in one phase would leave the room wondering which of them it is asked. */
export const openRoundIn = (plein: Plein, phase: PhaseId): Round | null =>
  [...plein.rounds.values()].find((round) => round.phase === phase && round.status === 'open') ?? null

export const decideOpenRound: Decide<CommandOf<'round.open'>> = (plein, actor, command, world) => {
  const phase = plein.current ? plein.phases.get(plein.current) : undefined
  if (!phase) return refuse({ code: 'not-now', command: command.type, phase: null })
  const other = openRoundIn(plein, phase.id)
  if (other) return refuse({ code: 'round-open', round: other.id })
  const over = command.over ?? phase.settings.over
  const chosen = itemsFor(plein, over, command.items)
  if ('refusal' in chosen) return refuse(chosen.refusal)
  const { items } = chosen
  const dots = budgetFor(items.length, command.budget ?? phase.settings.dots, command.maximum ?? phase.settings.maximum)
  const asked = command.question === undefined ? null : checkText(command.question, lengths.question)
  if (asked && !asked.ok) return refuse(asked.refusal)
  const round = world.id()
  return accept(
    [{ type: 'round.opened', round, phase: phase.id, over, question: asked?.text ?? null, items, ...dots, ...signed(actor, world) }],
    { round },
  )
}
