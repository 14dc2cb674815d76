/** Coffee. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const pause: KindRule = {
  kind: 'pause',
  defaults: { ...defaults, minutes: 15 },
  contributions: asked.pause,
  shows: ['prompt', 'minutes'],
}
