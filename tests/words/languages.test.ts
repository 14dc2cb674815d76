import { describe, expect, test } from 'vitest'
import plainWords from '../../server/plain/nl.json' with { type: 'json' }
import { allSaid, catalogues, own, sentencesOf, wordsIn } from './catalogues.ts'

const areas = Object.keys(catalogues).map((area) => ({ area, nl: own(area, 'nl'), en: own(area, 'en') }))
/** Level B1 keeps sentences short: about fifteen words, never more than this. English needs a few more. */
const longest = { nl: 20, en: 22 }
const said = (words: unknown) => allSaid(words).flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]))

/** Craft words stay at the desk; these refusals only a desk can get. */
const craft = /\b(fase|fasen|fases|verwoording|verwoordingen|perspectief|perspectieven|oogst|cluster|clusters)\b/i
const inTheRoom = [
  'phone',
  'phoneFirst',
  'phoneLater',
  'screen',
  'sharedFirst',
  'sharedLater',
  'refusalsRoom',
  'address',
  'practice',
  'privacy',
]
const onlyAtTheDesk = ['framing-unknown']
/** One thing has one name (DESIGN, words): what others call it is not said here. */
const otherNames: Record<string, RegExp> = {
  pleincoach: /\b(facilitator|moderator|begeleider|gespreksleider|spelleider)s?\b/i,
  deelnemer: /\b(gebruiker|bezoeker|user)s?\b/i,
  Plein: /\b(sessie|vergadering|bijeenkomst|meeting|event)s?\b/i,
  idee: /\b(kaart|kaarten|kaartje|kaartjes|post-it|post-its|sticky|geeltje|geeltjes|brainwave)\b/i,
  groep: /\b(cluster|clusters|categorie|categorieën|thema|thema’s)\b/i,
  draaiboek: /\b(agenda|programma)\b/i,
  stip: /\b(punten|credits|likes?|votes?)\b/i,
  dilemma: /\b(stelling|probleemstelling|vraagstelling|issue)\b/i,
  scherm: /\b(display|projectiescherm)\b/i,
  stembiljet: /\b(ballot|stemformulier)\b/i,
  apparaat: /\b(device|client)\b/i,
}
const machine = /[!]|\b(oeps|oops|sessie|gebruikers?|submit|errors?|fout \d+|null|undefined|klik hier)\b/i
const escaped = (phrase: string) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe.each(areas)('words of $area', ({ area, nl, en }) => {
  test('Dutch and English say the same things', () => {
    expect(allSaid(en).map(({ path }) => path)).toEqual(allSaid(nl).map(({ path }) => path))
  })
  test.each(['nl', 'en'] as const)('%s is said in short sentences, without an exclamation mark', (language) => {
    const texts = said(language === 'nl' ? nl : en)
    for (const { path, text } of texts) {
      expect(text, path).not.toMatch(machine)
      for (const sentence of sentencesOf(text)) expect(wordsIn(sentence), `${path}: ${sentence}`).toBeLessThanOrEqual(longest[language])
    }
  })
  test('Dutch says u to everybody', () => {
    for (const { path, text } of said(nl)) expect(text, path).not.toMatch(/\b(jij|jou|jouw|je|jullie)\b/i)
  })
  test('no official language: every such word has a plain one', () => {
    const found = said(nl).flatMap(({ path, text }) =>
      Object.entries(plainWords.words).flatMap(([word, plain]) =>
        new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})`, 'iu').test(text) ? [`${path}: “${word}”, say “${plain}”: ${text}`] : [],
      ),
    )
    expect(found).toEqual([])
  })
  test('one thing has one name', () => {
    for (const { path, text } of said(nl))
      for (const [name, others] of Object.entries(otherNames)) expect(text, `${path}: say “${name}”`).not.toMatch(others)
  })
  if (!inTheRoom.includes(area)) return
  test('no craft words in the room', () => {
    for (const { path, text } of said(nl)) if (!onlyAtTheDesk.includes(path.replace('()', ''))) expect(text, path).not.toMatch(craft)
  })
})

test('Dutch is on the average at level B1; almost everything is measured', () => {
  const lines: string[] = []
  for (const { area, nl } of areas) {
    const lengths = said(nl)
      .flatMap(({ text }) => sentencesOf(text))
      .map(wordsIn)
      .filter((words) => words >= 4)
    const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length)
    lines.push(
      `${area.padEnd(12)} ${String(lengths.length).padStart(4)} sentences, mean ${mean.toFixed(1)} words, longest ${Math.max(0, ...lengths)}`,
    )
    expect(mean, area).toBeLessThanOrEqual(11)
  }
  const all = areas.flatMap(({ nl }) => allSaid(nl))
  const unread = all.filter(({ text }) => text === null).map(({ path }) => path)
  console.log(
    `${lines.join('\n')}\n${Object.keys(plainWords.words).length} words of official language; not measured: ${unread.join(', ') || 'nothing'}`,
  )
  expect(all.length).toBeGreaterThan(700)
  expect(unread.length).toBeLessThan(15)
  expect(Object.keys(plainWords.words).length).toBeGreaterThanOrEqual(120)
})
