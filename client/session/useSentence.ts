import { useCallback } from 'react'
import type { Refusal } from '../../shared/domain/refusals.ts'
import { inWords, withWords } from './language.ts'
import { later, useLater } from './later.ts'
import { useLanguage } from './useLanguage.ts'

export const refusalsLater = later(() => withWords(import('./refusalWords.ts')))
export const deskRefusalsLater = later(() => withWords(import('./deskRefusalWords.ts')))

/** Says a refusal in the language of this device; one that this page does not know yet in the server's words. */
export const useSentence = (): ((error: { code: string; message?: string }) => string) => {
  const come = useLater(refusalsLater, false)
  const desk = useLater(deskRefusalsLater, false)
  const locale = useLanguage()
  return useCallback(
    (error) => {
      refusalsLater.fetch()
      const words = {
        ...(come && inWords(come.refusalWords, locale)),
        ...(desk && inWords(desk.deskRefusalWords, locale)),
      }
      if (come !== null && !(error.code in words)) deskRefusalsLater.fetch()
      return error.code in words
        ? (words as Record<string, (refusal: Refusal) => string>)[error.code]!(error as Refusal)
        : (error.message ?? error.code)
    },
    [come, desk, locale],
  )
}
