import { inWords, language } from '../session/language.ts'
import { beginning } from '../words/begin.ts'
import { door as doorEn } from '../words/door.en.ts'
import { door as doorNl } from '../words/door.nl.ts'
import { lines as linesEn } from '../words/lines.en.ts'
import { lines as linesNl } from '../words/lines.nl.ts'

const doors = { nl: doorNl, en: doorEn }
const lines = { nl: linesNl, en: linesEn }
/** In the language that is spoken at the moment of asking. */
export const doorWords = () => inWords(doors, language())
export const lineWords = () => inWords(lines, language())
export const beginWords = () => inWords(beginning, language())
