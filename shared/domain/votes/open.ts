/** Opens a round in the current phase; what its coach did not choose comes from the phase, and what the phase leaves open is suggested. */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import { budgetFor } from './budget.ts'
import { itemsFor } from './items.ts'

export const decideOpenRound: Decide<CommandOf<'round.open'>> = (plein, actor, command, world) => {
  const phase = plein.current ? plein.phases.get(plein.current) : undefined
  if (!phase) return refuse({ code: 'not-now', command: command.type, phase: null })
  for (const round of plein.rounds.values()) {
    if (round.phase === phase.id && round.status === 'open') return refuse({ code: 'round-open', round: round.id })
  }
  const over = command.over ?? phase.settings.over
  const chosen = itemsFor(plein, over, command.items)
  if ('refusal' in chosen) return refuse(chosen.refusal)
  const { items } = chosen
  const dots = budgetFor(items.length, command.budget ?? phase.settings.dots, command.maximum ?? phase.settings.maximum)
  const asked = command.question === undefined ? null : checkText(command.question, lengths.question)
  if (asked && !asked.ok) return refuse(asked.refusal)
  const round = world.id()
  return accept([{ type: 'round.opened', round, phase: phase.id, over, question: asked?.text ?? null, items, ...dots, ...signed(actor, world) }], { round })
}
