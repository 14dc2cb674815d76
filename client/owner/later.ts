import { withWords } from '../session/language.ts'
import { later } from '../session/later.ts'

export const partsLater = later(() => withWords(import('./laterParts.ts')))
