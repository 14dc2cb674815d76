import { saveFile } from './saveFile.ts'

export type OutcomeFormat = 'html' | 'md' | 'csv' | 'json' | 'ics'

/** `false` when it did not work. */
export const downloadOutcome = (seat: { plein: string; token: string }, format: OutcomeFormat): Promise<boolean> =>
  saveFile(
    () => fetch(`/api/v1/pleins/${seat.plein}/outcome.${format}`, { headers: { authorization: `Bearer ${seat.token}` } }),
    `plein.${format}`,
  )
