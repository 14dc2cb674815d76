import { type Saved, saveFile } from './saveFile.ts'

export type OutcomeFormat = 'html' | 'md' | 'csv' | 'json' | 'ics'

export const downloadOutcome = (seat: { plein: string; token: string }, format: OutcomeFormat): Promise<Saved> =>
  saveFile(
    () => fetch(`/api/v1/pleins/${seat.plein}/outcome.${format}`, { headers: { authorization: `Bearer ${seat.token}` } }),
    `plein.${format}`,
  )
