import type { Refusal } from '../../shared/domain/refusals.ts'
import type { Locale } from '../../shared/domain/state.ts'
import { refusalsEn } from './refusals.en.ts'
import { refusalsNl } from './refusals.nl.ts'

/** The sentence that a refusal is said in. Used by the pages, and by the server for `error.message`. */
export const sentence = (refusal: Refusal, locale: Locale): string => {
  const words = locale === 'en' ? refusalsEn : refusalsNl
  return (words[refusal.code] as (refusal: Refusal) => string)(refusal)
}
