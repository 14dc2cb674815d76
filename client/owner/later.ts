import { withWords } from '../session/language.ts'
import { later } from '../session/later.ts'

/** Only once the Plein is open. */
export const stagedLater = later(() => withWords(import('./Staged.tsx')))
