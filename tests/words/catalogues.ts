import { coach as coachEn } from '../../client/words/coach.en.ts'
import { coach as coachNl } from '../../client/words/coach.nl.ts'
import { coachSheets as sheetsEn } from '../../client/words/coachSheets.en.ts'
import { coachSheets as sheetsNl } from '../../client/words/coachSheets.nl.ts'
import { organiser as organiserEn } from '../../client/words/organiser.en.ts'
import { organiser as organiserNl } from '../../client/words/organiser.nl.ts'
import { outcomeEn } from '../../client/words/outcome.en.ts'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import { owner as ownerEn } from '../../client/words/owner.en.ts'
import { owner as ownerNl } from '../../client/words/owner.nl.ts'
import { phone as phoneEn } from '../../client/words/phone.en.ts'
import { phone as phoneNl } from '../../client/words/phone.nl.ts'
import { screen as screenEn } from '../../client/words/screen.en.ts'
import { screen as screenNl } from '../../client/words/screen.nl.ts'
import { shared as sharedEn } from '../../client/words/shared.en.ts'
import { shared as sharedNl } from '../../client/words/shared.nl.ts'

export const catalogues: Record<string, { nl: unknown; en: unknown }> = {
  coach: { nl: coachNl, en: coachEn },
  coachSheets: { nl: sheetsNl, en: sheetsEn },
  organiser: { nl: organiserNl, en: organiserEn },
  outcome: { nl: outcomeNl, en: outcomeEn },
  owner: { nl: ownerNl, en: ownerEn },
  phone: { nl: phoneNl, en: phoneEn },
  screen: { nl: screenNl, en: screenEn },
  shared: { nl: sharedNl, en: sharedEn },
}

export type Said = { path: string; text: string | null }

/** Every value of a catalogue by its path. A function is tried with plain arguments; `null` when it wants others. */
export const allSaid = (words: unknown, path = ''): Said[] => {
  if (typeof words === 'string') return [{ path, text: words }]
  if (typeof words === 'function') return [{ path: `${path}()`, text: tried(words as (...args: unknown[]) => unknown) }]
  if (words !== null && typeof words === 'object')
    return Object.entries(words).flatMap(([key, value]) => allSaid(value, path === '' ? key : `${path}.${key}`))
  return [{ path, text: null }]
}
const tried = (say: (...args: unknown[]) => unknown): string | null => {
  try {
    const text = say(3, 4, 5, 6)
    // A list of lines, as some say more than one thing at once.
    if (Array.isArray(text) && text.every((one) => typeof one === 'string')) return text.join('\n')
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}
/** Sentences of a text; a question mark or a colon ends one too, for a reader. */
export const sentencesOf = (text: string): string[] => text.split(/[.?:;!]\s+|\n/).filter((part) => part.trim() !== '')
export const wordsIn = (sentence: string): number => sentence.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0
