import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

/** Whoever writes reads the same promises, on a phone and on the owner's page. */
const catalogues = catalogue({
  nl: async () => (await import('../words/phoneFirst.nl.ts')).phoneFirst,
  en: async () => (await import('../words/phoneFirst.en.ts')).phoneFirst,
})
export const useWritingWords = () => useWords(catalogues)
