import { catalogue } from '../session/language.ts'
import { useWords } from '../session/useLanguage.ts'

/** All that a desk says. They come with the sheets, so what stands there before them says `useDeskWords`. */
const catalogues = catalogue({
  nl: async () => (await import('../words/coach.nl.ts')).coach,
  en: async () => (await import('../words/coach.en.ts')).coach,
})
export const useCoachWords = () => useWords(catalogues)
export type CoachWords = ReturnType<typeof useCoachWords>
