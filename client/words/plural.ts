import type { Locale } from '../../shared/domain/state.ts'

/** `plural('nl')(3, 'idee', 'ideeën')` → '3 ideeën'. Dutch and English have two forms; Intl decides which. */
export const plural = (locale: Locale) => {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count: number, one: string, other: string): string => `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`
}
/** The same without the number: `form('nl')(3, 'mens', 'mensen')` → 'mensen'. */
export const form = (locale: Locale) => {
  const rules = new Intl.PluralRules(locale)
  return (count: number, one: string, other: string): string => (rules.select(count) === 'one' ? one : other)
}
/** '14:05'. */
export const clockTime = (locale: Locale) => {
  const format = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (at: number): string => format.format(at)
}
/** '24 november 2026'. */
export const longDate = (locale: Locale) => {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'long', year: 'numeric' })
  return (at: number): string => format.format(at)
}
/** 'a, b en c'. */
export const listOf = (locale: Locale) => {
  const format = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' })
  return (parts: readonly string[]): string => format.format(parts)
}
