import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

const catalogues = catalogue({
  nl: async () => (await import('../words/organiser.nl.ts')).organiser,
  en: async () => (await import('../words/organiser.en.ts')).organiser,
})
export const useOrganiserWords = () => useWords(catalogues)
