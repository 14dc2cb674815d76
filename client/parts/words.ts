import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

const catalogues = catalogue({
  nl: async () => (await import('../words/shared.nl.ts')).shared,
  en: async () => (await import('../words/shared.en.ts')).shared,
})
export const useSharedWords = () => useWords(catalogues)
