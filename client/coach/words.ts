import { useWords } from '../session/language.ts'
import { coach as en } from '../words/coach.en.ts'
import { coach as nl } from '../words/coach.nl.ts'

const catalogues = { nl, en }
export const useCoachWords = () => useWords(catalogues)
export type CoachWords = ReturnType<typeof useCoachWords>
