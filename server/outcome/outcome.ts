/** The documents that a Plein leaves. All are made from `outcomeOf`, which takes only what the room may know. */
import { outcomeEn } from '../../client/words/outcome.en.ts'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import type { Locale, Plein } from '../../shared/domain/state.ts'
import { outcomeOf } from './build.ts'
import { csvOf } from './csv.ts'
import { filenameOf } from './filename.ts'
import { pageOf } from './html/page.ts'
import { icsOf } from './ics.ts'
import { jsonOf } from './json.ts'
import { markdownOf } from './markdown.ts'

export const outcomeFormats = ['json', 'csv', 'md', 'html', 'ics'] as const
export type OutcomeFormat = (typeof outcomeFormats)[number]

const types: Record<OutcomeFormat, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
}

/** `host`: whose board this was, from the theme. `filename` holds ASCII letters, digits, `-` and `.` only. */
export const renderOutcome = (
  plein: Plein,
  format: OutcomeFormat,
  locale: Locale,
  host: string | null = null,
): { type: string; body: string; filename: string } => {
  const outcome = outcomeOf(plein)
  const words = locale === 'nl' ? outcomeNl : outcomeEn
  const bodies: Record<OutcomeFormat, () => string> = {
    json: () => jsonOf(outcome),
    csv: () => csvOf(outcome, words),
    md: () => markdownOf(outcome, words, locale),
    html: () => pageOf(outcome, words, locale, host),
    ics: () => icsOf(outcome, words),
  }
  return {
    type: types[format],
    body: bodies[format](),
    filename: filenameOf(outcome, outcome.plein.practice ? `${words.practiceFile}-${words.file}` : words.file, format),
  }
}
