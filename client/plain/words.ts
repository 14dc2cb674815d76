import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

const catalogues = catalogue({
  nl: async () => (await import('../words/plain.nl.ts')).plain,
  en: async () => (await import('../words/plain.en.ts')).plain,
})
export const usePlainWords = () => useWords(catalogues)
