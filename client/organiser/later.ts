import { withWords } from '../session/language.ts'
import { later } from '../session/later.ts'

/** Asked for as soon as the list is: it is there before a hand is. */
export const viewsLater = later(() => withWords(import('./laterViews.ts')))
