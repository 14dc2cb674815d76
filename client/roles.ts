import { withWords } from './session/language.ts'

/** All roles but the participant's, by the first part of their address: each is fetched with its words. */
export const fetched = {
  coach: () => withWords(import('./coach/Coach.tsx').then(({ Coach }) => ({ Page: Coach }))),
  scherm: () => withWords(import('./screen/Screen.tsx').then(({ Screen }) => ({ Page: Screen }))),
  eigenaar: () => withWords(import('./owner/Owner.tsx').then(({ Owner }) => ({ Page: Owner }))),
  organisator: () => withWords(import('./organiser/Organiser.tsx').then(({ Organiser }) => ({ Page: Organiser }))),
}
export type Desk = keyof typeof fetched
export const deskAt = (path: string): Desk | null => {
  const first = path.split('/')[1] ?? ''
  return Object.hasOwn(fetched, first) ? (first as Desk) : null
}
