/** Entering a phase. It never destroys or closes anything: what was left stays as it is, and can be entered again. */
import type { Actor, Ledger } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import { signed } from '../signed.ts'
import type { Interrupted, Phase, Plein } from '../state.ts'
import { loweredTaps } from '../taps/picture.ts'
import type { World } from '../world.ts'
import { left, ready, resumed } from './timer.ts'

/** A phase that was interrupted goes on with the time it had left. */
export const enter = (plein: Plein, actor: Actor, phase: Phase, world: World): PleinEvent => {
  const interruption = plein.interrupted.findLast((one) => one.phase === phase.id)
  return {
    type: 'phase.entered',
    phase: phase.id,
    interrupted: plein.interrupted.filter((one) => one.phase !== phase.id),
    timer: interruption ? resumed(phase, interruption.left) : ready(phase),
    ...signed(actor, world),
  }
}

/** The current phase waits, with the time that it has left, until it is resumed. */
export const interrupt = (plein: Plein, actor: Actor, phase: Phase, world: World): PleinEvent => {
  const waiting: Interrupted[] = plein.interrupted.filter((one) => one.phase !== phase.id && one.phase !== plein.current)
  if (plein.current !== null) waiting.push({ phase: plein.current, left: left(plein.timer, world.now()) })
  return { type: 'phase.entered', phase: phase.id, interrupted: waiting, timer: ready(phase), ...signed(actor, world) }
}

/** A hand was raised about what was going on then; so were some taps given. */
export const lowered = (plein: Plein): Ledger[] => [
  ...[...plein.seats.values()].filter(({ hand }) => hand).map(({ id }): Ledger => ({ keep: 'hand', seat: id, up: false })),
  ...loweredTaps(plein),
]
