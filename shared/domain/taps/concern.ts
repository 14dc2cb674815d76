/** What a coach may want to think of when reading the picture of the pulse. */
import type { Pulse, TapCounts } from './taps.ts'

/** In the order in which a tie is decided: who leaves is gone first. */
const concerns = ['leaving', 'unsaid', 'tense'] as const satisfies readonly Pulse[]

/** The concern of most people, where it is at least two of them and at least a fifth of those who said how it is: one person alone is nobody's
 *  programme. Else `calm`. */
export const concernOf = (counts: TapCounts<'pulse'>): Pulse => {
  const people = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const heard = concerns.filter((one) => counts[one] >= 2 && counts[one] * 5 >= people)
  return heard.reduce<Pulse>((most, one) => (most === 'calm' || counts[one] > counts[most] ? one : most), 'calm')
}
