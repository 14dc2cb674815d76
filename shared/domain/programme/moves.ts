/** Going through the programme: next, back, any phase, any kind, again. */
import type { Command, CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Phase } from '../state.ts'
import { moodLeft } from '../taps/moods.ts'
import { enter, interrupt, lowered } from './enter.ts'
import { behind, following, preceding } from './order.ts'
import { newPhase, repetition, wording } from './phase.ts'

type Move = Extract<Command, { type: 'phase.enter' | 'phase.next' | 'phase.back' | 'phase.resume' | 'phase.play' | 'phase.repeat' }>['type']

export const moves: { [T in Move]: Decide<CommandOf<T>> } = {
  'phase.enter': (plein, actor, command, world) => {
    const phase = plein.phases.get(command.phase)
    if (!phase) return refuse({ code: 'phase-unknown', phase: command.phase })
    if (phase.id === plein.current) return refuse({ code: 'phase-current', phase: phase.id })
    return accept([...moodLeft(plein, world), enter(plein, actor, phase, world)], { phase: phase.id }, lowered(plein))
  },

  'phase.next': (plein, actor, _command, world) => {
    const phase = plein.phases.get(following(plein, plein.current) ?? '')
    if (!phase) return refuse({ code: 'no-next-phase' })
    return accept([...moodLeft(plein, world), enter(plein, actor, phase, world)], { phase: phase.id }, lowered(plein))
  },

  'phase.back': (plein, actor, _command, world) => {
    const phase = plein.phases.get(preceding(plein, plein.current) ?? '')
    if (!phase) return refuse({ code: 'no-previous-phase' })
    return accept([...moodLeft(plein, world), enter(plein, actor, phase, world)], { phase: phase.id }, lowered(plein))
  },

  'phase.resume': (plein, actor, _command, world) => {
    const phase = plein.phases.get(plein.interrupted.at(-1)?.phase ?? '')
    if (!phase) return refuse({ code: 'nothing-interrupted' })
    return accept([...moodLeft(plein, world), enter(plein, actor, phase, world)], { phase: phase.id }, lowered(plein))
  },

  'phase.play': (plein, actor, command, world) => {
    if (plein.phases.size >= world.limits.phases) return refuse({ code: 'too-many-phases', maximum: world.limits.phases })
    const worded = wording(command)
    if (!worded.ok) return refuse(worded.refusal)
    const made = newPhase(world.id(), command.kind, worded.texts)
    // Where nothing is interrupted it is the programme itself.
    const phase: Phase = plein.current === null ? made : { ...made, interlude: true }
    const after = plein.current === null ? (plein.order.at(-1) ?? null) : behind(plein, plein.current)
    const inserted = { type: 'phase.inserted', phase, after, ...signed(actor, world) } as const
    return accept([...moodLeft(plein, world), inserted, interrupt(plein, actor, phase, world)], { phase: phase.id }, lowered(plein))
  },

  'phase.repeat': (plein, actor, command, world) => {
    const original = plein.phases.get(command.phase)
    if (!original) return refuse({ code: 'phase-unknown', phase: command.phase })
    if (plein.phases.size >= world.limits.phases) return refuse({ code: 'too-many-phases', maximum: world.limits.phases })
    const phase = repetition(world.id(), original)
    const inserted = { type: 'phase.inserted', phase, after: original.id, ...signed(actor, world) } as const
    return accept([...moodLeft(plein, world), inserted, enter(plein, actor, phase, world)], { phase: phase.id }, lowered(plein))
  },
}
