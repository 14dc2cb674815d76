import { withWords } from '../session/language.ts'
import { later } from '../session/later.ts'

/** Asked for as soon as the first picture stands: before that no room has come so far. */
export const bodiesLater = later(() => withWords(import('./laterBodies.ts')))
