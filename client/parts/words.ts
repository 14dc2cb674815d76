import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

const catalogues = catalogue({
  nl: async () => (await import('../words/sharedFirst.nl.ts')).sharedFirst,
  en: async () => (await import('../words/sharedFirst.en.ts')).sharedFirst,
})
export const useSharedWords = () => useWords(catalogues)
