/** The question itself changes; everybody may propose a wording. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const reframe: KindRule = {
  defaults: { ...defaults, minutes: 15, whoPosts: ['participant', 'owner', 'coach'] },
  contributions: asked.reframe,
  shows: ['prompt', 'minutes', 'whoPosts', 'hidden'],
}
