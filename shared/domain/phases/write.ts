/** The owner or a coach writes the question before the eyes of the room, letter by letter, in `text/stage`. */
import type { KindRule } from '../phases.ts'
import { asked } from './asked.ts'
import { defaults } from './defaults.ts'

export const write: KindRule = {
  defaults: { ...defaults, minutes: 10 },
  contributions: asked.write,
  shows: ['prompt', 'minutes'],
}
