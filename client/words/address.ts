/**
 * Dutch that says `je`, made from the catalogue that says `u`. A municipality chooses this in its theme.
 * By rule and not by hand, so that a new sentence needs one version only; tests/words/address.test.ts reads all of them.
 */

/** Before `je` a verb loses its -t (`schrijft u` → `schrijf je`) unless the t belongs to the stem (`weet u` → `weet je`). */
const verbs = [
  'begint',
  'bewaart',
  'brengt',
  'deelt',
  'denkt',
  'draagt',
  'gebruikt',
  'geeft',
  'groepeert',
  'haalt',
  'hoort',
  'houdt',
  'kiest',
  'kijkt',
  'komt',
  'krijgt',
  'laadt',
  'leest',
  'ligt',
  'maakt',
  'neemt',
  'opent',
  'plakt',
  'schrijft',
  'spreekt',
  'stelt',
  'stemt',
  'stuurt',
  'toont',
  'trekt',
  'typt',
  'verbergt',
  'verdeelt',
  'vindt',
  'voegt',
  'voert',
  'vraagt',
  'wijzigt',
  'wordt',
  'zegt',
  'zoekt',
] as const
/** Their stem is not the form without its t alone. */
const odd: Record<string, string> = {
  heeft: 'heb',
  hebt: 'heb',
  bent: 'ben',
  is: 'ben',
  kunt: 'kun',
  wilt: 'wil',
  zult: 'zul',
  gaat: 'ga',
  staat: 'sta',
  ziet: 'zie',
  doet: 'doe',
  slaat: 'sla',
}
const before = new Map<string, string>([...verbs.map((verb) => [verb, verb.slice(0, -1)] as const), ...Object.entries(odd)])

/** Where `je` would be too light, or would be the wrong case. */
const phrases: readonly [RegExp, string][] = [
  [/\bDank u\b/g, 'Dank je'],
  [/\bbrengt u (hier|naar)\b/g, 'brengt jou $1'],
  [/\b(van|bij|met|aan|naast|over|zonder) u\b/g, '$1 jou'],
  // `voor` is a preposition at the end of a sentence, else it means `before`.
  [/\b([Vv]oor) u(?=\s*(?:[.,;:!?)”"’]|$))/g, '$1 jou'],
  [/\b([Aa])lleen u\b/g, '$1lleen jij'],
  [/\bU en\b/g, 'Jij en'],
  [/\bu en\b/g, 'jij en'],
  [/\b([Oo])ok uw\b/g, '$1ok jouw'],
  [/\bin uw woorden\b/g, 'in jouw woorden'],
  [/\b([Hh])et uwe\b/g, '$1et jouwe'],
  [/\balstublieft\b/g, 'alsjeblieft'],
]

const like = (model: string, word: string): string => (/^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word)

/** One Dutch sentence or more, in `u`. A single letter (a key of the keyboard) stays what it is. */
export const saidWithJe = (text: string): string => {
  if (text.length < 2) return text
  let said = text
  for (const [pattern, replacement] of phrases) said = said.replace(pattern, replacement)
  return said
    .replace(/\b(\p{L}+) u\b/gu, (whole, word: string) => {
      const verb = before.get(word.toLowerCase())
      return verb === undefined ? whole : `${like(word, verb)} je`
    })
    .replace(/\b([Uu]) (heeft|is)\b/g, (_whole, u: string, verb: string) => `${like(u, 'je')} ${verb === 'is' ? 'bent' : 'hebt'}`)
    .replace(/\b([Uu]) zich\b/g, (_whole, u: string) => `${like(u, 'je')} je`)
    .replace(/\b([Uu])zelf\b/g, (_whole, u: string) => like(u, 'jezelf'))
    .replace(/\b([Uu])w?\b(?![-’'])/g, (_whole, u: string) => like(u, 'je'))
}

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What people wrote is put into our sentences and must not be rewritten with them. */
const sparing = (text: string, given: readonly string[]): string => {
  const words = given.filter((one) => one !== '').sort((a, b) => b.length - a.length)
  if (words.length === 0) return saidWithJe(text)
  const kept: string[] = []
  // All at once: one after the other, a later one could be found in the place of an earlier one.
  const masked = text.replace(
    new RegExp(`(^|[^\\p{L}\\p{N}])(${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    (_whole, edge: string, one: string) => `${edge}\u{e000}${kept.push(one) - 1}\u{e001}`,
  )
  return saidWithJe(masked).replace(/\u{e000}(\d+)\u{e001}/gu, (_whole, at: string) => kept[Number(at)] ?? '')
}

const rewritten = (value: unknown, given: readonly string[]): unknown => {
  if (typeof value === 'string') return sparing(value, given)
  if (Array.isArray(value)) return value.map((one) => rewritten(one, given))
  if (typeof value === 'function')
    return (...args: unknown[]) => rewritten((value as (...args: unknown[]) => unknown)(...args), args.flatMap(strings))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewritten(one, given)]))
  return value
}
const done = new WeakMap<object, unknown>()

/** A whole catalogue in `je`, of the same shape; always the same object for the same catalogue. */
export const withJe = <T>(catalogue: T): T => {
  const key = catalogue as object
  const made = done.get(key) ?? rewritten(catalogue, [])
  done.set(key, made)
  return made as T
}
