import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strangeWords } from '../../server/blog/allowed.ts'
import { momentsOf, quotablesOf } from '../../server/blog/kit.ts'
import { published, wordsOf } from '../../server/blog/pages.ts'
import { outcomeOf } from '../../server/outcome/build.ts'
import { OutcomeSchema } from '../../server/outcome/schema.ts'
import { blocksOf, chainLines, tooLong } from '../../shared/blog/blocks.ts'
import { plainWords, strangeQuotes } from '../../shared/blog/quotes.ts'
import type { Plein } from '../../shared/domain/state.ts'
import { addFraming, addIdea, afternoon } from '../outcome/plein.ts'
import { deeds, live, lively } from '../support/history.ts'
import { joost } from '../support/people.ts'

const strange = (words: string, plein: Plein): string[] => strangeWords(words, plein, outcomeOf(plein))
const quote = (text: string): string => `> ${text.replaceAll('\n', '\n> ')}\n> — een idee uit de zaal`

const isShared = (text: string, shared: readonly string[]): boolean =>
  strangeQuotes(blocksOf(quote(text)), shared.map(plainWords)).length === 0

describe('K3 what a blog quotes', () => {
  it('K3 is shared, whole or in part, and in its order', () => {
    const shared = ['De buren willen een nummer dat ’s nachts opneemt.', 'Ik slaap niet']
    for (const fine of [
      shared[0]!,
      '“De buren willen een nummer”',
      'De buren … opneemt',
      'De buren\nwillen een nummer [...] opneemt',
      'Ik slaap niet.',
      '…',
    ])
      expect([fine, isShared(fine, shared)]).toEqual([fine, true])
    for (const wrong of [
      'De buren willen geen nummer',
      'opneemt … De buren',
      'uren willen',
      'De buren … niet',
      'Ik slaap',
      'Ik slaap niet meer',
    ])
      expect([wrong, isShared(wrong, shared)]).toEqual([wrong, wrong === 'Ik slaap'])
    const torn = (parts: number) => 'zo … '.repeat(parts - 1).concat('zo')
    expect([10, 11].map((parts) => isShared(torn(parts), ['zo '.repeat(20)]))).toEqual([true, false])
    expect(isShared(torn(30), [torn(30)])).toBe(true)
  })

  it('K3 is named when it was never shared, was withdrawn, hidden or worded anew; also outside a quote, what was hidden', () => {
    const plein = afternoon()
    addIdea(plein, 'idea-waits', 'Dit heeft nog niemand gezien', { released: false })
    addIdea(plein, 'idea-hidden', 'De wethouder luistert niet', { hidden: true })
    addIdea(plein, 'idea-short', 'Geld', { hidden: true })
    addIdea(plein, 'idea-gone', '', { withdrawn: true })
    addFraming(plein, 'framing-undone', 'Wie heeft hier schuld aan?', { undone: true })
    const all = (kind: 'strange' | 'fine') =>
      ({
        fine: [
          quote('Mijn kinderen slapen niet'),
          quote('Ik zie nu de vraag als een vraag over slapen'),
          'Er was weinig geld.',
          chainLines.nl,
        ],
        strange: [
          quote('Dit heeft nog niemand gezien'),
          quote('De wethouder luistert niet'),
          'Iemand zei: “de wethouder luistert niet”, en toen was het stil.',
          'Even was de vraag: wie heeft hier schuld aan?',
          quote('Dit verzin ik nu'),
        ],
      })[kind]
    for (const words of all('fine')) expect(strange(words, plein), words).toEqual([])
    for (const words of all('strange')) expect(strange(words, plein), words).toHaveLength(1)
    // Prose about what was never shared tells nobody that it was written: else trying words would find out.
    expect(strange('Ik denk dat dit heeft nog niemand gezien', plein)).toEqual([])
    expect(strange(all('strange').join('\n\n'), plein)).toEqual([
      'Dit heeft nog niemand gezien',
      'De wethouder luistert niet',
      'Dit verzin ik nu',
      'Wie heeft hier schuld aan?',
    ])
    plein.ideas.get('idea-fatma')!.text = 'Mijn kinderen slapen nu wel'
    expect(strange(quote('Mijn kinderen slapen niet'), plein)).toEqual(['Mijn kinderen slapen niet'])
  })

  it('R5 K3 is sought well within the time of a test, however much was shared and quoted, and whatever signs stand in it', () => {
    const plein = afternoon()
    for (let idea = 0; idea < 5000; idea++) addIdea(plein, `idea-${idea}`, `Idee ${idea} ${'over de haven en de kade '.repeat(18)}`)
    const many = Array.from({ length: 50 }, (_, at) => quote(`over de haven en de kade ${at}!`)).join('\n\n')
    const signs = [
      '“'.repeat(20_000),
      `${'"'.repeat(20_000)}x`,
      `a${' '.repeat(20_000)}b`,
      '.'.repeat(20_001),
      '> '.repeat(10_000),
      '[…'.repeat(9000),
    ]
    // Each letter sought by itself in all of them would take many minutes.
    const letters = Array.from({ length: 100_000 }, () => 'a '.repeat(245))
    const torn = Array.from({ length: 50 }, () => quote(`${'a…'.repeat(280)}zz`)).join('\n\n')
    expect(tooLong(torn)).toBe(false)
    expect(strangeQuotes(blocksOf(torn), letters)).toHaveLength(50)
    expect(tooLong(many)).toBe(false)
    expect(tooLong(`${many}\n\n> nog een`)).toBe(true)
    expect(strange(many, plein)).toHaveLength(50)
    for (const one of signs) strange(quote(one), plein)
  })

  it('K2 K3 random Pleinen: a page of all that is offered holds no word that the room may not see, and what was not released cannot be quoted', () => {
    const seen = { pages: 0, quotes: 0, moments: 0, secrets: 0, refused: 0 }
    fc.assert(
      fc.property(deeds(140), (all) => {
        const story = lively()
        const { canaries } = live(story, all)
        if (story.plein.stage === 'open') {
          story.when(joost, { type: 'plein.close', confirmed: true })
          story.later(61_000)
        }
        const { plein } = story
        const outcome = outcomeOf(plein)
        const words = wordsOf(plein.locale)
        const [quotes, moments] = [quotablesOf(outcome), momentsOf(outcome, words, plein.locale)]
        expect(momentsOf(OutcomeSchema.parse(JSON.parse(JSON.stringify(outcome))), words, plein.locale)).toEqual(moments)
        const told = [
          ...moments.map(({ heading, text }) => `## ${heading}\n\n${text}`),
          chainLines.nl,
          ...quotes.map(({ text }) => quote(text)),
        ]
        expect(strange(told.join('\n\n'), plein)).toEqual([])
        const { article } = published(told.join('\n\n'), outcome, 0)
        for (const [text, id] of canaries) {
          const idea = plein.ideas.get(id)
          const shared = quotes.some((one) => one.text.includes(text))
          if (!shared) expect(article).not.toContain(text)
          if (idea && !shared && !outcome.chain.some((one) => one.text.includes(text))) {
            expect(strange(quote(text), plein)).not.toEqual([])
            seen.refused += 1
          }
          if (!shared) seen.secrets += 1
        }
        seen.pages += 1
        seen.quotes += quotes.length
        seen.moments += moments.length
      }),
      { numRuns: 60 },
    )
    console.log(`blogs: ${JSON.stringify(seen)}`)
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0)
  })
})

describe('K2 three moments', () => {
  const moments = (plein: Plein) => momentsOf(outcomeOf(plein), wordsOf('nl'), 'nl').map(({ name, text }) => [name, text])

  it('K2 are chosen by a rule, in the order in which they happened', () => {
    const plein = afternoon()
    expect(moments(plein)).toEqual([
      ['written', 'Om 13:30 uur begon ‘Ideeën’. De zaal deelde daar 7 teksten.'],
      [
        'turn',
        'Om 14:00 uur, bij ‘Ideeën’, veranderde de vraag. Eerst was die: “Waar komt de nachtopvang?” Daarna: “Hoe slapen wij allemaal, buren en gasten van de nachtopvang?”',
      ],
      [
        'minority',
        'Bij ‘Stemronde 1: Waar zit het echt op vast?’ kozen niet veel mensen voor “Geld”: 2 mensen. Maar zij gaven er veel stippen aan.',
      ],
    ])
    const [phase] = plein.phases.values()
    phase!.interlude = true
    expect(moments(plein).map(([name]) => name)).toEqual(['written', 'unplanned', 'turn'])
  })

  it('K2 are fewer where less happened', () => {
    const plein = afternoon()
    plein.ideas.clear()
    plein.rounds.clear()
    plein.framings.delete('framing-1')
    expect(moments(plein).map(([name]) => name)).toEqual(['start', 'end'])
    plein.played = []
    expect(moments(plein)).toEqual([])
  })
})
