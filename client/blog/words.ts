import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

const catalogues = catalogue({
  nl: async () => (await import('../words/dayAfter.nl.ts')).dayAfter,
  en: async () => (await import('../words/dayAfter.en.ts')).dayAfter,
})
export const useDayAfterWords = () => useWords(catalogues)
