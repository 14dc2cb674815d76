/** Who does what by when, and one closing sentence from everybody. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const harvest: KindRule = {
  defaults: { ...defaults, minutes: 15, whoPosts: ['participant', 'owner', 'coach'] },
  contributions: asked.harvest,
  shows: ['prompt', 'minutes', 'whoPosts', 'hidden'],
}
