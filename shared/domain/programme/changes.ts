/** Changing the programme, before and during: insert, edit, reorder, skip, remove. */
import type { Command, CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import type { ProgrammeEvent } from '../events.ts'
import type { PhaseSettings } from '../phases.ts'
import { refuse } from '../refusals.ts'
import { same } from '../same.ts'
import { signed } from '../signed.ts'
import type { Phase, Plein } from '../state.ts'
import { placed } from './order.ts'
import { newPhase, type Texts, wording } from './phase.ts'

type Change = Extract<Command, { type: 'phase.insert' | 'phase.edit' | 'phase.move' | 'phase.skip' | 'phase.remove' }>['type']

export const changes: { [T in Change]: Decide<CommandOf<T>> } = {
  'phase.insert': (plein, actor, command, world) => {
    if (command.after !== null && !plein.phases.has(command.after)) return refuse({ code: 'phase-unknown', phase: command.after })
    if (plein.phases.size >= world.limits.phases) return refuse({ code: 'too-many-phases', maximum: world.limits.phases })
    const worded = wording(command)
    if (!worded.ok) return refuse(worded.refusal)
    const phase = newPhase(world.id(), command.kind, worded.texts)
    return accept([{ type: 'phase.inserted', phase, after: command.after, ...signed(actor, world) }], { phase: phase.id })
  },

  'phase.edit': (plein, actor, command, world) => {
    const phase = plein.phases.get(command.phase)
    if (!phase) return refuse({ code: 'phase-unknown', phase: command.phase })
    const worded = wording(command)
    if (!worded.ok) return refuse(worded.refusal)
    const changed = different(phase, worded.texts)
    if (!changed) return refuse({ code: 'nothing-changed' })
    return accept([{ type: 'phase.edited', phase: phase.id, ...changed, ...signed(actor, world) }])
  },

  'phase.move': (plein, actor, command, world) => {
    const unknown = [command.phase, command.after].find((id) => id !== null && !plein.phases.has(id))
    if (unknown) return refuse({ code: 'phase-unknown', phase: unknown })
    if (command.after === command.phase || same(placed(plein.order, command.phase, command.after), plein.order))
      return refuse({ code: 'nothing-changed' })
    return accept([{ type: 'phase.moved', phase: command.phase, after: command.after, ...signed(actor, world) }])
  },

  'phase.skip': (plein, actor, command, world) => {
    const phase = plein.phases.get(command.phase)
    if (!phase) return refuse({ code: 'phase-unknown', phase: command.phase })
    if (phase.id === plein.current) return refuse({ code: 'phase-current', phase: phase.id })
    if (phase.skipped === command.skipped) return refuse({ code: 'nothing-changed' })
    return accept([{ type: 'phase.skipped', phase: phase.id, skipped: command.skipped, ...signed(actor, world) }])
  },

  'phase.remove': (plein, actor, command, world) => {
    const phase = plein.phases.get(command.phase)
    if (!phase) return refuse({ code: 'phase-unknown', phase: command.phase })
    if (phase.id === plein.current) return refuse({ code: 'phase-current', phase: phase.id })
    if (used(plein, phase)) return refuse({ code: 'phase-played', phase: phase.id })
    return accept([{ type: 'phase.removed', phase: phase.id, ...signed(actor, world) }])
  },
}

/** Played, or written for in advance: something would lose its place. */
const used = (plein: Plein, phase: Phase): boolean => phase.played > 0 || [...plein.ideas.values()].some((idea) => idea.phase === phase.id)

/** Only what really changes; `null` when nothing does. */
const different = (
  phase: Phase,
  { title, settings }: Texts,
): Pick<Extract<ProgrammeEvent, { type: 'phase.edited' }>, 'title' | 'settings'> | null => {
  const wanted = Object.entries(settings ?? {}).filter(([name, value]) => !same(value, phase.settings[name as keyof PhaseSettings]))
  const changed: Texts = {}
  if (title !== undefined && title !== phase.title) changed.title = title
  if (wanted.length > 0) changed.settings = Object.fromEntries(wanted)
  return Object.keys(changed).length > 0 ? changed : null
}
