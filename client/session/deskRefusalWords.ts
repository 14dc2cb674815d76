import { catalogue } from './language.ts'

/** What only a desk is refused; whoever meets one elsewhere asks for it then. */
export const deskRefusalWords = catalogue({
  nl: async () => (await import('../words/refusalsDesk.nl.ts')).refusalsDeskNl,
  en: async () => (await import('../words/refusalsDesk.en.ts')).refusalsDeskEn,
})
