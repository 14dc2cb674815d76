/** Dots on groups or on ideas: a signal for the conversation. */
import type { KindRule } from '../phases.ts'
import { defaults } from './defaults.ts'

export const vote: KindRule = {
  kind: 'vote',
  defaults: { ...defaults, minutes: 5 },
  contributions: [],
  shows: ['prompt', 'minutes', 'over', 'dots', 'maximum'],
}
