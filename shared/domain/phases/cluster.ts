/** The room groups what was shared; coaches do it at the desk, or authors place their own. */
import type { KindRule } from '../phases.ts'
import { defaults } from './defaults.ts'

export const cluster: KindRule = {
  kind: 'cluster',
  defaults: { ...defaults, minutes: 15 },
  contributions: [],
  shows: ['prompt', 'minutes', 'whoGroups'],
}
