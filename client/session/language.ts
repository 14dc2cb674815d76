import { useSyncExternalStore } from 'react'
import type { Locale } from '../../shared/domain/state.ts'

/** The language of this device: chosen here, else the Plein's. */
const place = 'language'
const listeners = new Set<() => void>()
// Where the browser keeps nothing, the bare name throws already: it stands inside the `try`.
const stored = (): Locale | null => {
  try {
    const kept = localStorage.getItem(place)
    return kept === 'nl' || kept === 'en' ? kept : null
  } catch {
    return null
  }
}
let chosen: Locale | null = stored()
let offered: Locale = 'nl'

const tell = () => {
  if (typeof document !== 'undefined') document.documentElement.lang = language()
  for (const listener of [...listeners]) listener()
}
export const language = (): Locale => chosen ?? offered
export const chooseLanguage = (locale: Locale): void => {
  chosen = locale
  try {
    localStorage.setItem(place, locale)
  } catch {}
  tell()
}
/** The language of the Plein, or of the server's pages: used as long as nothing was chosen. */
export const offerLanguage = (locale: Locale): void => {
  if (offered === locale) return
  offered = locale
  tell()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useLanguage = (): Locale => useSyncExternalStore(subscribe, language)

/** How Dutch addresses people here: `u` as it was written, or a rewriting of it. Set once, before the first page is drawn. */
let address: <T>(catalogue: T) => T = (catalogue) => catalogue
export const addressWith = (rewrite: typeof address): void => {
  address = rewrite
}
/** A catalogue in the language of this device, with the address that the theme wants. */
export const inWords = <T>(catalogues: Record<Locale, T>, locale: Locale): T =>
  locale === 'nl' ? address(catalogues.nl) : catalogues[locale]

/** Picks a catalogue in the language of this device: `useWords({ nl: phoneNl, en: phoneEn })`. */
export const useWords = <T>(catalogues: Record<Locale, T>): T => inWords(catalogues, useLanguage())
