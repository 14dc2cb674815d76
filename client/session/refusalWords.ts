import { catalogue } from './language.ts'

/** What a refusal is said in; few people ever meet one. */
export const refusalWords = catalogue({
  nl: async () => (await import('../words/refusalsRoom.nl.ts')).refusalsRoomNl,
  en: async () => (await import('../words/refusalsRoom.en.ts')).refusalsRoomEn,
})
