/** Coffee. */
import type { KindRule } from '../phases.ts'
import { defaults } from './defaults.ts'

export const pause: KindRule = {
  kind: 'pause',
  defaults: { ...defaults, minutes: 15 },
  contributions: [],
  shows: ['prompt', 'minutes'],
}
