/** Questions only, for a few minutes and without a word in front; they are shared in one batch, since what others ask narrows what one asks. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const burst: KindRule = {
  defaults: { ...defaults, minutes: 4, whoPosts: ['participant', 'owner'] },
  contributions: asked.burst,
  shows: ['prompt', 'minutes', 'whoPosts'],
}
