import { useWords } from '../session/language.ts'
import { intake as en } from '../words/intake.en.ts'
import { intake as nl } from '../words/intake.nl.ts'

const catalogues = { nl, en }
export const useIntakeWords = () => useWords(catalogues)
