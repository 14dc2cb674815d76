/** One tap. No event: it stands beside the log, sealed as ballots are, and the answer says nothing about it. */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import type { When } from '../whens.ts'
import { given } from './picture.ts'
import { phaseTapsNow, tapIdOf, taps } from './taps.ts'

/** By whom, and while its phase is going on. For the list: whether anything can be given at all. */
export const asksNow: When = (plein, role, command) => {
  const admits = (on: keyof typeof taps): boolean => taps[on].roles.some((one) => one === role)
  const now = phaseTapsNow(plein).filter(({ on }) => admits(on))
  const kind = plein.phases.get(plein.current ?? '')?.kind ?? null
  if (command?.type !== 'tap.set') return admits('pulse') || now.length > 0 ? null : { code: 'not-now', command: 'tap.set', phase: kind }
  if (!admits(command.on)) return { code: 'not-allowed', command: 'tap.set', role }
  // An unknown phase is named by the rule itself.
  if (command.on === 'pulse' || !plein.phases.has(command.phase)) return null
  const id = tapIdOf(command)
  return now.some((one) => one.id === id) ? null : { code: 'not-now', command: 'tap.set', phase: kind }
}

export const decideTaps: { 'tap.set': Decide<CommandOf<'tap.set'>> } = {
  'tap.set': (plein, actor, command) => {
    if (actor.seat === null) return refuse({ code: 'not-allowed', command: command.type, role: actor.role })
    if (command.on !== 'pulse' && !plein.phases.has(command.phase)) return refuse({ code: 'phase-unknown', phase: command.phase })
    return accept([], {}, given(plein, tapIdOf(command), actor.seat, command.value))
  },
}
