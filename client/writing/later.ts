import { withWords } from '../session/language.ts'
import { later } from '../session/later.ts'

/** What one writes with only at the end, or to change an own text. */
export const writingLater = later(() => withWords(import('./laterFields.ts')))
