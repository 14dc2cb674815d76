/** Writing in parallel and in silence; a coach does not post but enters for people without a phone. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const ideas: KindRule = {
  defaults: { ...defaults, minutes: 10, whoPosts: ['participant', 'owner'] },
  contributions: asked.ideas,
  shows: ['prompt', 'minutes', 'whoPosts', 'hidden'],
}
