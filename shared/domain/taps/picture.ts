/** What is told of taps: a picture that stands still until enough people have changed what they gave (S4). A tally that moved with every tap
 *  would say what the person gave who is just putting down a phone. */
import type { Ledger } from '../decision.ts'
import type { Plein, SeatId } from '../state.ts'
import { type Mark, type TapCounts, type TapId, type TapValue, tapOf, taps } from './taps.ts'

const nothing: Mark = { now: null, told: null }

const rule = (tap: TapId) => taps[tapOf(tap).on]

/** As it was told last: below so many people `null`. */
export const pictureOf = (plein: Plein, tap: TapId): TapCounts | null => {
  const { values, fewest } = rule(tap)
  const counts = Object.fromEntries(values.map((value) => [value, 0])) as TapCounts
  let people = 0
  for (const { told } of plein.taps.get(tap)?.values() ?? []) {
    if (told === null) continue
    counts[told] += 1
    people += 1
  }
  return people < fewest ? null : counts
}

/** One seat gives or takes back, and with it perhaps a new picture. The picture stands beside what was given, sealed like it, so that a restart
 *  neither loses it nor draws another one that differs from it in one person. */
export const given = (plein: Plein, tap: TapId, seat: SeatId, value: TapValue | null): Ledger[] => {
  const marks = plein.taps.get(tap) ?? new Map<SeatId, Mark>()
  const { now: before, told } = marks.get(seat) ?? nothing
  if (before === value) return []
  const others = [...marks].filter(([other, mark]) => other !== seat && mark.now !== mark.told)
  const drawn = others.length + (value === told ? 0 : 1) >= rule(tap).fewest
  const own: Ledger = { keep: 'tap', tap, seat, now: value, told: drawn ? value : told }
  return drawn ? [own, ...others.map(([other, { now }]): Ledger => ({ keep: 'tap', tap, seat: other, now, told: now }))] : [own]
}

/** What this seat gave, by tap. */
export const ownTaps = (plein: Plein, seat: SeatId): Record<string, TapValue> =>
  Object.fromEntries(
    [...plein.taps].flatMap(([tap, marks]) => {
      const now = marks.get(seat)?.now ?? null
      return now === null ? [] : [[tap, now]]
    }),
  )

/** Ends the link between people and what they gave. */
export const erasedTaps = (plein: Plein, which: (tap: TapId) => boolean = () => true): Ledger[] =>
  [...plein.taps.keys()].filter(which).map((tap) => ({ erase: 'taps', tap }))

/** Those that end with the phase of now. */
export const loweredTaps = (plein: Plein): Ledger[] => erasedTaps(plein, (tap) => rule(tap).lowered)
