import { useWords } from '../session/language.ts'
import { phone as en } from '../words/phone.en.ts'
import { phone as nl } from '../words/phone.nl.ts'

/** Whoever writes reads the same promises, on a phone and on the owner's page. */
const catalogues = { nl, en }
export const useWritingWords = () => useWords(catalogues)
