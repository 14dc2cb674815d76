import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

const catalogues = catalogue({
  nl: async () => (await import('../words/intake.nl.ts')).intake,
  en: async () => (await import('../words/intake.en.ts')).intake,
})
export const useIntakeWords = () => useWords(catalogues)
