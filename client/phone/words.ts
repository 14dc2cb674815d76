import { useWords } from '../session/language.ts'
import { phone as en } from '../words/phone.en.ts'
import { phone as nl } from '../words/phone.nl.ts'

const catalogues = { nl, en }
export const usePhoneWords = () => useWords(catalogues)
