import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import { enter } from '../programme/enter.ts'
import { following } from '../programme/order.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import { close, reopen } from './closing.ts'
import { passed } from './passed.ts'
import { set } from './set.ts'

type LifeCommand =
  | 'plein.open'
  | 'plein.close'
  | 'plein.reopen'
  | 'plein.set'
  | 'door.set'
  | 'outcome.set'
  | 'seat.perspective'
  | 'seat.ready'
  | 'seat.hand'
  | 'link.rotate'
  | 'door.admit'
  | 'door.refuse'
  | 'screen.admit'
  | 'device.end'
  | 'text.earlier'
  | 'time.passed'

/** Opening enters the first phase: who comes in finds something, and never an empty page. */
const open: Decide<CommandOf<'plein.open'>> = (plein, actor, _command, world) => {
  const first = plein.phases.get(following(plein, null) ?? '')
  const entering: PleinEvent[] = first ? [enter(plein, actor, first, world)] : []
  return accept([{ type: 'plein.opened', ...signed(actor, world) }, ...entering], { phase: first?.id ?? null })
}

export const decideLife: { [T in LifeCommand]: Decide<CommandOf<T>> } = {
  'plein.open': open,
  'plein.close': close,
  'plein.reopen': reopen,
  'plein.set': set,

  'door.set': (plein, actor, { locked, asks: wanted = false }, world) => {
    const asks = wanted && !locked
    if (plein.doorLocked === locked && plein.doorAsks === asks) return refuse({ code: 'nothing-changed' })
    return accept([{ type: 'door.set', locked, ...(asks ? { asks } : {}), ...signed(actor, world) }])
  },

  'outcome.set': (plein, actor, { shared }, world) =>
    plein.outcomeShared === shared
      ? refuse({ code: 'nothing-changed' })
      : accept([{ type: 'outcome.set', shared, ...signed(actor, world) }]),

  // It stands on the seat only, never in the log: an event of it would need the seat (S2).
  'seat.perspective': (plein, actor, { perspective }) => {
    if (actor.seat === null) return refuse({ code: 'not-allowed', command: 'seat.perspective', role: actor.role })
    if (perspective !== null && !plein.settings.perspectives.includes(perspective))
      return refuse({ code: 'perspective-unknown', perspective })
    // Not in the answer either, because answers are kept.
    return accept([], {}, [{ keep: 'perspective', seat: actor.seat, perspective }])
  },

  'seat.ready': (plein, actor, { phase, ready }) => {
    if (actor.seat === null) return refuse({ code: 'not-allowed', command: 'seat.ready', role: actor.role })
    if (!plein.phases.has(phase)) return refuse({ code: 'phase-unknown', phase })
    // The room may have moved on while it was on its way: then it says nothing about the phase of now.
    return accept([], {}, [{ keep: 'ready', seat: actor.seat, phase: ready ? phase : null }])
  },
  'seat.hand': (_plein, actor, { up }) =>
    actor.seat === null
      ? refuse({ code: 'not-allowed', command: 'seat.hand', role: actor.role })
      : accept([], {}, [{ keep: 'hand', seat: actor.seat, up }]),

  // The rules only say who may; the live server does it.
  'link.rotate': () => accept([]),
  'text.earlier': () => accept([]),
  'door.admit': () => accept([]),
  'door.refuse': () => accept([]),
  'screen.admit': () => accept([]),
  'device.end': () => accept([]),

  'time.passed': passed,
}
