import { useWords } from '../session/language.ts'
import { owner as en } from '../words/owner.en.ts'
import { owner as nl } from '../words/owner.nl.ts'

const catalogues = { nl, en }
export const useOwnerWords = () => useWords(catalogues)
