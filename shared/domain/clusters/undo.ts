/** Takes back the last step: one's own, or with `any` that of whichever coach (L5). */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { renamed } from '../names/ask.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import { overtaken } from './steps.ts'

export const decideUndo: Decide<CommandOf<'undo'>> = (plein, actor, command, world) => {
  const any = command.any === true && actor.role === 'coach'
  const last = plein.steps.findLast((step) => (any ? step.by === 'coach' : step.seat === actor.seat))
  if (command.step !== undefined && command.step !== last?.id)
    return refuse({ code: plein.steps.some(({ id }) => id === command.step) ? 'step-not-last' : 'step-undone' })
  if (!last) return refuse({ code: 'nothing-to-undo' })
  if (overtaken(plein, last)) return refuse({ code: 'changed-since', label: last.label })
  return accept(
    [{ type: 'step.undone', step: last.id, changes: last.changes, ...signed(actor, world) }],
    { undone: last.label },
    renamed(plein, last.changes),
  )
}
