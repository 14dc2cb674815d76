/** Everybody says something short about why they are here, without a name, and chooses a perspective. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const checkin: KindRule = {
  defaults: { ...defaults, minutes: 10, whoPosts: ['participant', 'owner', 'coach'] },
  contributions: asked.checkin,
  shows: ['prompt', 'minutes', 'whoPosts', 'hidden'],
}
