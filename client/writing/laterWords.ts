import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

/** All that a phone says, for what comes with its later pages. */
const catalogues = catalogue({
  nl: async () => (await import('../words/phone.nl.ts')).phone,
  en: async () => (await import('../words/phone.en.ts')).phone,
})
export const useLaterWords = () => useWords(catalogues)
