/** What is told of taps: a picture that stands still until enough people have changed what they gave (S4). A tally that moved with every tap
 *  would say what the person gave who is just putting down a phone. */
import type { Ledger } from '../decision.ts'
import type { Plein, SeatId } from '../state.ts'
import { untapped } from './tapped.ts'
import { type TapCounts, type TapId, type TapValue, tapOf, taps } from './taps.ts'

const rule = (tap: TapId) => taps[tapOf(tap).on]

/** As it was told last: below so many people `null`. */
export const pictureOf = (plein: Plein, tap: TapId): TapCounts | null => {
  const { values, fewest } = rule(tap)
  const tapped = plein.taps.get(tap)
  if (tapped === undefined || tapped.people < fewest) return null
  return Object.fromEntries(values.map((value) => [value, tapped.told.get(value) ?? 0])) as TapCounts
}

/** One seat gives or takes back, and with it perhaps a new picture. The picture stands beside what was given, sealed like it, so that a restart
 *  neither loses it nor draws another one that differs from it in one person. */
export const given = (plein: Plein, tap: TapId, seat: SeatId, value: TapValue | null): Ledger[] => {
  const { marks, others: changed } = plein.taps.get(tap) ?? untapped()
  const { now: before, told } = marks.get(seat) ?? { now: null, told: null }
  if (before === value) return []
  // In an order that says nothing of who was first.
  const others = [...changed].filter((other) => other !== seat).sort()
  const drawn = others.length + (value === told ? 0 : 1) >= rule(tap).fewest
  const own: Ledger = { keep: 'tap', tap, seat, now: value, told: drawn ? value : told }
  if (!drawn) return [own]
  const now = (other: SeatId): TapValue | null => marks.get(other)?.now ?? null
  return [own, ...others.map((other): Ledger => ({ keep: 'tap', tap, seat: other, now: now(other), told: now(other) }))]
}

/** What this seat gave, by tap. */
export const ownTaps = (plein: Plein, seat: SeatId): Record<string, TapValue> =>
  Object.fromEntries(
    [...plein.taps].flatMap(([tap, { marks }]) => {
      const now = marks.get(seat)?.now ?? null
      return now === null ? [] : [[tap, now]]
    }),
  )

/** Ends the link between people and what they gave. */
export const erasedTaps = (plein: Plein, which: (tap: TapId) => boolean = () => true): Ledger[] =>
  [...plein.taps.keys()].filter(which).map((tap) => ({ erase: 'taps', tap }))

/** Those that end with the phase of now. */
export const loweredTaps = (plein: Plein): Ledger[] => erasedTaps(plein, (tap) => rule(tap).lowered)
