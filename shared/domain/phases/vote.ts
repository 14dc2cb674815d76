/** Dots on groups or on ideas: a signal for the conversation. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const vote: KindRule = {
  defaults: { ...defaults, minutes: 5 },
  contributions: asked.vote,
  shows: ['prompt', 'minutes', 'over', 'dots', 'maximum'],
}
