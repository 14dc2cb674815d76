import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

const catalogues = catalogue({
  nl: async () => (await import('../words/owner.nl.ts')).owner,
  en: async () => (await import('../words/owner.en.ts')).owner,
})
export const useOwnerWords = () => useWords(catalogues)
