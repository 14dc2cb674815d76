import { useWords } from '../session/language.ts'
import { organiser as en } from '../words/organiser.en.ts'
import { organiser as nl } from '../words/organiser.nl.ts'

const catalogues = { nl, en }
export const useOrganiserWords = () => useWords(catalogues)
