/** Takes one of the ration of whoever asks, or says when there is one again. */
import type { Bearer } from '../access/contract.ts'
import type { Downloads } from './downloads.ts'
import { Problem } from './problem.ts'

export const ration = (of: Downloads, bearer: Bearer | null): void => {
  const wait = of.take(bearer)
  if (wait !== null) throw new Problem('too-fast', { retryAfter: wait }, { 'Retry-After': String(wait) })
}
