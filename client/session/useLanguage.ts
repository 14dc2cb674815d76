import { useLayoutEffect, useSyncExternalStore } from 'react'
import type { Locale } from '../../shared/domain/state.ts'
import { type Catalogue, inWords, language, offerLanguage, onLanguage, speaks } from './language.ts'

export const useLanguage = (): Locale => useSyncExternalStore(onLanguage, language)
export const useWords = <T>(catalogue: Catalogue<T>): T => inWords(catalogue, useLanguage())
/** Offers a language, and tells whether the page speaks. */
export const useOffered = (locale: Locale | undefined): boolean => {
  // Before anything is painted: not even for one frame in the other language.
  useLayoutEffect(() => {
    if (locale) void offerLanguage(locale)
  }, [locale])
  return useSyncExternalStore(onLanguage, () => locale === undefined || speaks(locale))
}
