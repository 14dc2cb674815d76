/** Going through the programme: next, back, any phase, any kind, again. */
import type { Command, CommandOf } from '../commands.ts'
import { type Actor, accept, type Decide, type Decision } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Phase, PhaseId, Plein } from '../state.ts'
import { moodLeft } from '../taps/moods.ts'
import type { World } from '../world.ts'
import { enter, interrupt, lowered } from './enter.ts'
import { behind, following, preceding } from './order.ts'
import { newPhase, repetition, wording } from './phase.ts'

type Move = Extract<Command, { type: 'phase.enter' | 'phase.next' | 'phase.back' | 'phase.resume' | 'phase.play' | 'phase.repeat' }>['type']

/** `to`: where the button said that it leads. */
const leads = (plein: Plein, actor: Actor, phase: Phase, to: PhaseId | undefined, world: World): Decision =>
  to !== undefined && to !== phase.id
    ? refuse({ code: 'leads-elsewhere', phase: phase.id })
    : accept([...moodLeft(plein, world), enter(plein, actor, phase, world)], { phase: phase.id }, lowered(plein))

export const moves: { [T in Move]: Decide<CommandOf<T>> } = {
  'phase.enter': (plein, actor, command, world) => {
    const phase = plein.phases.get(command.phase)
    if (!phase) return refuse({ code: 'phase-unknown', phase: command.phase })
    if (phase.id === plein.current) return refuse({ code: 'phase-current', phase: phase.id })
    return accept([...moodLeft(plein, world), enter(plein, actor, phase, world)], { phase: phase.id }, lowered(plein))
  },

  'phase.next': (plein, actor, command, world) => {
    const phase = plein.phases.get(following(plein, plein.current) ?? '')
    if (!phase) return refuse({ code: 'no-next-phase' })
    return leads(plein, actor, phase, command.to, world)
  },

  'phase.back': (plein, actor, command, world) => {
    const phase = plein.phases.get(preceding(plein, plein.current) ?? '')
    if (!phase) return refuse({ code: 'no-previous-phase' })
    return leads(plein, actor, phase, command.to, world)
  },

  'phase.resume': (plein, actor, command, world) => {
    const phase = plein.phases.get(plein.interrupted.at(-1)?.phase ?? '')
    if (!phase) return refuse({ code: 'nothing-interrupted' })
    return leads(plein, actor, phase, command.to, world)
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
