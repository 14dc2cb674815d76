/** People come in; the board shows how to join and what the question is. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const welcome: KindRule = {
  defaults: { ...defaults, minutes: null },
  contributions: asked.welcome,
  shows: ['prompt', 'minutes'],
}
