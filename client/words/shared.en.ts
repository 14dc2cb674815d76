import type { shared as dutch } from './shared.nl.ts'
import { sharedFirst } from './sharedFirst.en.ts'
import { sharedLater } from './sharedLater.en.ts'

/** All that pages of several roles say. */
export const shared: typeof dutch = {
  ...sharedFirst,
  ...sharedLater,
  board: { ...sharedFirst.board, ...sharedLater.board },
  result: { ...sharedFirst.result, ...sharedLater.result },
  chain: { ...sharedFirst.chain, ...sharedLater.chain },
}
