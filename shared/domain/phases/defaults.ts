/** What a phase is unless its kind says otherwise: nobody posts, and what is posted waits for the coach. */
import type { PhaseSettings } from '../phases.ts'

export const defaults: PhaseSettings = {
  prompt: null,
  minutes: null,
  whoPosts: [],
  hidden: true,
  whoGroups: 'coaches',
  over: 'clusters',
  dots: null,
  maximum: null,
}
