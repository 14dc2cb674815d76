import { useWords } from '../session/language.ts'
import { shared as en } from '../words/shared.en.ts'
import { shared as nl } from '../words/shared.nl.ts'

const catalogues = { nl, en }
export const useSharedWords = () => useWords(catalogues)
