/** Coffee. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const pause: KindRule = {
  defaults: { ...defaults, minutes: 15 },
  contributions: asked.pause,
  shows: ['prompt', 'minutes'],
}
