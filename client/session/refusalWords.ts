import { catalogue } from './language.ts'

/** What a refusal is said in; few people ever meet one. */
export const refusalWords = catalogue({
  nl: async () => (await import('../words/refusals.nl.ts')).refusalsNl,
  en: async () => (await import('../words/refusals.en.ts')).refusalsEn,
})
