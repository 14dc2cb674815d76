import { receiptLater } from '../parts/Receipt.tsx'
import { withWords } from '../session/language.ts'
import { later } from '../session/later.ts'
import { deskRefusalsLater, refusalsLater } from '../session/useSentence.ts'
import { promiseLater } from './ideas/promiseLater.ts'

export const sheetsLater = later(() => withWords(import('./laterSheets.ts')))

/** Once the desk stands. */
export const fetchTheRest = (): void => {
  for (const part of [sheetsLater, promiseLater, refusalsLater, deskRefusalsLater, receiptLater]) part.fetch()
}
