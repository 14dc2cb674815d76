/** All words of the interface: every `client/words/<area>.nl.ts` with its English, found by themselves, so that a new area cannot be forgotten. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../client/words/', import.meta.url)
const areas = readdirSync(fileURLToPath(folder)).flatMap((file) => (file.endsWith('.nl.ts') ? [file.slice(0, -'.nl.ts'.length)] : []))

const wordsOf = async (file: string): Promise<Record<string, unknown>> => {
  const said = Object.entries((await import(new URL(file, folder).href)) as Record<string, unknown>)
  return Object.assign({}, ...said.filter(([, words]) => typeof words === 'object').map(([, words]) => words))
}
/** Words of another area that an area takes over are that area's business. */
const borrowed: Record<string, string[]> = {
  coach: ['desk', 'coachSheets', 'coachVotes'],
  coachSheets: ['grouping'],
  phone: ['phoneFirst', 'phoneLater'],
  phoneLater: ['door'],
  refusals: ['refusalsRoom', 'refusalsDesk'],
  sharedFirst: ['begin'],
  shared: ['sharedFirst', 'sharedLater'],
}

export const catalogues: Record<string, { nl: Record<string, unknown>; en: Record<string, unknown> }> = Object.fromEntries(
  await Promise.all(areas.map(async (area) => [area, { nl: await wordsOf(`${area}.nl.ts`), en: await wordsOf(`${area}.en.ts`) }])),
)
/** What only this area says. */
export const own = (area: string, language: 'nl' | 'en'): Record<string, unknown> => {
  const taken = (borrowed[area] ?? []).flatMap((from) => Object.keys(catalogues[from]?.[language] ?? {}))
  return Object.fromEntries(Object.entries(catalogues[area]?.[language] ?? {}).filter(([key]) => !taken.includes(key)))
}

export type Said = { path: string; text: string | null }

/** More than any refusal needs; each sentence takes what it knows. */
export const facts = {
  command: 'idea.post',
  role: 'participant',
  phase: 'x',
  kind: 'idea',
  id: 'x',
  seconds: 60,
  counts: { unreleased: 3, edits: 1, openRounds: 1, notShown: 2 },
  maximum: 500,
  minimum: 3,
  length: 512,
  items: 1,
  budget: 5,
  used: 6,
  ballots: 2,
  paper: 7,
  few: 'phones',
  name: 'Licht en zicht',
  into: 'y',
  cluster: 'x',
  label: 'placed',
  problem: 'x',
  character: '\u0000',
  contribution: 'idea',
  retryAfter: 2,
  spoken: 7,
}

/** Every value of a catalogue by its path. A function is tried with plain arguments; `null` when it wants others. */
export const allSaid = (words: unknown, path = ''): Said[] => {
  if (typeof words === 'string') return [{ path, text: words }]
  if (typeof words === 'function') return [{ path: `${path}()`, text: tried(words as (...args: unknown[]) => unknown) }]
  if (words !== null && typeof words === 'object')
    return Object.entries(words).flatMap(([key, value]) => allSaid(value, path === '' ? key : `${path}.${key}`))
  return [{ path, text: null }]
}

const plain = [3, 'Groen', ['Groen', 'Wonen'], facts]
/** All rows of so many plain arguments: of the same kind first. */
const rows = (many: number): unknown[][] => (many === 0 ? [[]] : plain.flatMap((one) => rows(many - 1).map((rest) => [one, ...rest])))
const tried = (say: (...args: unknown[]) => unknown): string | null => {
  for (const given of rows(Math.min(4, Math.max(1, say.length)))) {
    try {
      const said = say(...given)
      const text = Array.isArray(said) ? said.join('. ') : said
      if (typeof text === 'string' && !/undefined|NaN|\[object|\bnull\b/.test(text)) return text
    } catch {}
  }
  return null
}
/** Sentences of a text; a question mark or a colon ends one too, for a reader. */
export const sentencesOf = (text: string): string[] => text.split(/[.?:;!]\s+|\n/).filter((part) => part.trim() !== '')
export const wordsIn = (sentence: string): number => sentence.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0
