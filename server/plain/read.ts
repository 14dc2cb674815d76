/** The lists of official words behind the hint on a projected question: ours, and what a municipality says otherwise in files of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Locale } from '../../shared/domain/state.ts'
import type { PlainWords } from '../../shared/text/plain.ts'
import { WrongSetting } from '../settings.ts'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

const said = z.string().trim().min(1).max(80)
/** `null` takes a word of ours off the list. */
const Own = z.strictObject({
  words: z.record(said, said.nullable()).optional(),
  known: z.array(said).max(1000).optional(),
})
/** In entries. Every one is looked for in every question that is typed. */
const most = 2000

export type PlainLists = Record<Locale, PlainWords>

/** Reads `nl.json` and `en.json` of this folder, where they are there. Throws `WrongSetting` with one sentence that names the file. */
export const readPlainLists = (folder: string): PlainLists => ({ nl: listOf(folder, 'nl', nl), en: listOf(folder, 'en', en) })

const listOf = (folder: string, locale: Locale, ours: PlainWords): PlainWords => {
  const file = join(folder, `${locale}.json`)
  const wrong = (problem: string): never => {
    throw new WrongSetting(`PLAIN_WORDS_DIR: ${file} ${problem}.`)
  }
  const given = parsed(file, wrong)
  if (given === null) return ours
  const own = Own.safeParse(given.value)
  if (!own.success) {
    const [issue] = own.error.issues
    const where = issue?.path.join('.') ?? ''
    return wrong(
      `is not as it should be${where === '' ? '' : ` at "${where}"`}: it may hold "words" (a word and what to say instead, or null) and "known" (short forms)`,
    )
  }
  const words = new Map(Object.entries(ours.words))
  for (const [word, plain] of Object.entries(own.data.words ?? {})) {
    if (plain === null) words.delete(word)
    else words.set(word, plain)
  }
  if (words.size > most) return wrong(`makes a list of ${words.size} words, and ${most} is the most`)
  return { words: Object.fromEntries(words), known: [...new Set([...ours.known, ...(own.data.known ?? [])])] }
}

/** `null`: it is not there. A folder that this user may not look into is no folder without it. */
const parsed = (file: string, wrong: (problem: string) => never): { value: unknown } | null => {
  try {
    // Editors on Windows put a mark before it that is none of the text.
    return { value: JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')) }
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    return wrong(problem instanceof SyntaxError ? 'is no JSON' : `cannot be read (${code})`)
  }
}
