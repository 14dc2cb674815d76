import type { Plein } from '../state.ts'
import type { Tapped } from '../taps/tapped.ts'
import { taps as rules, type TapValue, tapOf } from '../taps/taps.ts'
import type { Holds } from './holds.ts'

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** One-tap answers. That a seat has one answer follows from where it stands. */
export const taps = (plein: Plein, holds: Holds): void => {
  holds('H5 a sealed Plein has no taps', !plein.sealed || plein.taps.size === 0)
  for (const [phase, { before, after }] of plein.moods) {
    holds('H6 a mood belongs to a phase that is there', plein.phases.has(phase))
    for (const counts of [before, after])
      holds('S4 a mood is told of three people or more', counts === null || sum(Object.values(counts)) >= rules['mood-before'].fewest)
  }
  for (const [id, tapped] of plein.taps) {
    const { marks } = tapped
    const { on, phase } = tapOf(id)
    holds('H1 a tap belongs to a phase that is there', phase === null || plein.phases.has(phase))
    const known = (value: string | null): boolean => value === null || rules[on].values.some((one) => one === value)
    for (const { now, told } of marks.values()) holds('H1 what was given is one of the values', known(now) && known(told))
    const changed = [...marks.values()].filter(({ now, told }) => now !== told).length
    holds('H3 a picture is drawn as soon as enough people give something else', changed < rules[on].fewest)
    holds('H3 what is counted of a tap is what was given', isCounted(tapped))
  }
}

const isCounted = ({ marks, told, people, others }: Tapped): boolean => {
  const counts = new Map<TapValue, number>()
  let changed = 0
  for (const [seat, mark] of marks) {
    if (mark.told !== null) counts.set(mark.told, (counts.get(mark.told) ?? 0) + 1)
    if (mark.now === mark.told) continue
    changed += 1
    if (!others.has(seat)) return false
  }
  return (
    changed === others.size &&
    people === sum([...counts.values()]) &&
    [...counts, ...told].every(([value]) => (counts.get(value) ?? 0) === (told.get(value) ?? 0))
  )
}
