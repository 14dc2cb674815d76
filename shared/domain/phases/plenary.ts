/** The room talks; nothing is asked of the phones. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const plenary: KindRule = {
  defaults: { ...defaults, minutes: 20 },
  contributions: asked.plenary,
  shows: ['prompt', 'minutes'],
}
