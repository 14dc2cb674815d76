import { withWords } from '../session/language.ts'
import { later } from '../session/later.ts'

export const partsLater = later(() => withWords(import('./laterParts.ts')))

/** Only where authors place their own ideas. */
export const placeLater = later(() => withWords(import('../writing/PlaceOwn.tsx')))
