import { useCallback } from 'react'
import type { Refusal } from '../../shared/domain/refusals.ts'
import { refusalsNl } from '../words/refusals.nl.ts'
import { sentence } from '../words/sentence.ts'
import { useLanguage } from './language.ts'

/** Says a refusal in the language of this device; one that this page does not know yet in the server's words. */
export const useSentence = (): ((error: { code: string; message?: string }) => string) => {
  const locale = useLanguage()
  return useCallback((error) => (error.code in refusalsNl ? sentence(error as Refusal, locale) : (error.message ?? error.code)), [locale])
}
