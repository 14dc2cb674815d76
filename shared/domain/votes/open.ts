/** Opens a round in the current phase; what its coach did not choose comes from the phase, and what the phase leaves open is suggested. */

import { checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Phase, PhaseId, Plein, Round } from '../state.ts'
import { repeated } from './again.ts'
import { budgetFor } from './budget.ts'
import { itemsFor } from './items.ts'

/** Two open rounds in one phase would leave the room wondering which of them it is asked. */
export const openRoundIn = (plein: Plein, phase: PhaseId): Round | null =>
  [...plein.rounds.values()].find((round) => round.phase === phase && round.status === 'open') ?? null

type Opened = Pick<Round, 'over' | 'again' | 'question' | 'items' | 'budget' | 'maximum'>

const opened = (plein: Plein, { settings }: Phase, command: CommandOf<'round.open'>): { round: Opened } | { refusal: Refusal } => {
  if (command.again !== undefined) return repeated(plein, command.again)
  const over = command.over ?? settings.over
  const chosen = itemsFor(plein, over, command.items)
  if ('refusal' in chosen) return chosen
  const { items } = chosen
  const dots = budgetFor(items.length, command.budget ?? settings.dots, command.maximum ?? settings.maximum)
  return { round: { over, question: null, items, ...dots } }
}

export const decideOpenRound: Decide<CommandOf<'round.open'>> = (plein, actor, command, world) => {
  const phase = plein.current ? plein.phases.get(plein.current) : undefined
  if (!phase) return refuse({ code: 'not-now', command: command.type, phase: null })
  const other = openRoundIn(plein, phase.id)
  if (other) return refuse({ code: 'round-open', round: other.id })
  const made = opened(plein, phase, command)
  if ('refusal' in made) return refuse(made.refusal)
  const asked = command.question === undefined ? null : checkText(command.question, lengths.question)
  if (asked && !asked.ok) return refuse(asked.refusal)
  const round = world.id()
  const { over, again, question, items, budget, maximum } = made.round
  const repeats = again === undefined ? {} : { again }
  const event = { round, phase: phase.id, over, ...repeats, question: asked?.text ?? question, items, budget, maximum } as const
  return accept([{ type: 'round.opened', ...event, ...signed(actor, world) }], { round })
}
