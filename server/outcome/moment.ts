/** Moments as people in the room read them. Pleinen are held in the Netherlands, and an export says the same on every machine. */
import type { Locale } from '../../shared/domain/state.ts'

export const timeZone = 'Europe/Amsterdam'
const tags = { nl: 'nl-NL', en: 'en-GB' } as const

export const dayOf = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone }).format(new Date(iso))
export const timeOf = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short', timeZone }).format(new Date(iso))
export const momentOf = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(iso))

/** `2026-11-24`, for a file name. */
export const dateOf = (iso: string): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(iso))
