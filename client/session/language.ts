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
/** The language that is spoken now. All catalogues of this page are there in it. */
export const language = (): Locale => chosen ?? offered

/** The words of one part of the pages: a language comes when it is spoken, so that nobody loads the other one. */
export type Catalogue<T> = Partial<Record<Locale, T>>
const fetching: ((locale: Locale) => Promise<unknown> | undefined)[] = []
export const catalogue = <T>(load: Record<Locale, () => Promise<T>>): Catalogue<T> => {
  const words: Catalogue<T> = {}
  const bring = async (locale: Locale) => {
    words[locale] = await load[locale]()
  }
  fetching.push((locale) => (words[locale] === undefined ? bring(locale) : undefined))
  return words
}
/** Everything that the modules of this page say, in one language, then `speak` at once. Rejects when it cannot be fetched. */
export const wordsIn = async (locale: Locale, speak: () => void = () => {}): Promise<void> => {
  // Again, until nothing is left: a module that came meanwhile has words of its own.
  for (;;) {
    const left = fetching.flatMap((fetch) => fetch(locale) ?? [])
    if (left.length === 0) return speak()
    await Promise.all(left)
  }
}
/** After a module was fetched, before it is shown: its words are there, too. */
export const withWords = async <T>(module: Promise<T>): Promise<T> => {
  const it = await module
  // Another language may have been chosen while the words of this one came.
  let spoken: Locale
  do {
    spoken = language()
    await wordsIn(spoken)
  } while (spoken !== language())
  return it
}

/** Resolves when the page speaks it. A language that cannot be fetched now is spoken from the next visit on. */
export const chooseLanguage = async (locale: Locale): Promise<void> => {
  try {
    localStorage.setItem(place, locale)
  } catch {}
  const speak = () => {
    chosen = locale
    tell()
  }
  await wordsIn(locale, speak).catch(() => {})
}
let missing: Locale | null = null
/** The language of the Plein, or of the server's pages: used as long as nothing was chosen. */
export const offerLanguage = async (locale: Locale): Promise<void> => {
  if (offered === locale || missing === locale) return
  const offer = () => {
    offered = locale
  }
  if (chosen !== null) offer()
  // What is said meanwhile would be said in the wrong one: see `useOffered`.
  else
    await wordsIn(locale, offer).catch(() => {
      missing = locale
    })
  tell()
}
export const onLanguage = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How Dutch addresses people here: `u` as it was written, or a rewriting of it. Set once, before the first page is drawn. */
let address: <T>(catalogue: T) => T = (catalogue) => catalogue
export const addressWith = (rewrite: typeof address): void => {
  address = rewrite
}
/** A catalogue in the language of this device, with the address that the theme wants. */
export const inWords = <T>(catalogue: Catalogue<T>, locale: Locale): T => {
  const words = catalogue[locale]
  if (words === undefined) throw new Error(`the words of this page are not there in ${locale}`)
  return locale === 'nl' ? address(words) : words
}
/** Whether a page of this Plein can be said: false while the words of its language are on their way. */
export const speaks = (locale: Locale): boolean => chosen !== null || offered === locale || missing === locale
