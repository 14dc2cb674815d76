import { sharedFirst } from './sharedFirst.nl.ts'
import { sharedLater } from './sharedLater.nl.ts'

/** All that pages of several roles say. */
export const shared = {
  ...sharedFirst,
  ...sharedLater,
  board: { ...sharedFirst.board, ...sharedLater.board },
  result: { ...sharedFirst.result, ...sharedLater.result },
  chain: { ...sharedFirst.chain, ...sharedLater.chain },
}
