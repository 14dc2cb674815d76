import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

/** All that pages of several roles say, for what stands on none of them at first. */
const catalogues = catalogue({
  nl: async () => (await import('../words/shared.nl.ts')).shared,
  en: async () => (await import('../words/shared.en.ts')).shared,
})
export const useLaterSharedWords = () => useWords(catalogues)
