/** The room groups what was shared; coaches do it at the desk, or authors place their own. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const cluster: KindRule = {
  defaults: { ...defaults, minutes: 15 },
  contributions: asked.cluster,
  shows: ['prompt', 'minutes', 'whoGroups'],
}
