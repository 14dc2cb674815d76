import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { saidWithJe, withJe } from '../../client/words/address.ts'
import { refusalsNl } from '../../client/words/refusals.nl.ts'
import { allSaid, catalogues } from './catalogues.ts'

/** Every sentence that changes, as a person read it. After reading what a change brings: `READ=1 npx vitest run tests/words/address`. */
const golden = new URL('./je.golden.json', import.meta.url)
const read = JSON.parse(readFileSync(golden, 'utf8')) as Record<string, string>

const refusals = Object.entries(refusalsNl).map(([code, say]) => {
  const given = {
    code,
    maximum: 3,
    length: 4,
    minimum: 2,
    seconds: 60,
    items: 1,
    budget: 5,
    ballots: 2,
    name: 'Groen',
    counts: { edits: 2 },
  }
  return { path: `refusals.${code}`, text: (say as (refusal: unknown) => string)(given) }
})
const said = [...Object.entries(catalogues).flatMap(([area, { nl }]) => allSaid(nl, area)), ...refusals].flatMap(({ path, text }) =>
  text === null ? [] : [{ path, text }],
)
const rewritten = said.map(({ path, text }) => ({ path, u: text, je: saidWithJe(text) }))
/** Words that rightly keep their t before `je`: no verb, or a verb whose stem ends in it. */
const keepsT =
  /^(dat|wat|omdat|voordat|zodat|totdat|tot|niet|uit|als|met|moet|weet|laat|zet|sluit|wacht|zit|praat|mocht|moest|had|wist|groet)$/i

describe('a theme that says je', () => {
  test('has no u left in any sentence', () => {
    expect(said.length).toBeGreaterThan(500)
    for (const { path, je } of rewritten) if (je.length > 1) expect(je, path).not.toMatch(/\b(u|uw|uzelf|uwe)\b/i)
  })
  test('conjugates with je: no “je heeft”, no “kunt je”', () => {
    for (const { path, u, je } of rewritten) {
      if (u === je) continue
      expect(je, path).not.toMatch(/\b(je|jij) (heeft|is)\b/i)
      for (const [, word = ''] of je.matchAll(/\b(\p{L}+t) je\b/giu)) {
        // Possessive: what stood there was `uw`.
        if (u.includes(`${word} uw`)) continue
        expect(word, `${path}: ${je}`).toMatch(keepsT)
      }
    }
  })
  test('says what a person has read and found right', () => {
    const now = Object.fromEntries(rewritten.filter(({ u, je }) => u !== je).map(({ u, je }) => [u, je]))
    if (process.env['READ']) {
      const lines = Object.keys(now).sort((a, b) => a.localeCompare(b, 'nl'))
      writeFileSync(golden, `${JSON.stringify(Object.fromEntries(lines.map((u) => [u, now[u]])), null, 2)}\n`)
      return
    }
    for (const [u, je] of Object.entries(now)) if (read[u] !== undefined) expect(je).toBe(read[u])
    const unread = Object.entries(now).filter(([u]) => read[u] === undefined)
    if (unread.length > 0) console.warn(`Nobody has read these in je:\n${unread.map(([u, je]) => `  ${u}\n→ ${je}`).join('\n')}`)
    expect(Object.keys(now).length).toBeGreaterThan(60)
  })
  test.each([
    ['U heeft nog 3 stippen.', 'Je hebt nog 3 stippen.'],
    ['Hebt u geen link? Dan kunt u die vragen.', 'Heb je geen link? Dan kun je die vragen.'],
    ['Wat wilt u zeggen? Dat ziet u straks.', 'Wat wil je zeggen? Dat zie je straks.'],
    [
      'Uw idee blijft van u, alleen voor u. Voor u deelt, vragen we het uzelf.',
      'Je idee blijft van jou, alleen voor jou. Voor je deelt, vragen we het jezelf.',
    ],
    ['U', 'U'],
    ['U-bocht, het uur en wat u moet weten', 'U-bocht, het uur en wat je moet weten'],
  ])('%s → %s', (u, je) => {
    expect(saidWithJe(u)).toBe(je)
  })
  test('leaves what people wrote as they wrote it', () => {
    const words = withJe({
      edit: (text: string) => `Pas uw idee aan: ${text}`,
      from: ({ name }: { name: string }) => `U koos de groep “${name}”`,
      pair: (n: number): [string, string] => [`${n} van u`, 'heeft u'],
      both: (text: string, n: string) => `${n} keer: ${text}, zegt uw buurt`,
      plain: ['uw', ['Weet u het zeker?']],
    })
    expect(words.edit('Ziet u dit? Uw straat, u en ik')).toBe('Pas je idee aan: Ziet u dit? Uw straat, u en ik')
    expect(words.from({ name: 'Wat u wilt' })).toBe('Je koos de groep “Wat u wilt”')
    expect(words.edit('e')).toBe('Pas je idee aan: e')
    expect(words.both('Een idee van u', '0')).toBe('0 keer: Een idee van u, zegt je buurt')
    expect(words.pair(3)).toEqual(['3 van jou', 'heb je'])
    expect(words.plain).toEqual(['je', ['Weet je het zeker?']])
  })
  test('is the same object each time, so that a page does not draw itself again', () => {
    const catalogue = { a: 'uw' }
    expect(withJe(catalogue)).toBe(withJe(catalogue))
  })
})
