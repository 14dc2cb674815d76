import { begin as en } from './begin.en.ts'
import { begin as nl } from './begin.nl.ts'

/** Always there in both languages. */
export const beginning = { nl, en }
