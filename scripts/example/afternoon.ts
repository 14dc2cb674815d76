/** The demonstration takes a minute; the example tells of an afternoon. Moves every moment to where the programme has it, and nothing else. */
import type { Outcome } from '../../server/outcome/schema.ts'

const minute = 60_000
const day = 86_400_000
/** A Thursday, at one o'clock in Utrecht; the talk of owner and coach was a week before. */
export const begins = Date.parse('2026-11-12T12:00:00Z')
const iso = (moment: number): string => new Date(moment).toISOString()

export const onAnAfternoon = (outcome: Outcome): Outcome => {
  const minutes = new Map(outcome.phases.map(({ id, minutes }) => [id, (minutes ?? 10) * minute]))
  let clock = begins
  const starts = new Map<string, number>()
  const played = outcome.played.map((one) => {
    starts.set(one.phase, clock)
    const at = iso(clock)
    clock += minutes.get(one.phase) ?? 10 * minute
    return { ...one, at }
  })
  const chain = outcome.chain.map((framing) => {
    if (framing.phase === null) return { ...framing, at: iso(begins - 7 * day + framing.order * 40 * minute) }
    return { ...framing, at: iso((starts.get(framing.phase) ?? begins) + (minutes.get(framing.phase) ?? 0) - minute) }
  })
  const plein = {
    ...outcome.plein,
    createdAt: iso(begins - 8 * day),
    startedAt: iso(begins),
    closedAt: iso(clock + 5 * minute),
    retainUntil: iso(Date.parse('2027-02-11T00:00:00Z')),
  }
  return { ...outcome, plein, chain, played }
}
