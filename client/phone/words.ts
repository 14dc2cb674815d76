import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

const catalogues = catalogue({
  nl: async () => (await import('../words/phone.nl.ts')).phone,
  en: async () => (await import('../words/phone.en.ts')).phone,
})
export const usePhoneWords = () => useWords(catalogues)
