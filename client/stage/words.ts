import { useWords } from '../session/language.ts'
import { screen as en } from '../words/screen.en.ts'
import { screen as nl } from '../words/screen.nl.ts'

export type ScreenWords = typeof nl
const catalogues = { nl, en }
export const useScreenWords = () => useWords(catalogues)
