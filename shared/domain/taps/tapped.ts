/** What was given to one tap, counted while it comes in: who taps costs no look at all the others. */
import type { SeatId } from '../state.ts'
import type { Mark, TapValue } from './taps.ts'

export type Tapped = {
  marks: Map<SeatId, Mark>
  /** The picture that was told last: how many seats stand in it with each value. */
  told: Map<TapValue, number>
  people: number
  /** Seats that stand otherwise in that picture than they gave since, or not at all. */
  others: Set<SeatId>
}

export const untapped = (): Tapped => ({ marks: new Map(), told: new Map(), people: 0, others: new Set() })

/** Writes; for `keep` and for who lays back what was stored. */
export const mark = (tapped: Tapped, seat: SeatId, { now, told }: Mark): void => {
  const before = tapped.marks.get(seat)?.told ?? null
  if (before !== null) count(tapped, before, -1)
  if (told !== null) count(tapped, told, 1)
  if (now === told) tapped.others.delete(seat)
  else tapped.others.add(seat)
  tapped.marks.set(seat, { now, told })
}

const count = (tapped: Tapped, value: TapValue, by: 1 | -1): void => {
  tapped.told.set(value, (tapped.told.get(value) ?? 0) + by)
  tapped.people += by
}
