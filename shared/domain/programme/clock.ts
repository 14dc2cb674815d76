/** What a coach does with the timer. */
import type { Command, CommandOf } from '../commands.ts'
import { type Accepted, type Actor, accept, type Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Timer } from '../state.ts'
import type { World } from '../world.ts'
import { continued, extended, paused, started } from './timer.ts'

type TimerCommand = Extract<Command, { type: `timer.${string}` }>['type']

const set = (timer: Timer, actor: Actor, world: World): Accepted => accept([{ type: 'timer.set', timer, ...signed(actor, world) }])

export const clock: { [T in TimerCommand]: Decide<CommandOf<T>> } = {
  'timer.start': (_plein, actor, command, world) => set(started(command.seconds * 1000, world.now()), actor, world),

  'timer.add': (plein, actor, command, world) =>
    plein.timer.status === 'stopped'
      ? refuse({ code: 'timer-not-running' })
      : set(extended(plein.timer, command.seconds * 1000, world.now()), actor, world),

  'timer.pause': (plein, actor, _command, world) =>
    plein.timer.status === 'running' ? set(paused(plein.timer, world.now()), actor, world) : refuse({ code: 'timer-not-running' }),

  'timer.resume': (plein, actor, _command, world) =>
    plein.timer.status === 'paused' ? set(continued(plein.timer, world.now()), actor, world) : refuse({ code: 'timer-not-paused' }),

  'timer.stop': (plein, actor, _command, world) =>
    plein.timer.status === 'stopped' ? refuse({ code: 'timer-not-running' }) : set({ status: 'stopped' }, actor, world),
}
