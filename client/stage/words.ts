import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

export type ScreenWords = ReturnType<typeof useScreenWords>
const catalogues = catalogue({
  nl: async () => (await import('../words/screen.nl.ts')).screen,
  en: async () => (await import('../words/screen.en.ts')).screen,
})
export const useScreenWords = () => useWords(catalogues)
