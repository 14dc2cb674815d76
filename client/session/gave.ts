import type { Dots, RoundId } from '../../shared/domain/state.ts'

/** To which items of a round this phone gave dots, not how many. The server forgets whose ballot was whose when it counts; only the phone can still
 *  say whether a question about one of them is for its owner. */
export const gavePrefix = 'gave:'
export const gaveRecord = (round: RoundId, dots: Dots): [string, readonly string[]] => [
  gavePrefix + round,
  Object.keys(dots).filter((item) => (dots[item] ?? 0) > 0),
]
