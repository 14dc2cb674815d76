import { useCallback } from 'react'
import type { Refusal } from '../../shared/domain/refusals.ts'
import { refusalsEn } from '../words/refusals.en.ts'
import { refusalsNl } from '../words/refusals.nl.ts'
import { useWords } from './language.ts'

const catalogues = { nl: refusalsNl, en: refusalsEn }

/** Says a refusal in the language of this device; one that this page does not know yet in the server's words. */
export const useSentence = (): ((error: { code: string; message?: string }) => string) => {
  const words = useWords(catalogues)
  return useCallback(
    (error) =>
      error.code in words
        ? (words[error.code as Refusal['code']] as (refusal: Refusal) => string)(error as Refusal)
        : (error.message ?? error.code),
    [words],
  )
}
