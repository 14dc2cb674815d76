import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

/** What the desk says before its sheets have come. */
const catalogues = catalogue({
  nl: async () => (await import('../words/desk.nl.ts')).desk,
  en: async () => (await import('../words/desk.en.ts')).desk,
})
export const useDeskWords = () => useWords(catalogues)
export type DeskWords = ReturnType<typeof useDeskWords>
