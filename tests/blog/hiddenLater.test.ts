/** What was written into a blog and is taken off the board afterwards. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { strangeWords } from '../../server/blog/allowed.ts'
import { quotablesOf } from '../../server/blog/kit.ts'
import { published } from '../../server/blog/pages.ts'
import { outcomeOf } from '../../server/outcome/build.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import type { Plein } from '../../shared/domain/state.ts'
import { addFraming, addIdea, afternoon } from '../outcome/plein.ts'

/** Few words, so that texts stand in one another. */
const someWord = fc.constantFrom('de', 'kade', 'is', 'van', 'ons', 'niet', 'auto’s', 'één', 'Wim', '2026')
const sentence = fc
  .tuple(fc.array(someWord, { minLength: 1, maxLength: 6 }), fc.constantFrom('', '.', '!', '?', ' …'))
  .map(([words, end]) => words.join(' ') + end)
const fates = ['shared', 'hidden', 'waits', 'withdrawn'] as const
const idea = fc.record({ text: sentence, now: fc.constantFrom(...fates), later: fc.constantFrom('stays', 'hidden') })

const forms = {
  quote: (text: string) => `> ${text}\n> — een idee uit de zaal`,
  'quote in two lines': (text: string) => `> ${text.replace(' ', '\n> ')}`,
  'part of a quote': (text: string) => `> ${text.split(' ').slice(0, 4).join(' ')} …`,
  'in a sentence': (text: string) => `Toen zei iemand: “${text}”, en het werd stil.`,
  'in capitals': (text: string) => text.toUpperCase(),
  'over two lines': (text: string) => `Ik hoorde ${text.replace(' ', '\n')}`,
  'with another mark': (text: string) => `${text.replace(/\W+$/, '')}?!`,
  'with a sign that shows nothing': (text: string) => text.replace(/(?<=\p{L})(?=\p{L})/u, '\u00ad'),
  'in a heading': (text: string) => `## ${text}`,
  'in a heading and below it': (text: string) => text.replace(' ', '\n\n## '),
} satisfies Record<string, (text: string) => string>
const piece = fc.record({ of: fc.nat(7), form: fc.constantFrom(...(Object.keys(forms) as (keyof typeof forms)[])) })

/** As whoever reads the page reads it. */
const read = (text: string): string[] =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .replace(/[\u00ad’]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const says = (text: string, words: string): boolean => ` ${read(text).join(' ')} `.includes(` ${read(words).join(' ')} `)

const state = (fate: (typeof fates)[number]) => ({
  released: fate !== 'waits',
  hidden: fate === 'hidden',
  withdrawn: fate === 'withdrawn',
})
const strange = (words: string, plein: Plein): string[] => strangeWords(words, plein, outcomeOf(plein))

it('K3 whatever is written from the board, and whatever is hidden after that: what may still be published tells nothing that was taken off it', () => {
  const seen = { published: 0, named: 0, later: 0, quotes: 0 }
  fc.assert(
    fc.property(
      fc.array(idea, { minLength: 1, maxLength: 8 }),
      fc.array(piece, { maxLength: 4 }),
      fc.boolean(),
      (ideas, pieces, undone) => {
        const plein = afternoon()
        plein.ideas.clear()
        for (const [at, { text, now }] of ideas.entries()) addIdea(plein, `idea-${at}`, text, state(now))
        addFraming(plein, 'framing-2', 'Is de kade van Wim?', { undone })
        const used = pieces.map(({ of, form }) => ({ form, idea: ideas[of % ideas.length]! }))
        const words = ['Het was een lange dag.', ...used.map(({ form, idea }) => forms[form](idea.text))].join('\n\n')
        const before = strange(words, plein).length
        for (const [at, { later }] of ideas.entries()) if (later === 'hidden') plein.ideas.get(`idea-${at}`)!.hidden = true
        const [after, outcome] = [strange(words, plein), outcomeOf(plein)]
        const shared = quotablesOf(outcome).map(({ text }) => text)
        const off = [...plein.ideas.values()].filter(({ released, hidden, withdrawn }) => released && hidden && !withdrawn)
        if (before === 0 && after.length > 0) seen.later += 1
        seen.named += after.length
        for (const { form, idea } of used) {
          // A quote is of what may be seen, or it is named.
          if (!form.includes('quote') || shared.some((one) => says(one, idea.text.split(' ').slice(0, 4).join(' ')))) continue
          expect(after, `${form}: ${idea.text}`).not.toEqual([])
          seen.quotes += 1
        }
        if (after.length > 0) return
        seen.published += 1
        const { article } = published(words, outcome, 0)
        for (const { text } of off)
          if (read(text).length >= 3 && !shared.some((one) => says(one, text))) expect(says(article, text), text).toBe(false)
      },
    ),
    { numRuns: 1500 },
  )
  console.log(`hidden later: ${JSON.stringify(seen)}`)
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10)
})

it('K3 S1 whoever tries words out learns nothing of what the room never saw', () => {
  fc.assert(
    fc.property(fc.array(idea, { minLength: 1, maxLength: 8 }), fc.array(piece, { minLength: 1, maxLength: 4 }), (ideas, pieces) => {
      const plein = afternoon()
      for (const [at, { text, now }] of ideas.entries()) addIdea(plein, `idea-${at}`, text, state(now))
      const words = pieces.map(({ of, form }) => forms[form](ideas[of % ideas.length]!.text)).join('\n\n')
      const answer = strange(words, plein)
      for (const [id, { released, withdrawn }] of plein.ideas) if (!released || withdrawn) plein.ideas.delete(id)
      expect(strange(words, plein)).toEqual(answer)
    }),
    { numRuns: 500 },
  )
})

it.each([
  ['Chinese', '李伟偷了居民的钱', ['有人说李伟偷了居民的钱，大家都笑', '“李、伟偷了 居民的\n钱”。'], '李伟偷了居民的心'],
  [
    'Japanese',
    '田中さんが住民のお金を盗んだ',
    ['昨日田中さんが住民のお金を盗んだと聞いた', '田中さん「が住民の」お金を盗んだ'],
    '田中さんが来た',
  ],
  ['Thai', 'เขาขโมยเงินของเพื่อนบ้าน', ['ใครๆ ว่าเขาขโมยเงินของเพื่อนบ้านทุกคน', 'เขา ขโมย เงินของเพื่อนบ้าน'], 'เขาขโมยเงิน'],
  ['Korean', '김 씨가 돈을 훔쳤다', ['어제 “김 씨가 돈을 훔쳤다!”'], '김 씨가 돈을 찾았다'],
  ['Chinese and Dutch', 'Jan偷了钱', ['昨天Jan偷了钱吗', 'JAN 偷了钱'], 'Jan偷了车'],
])(
  'K3 a whole text in %s that was hidden stands in no sentence, whatever stands around it; another one may',
  (_, text, sentences, other) => {
    const plein = afternoon()
    addIdea(plein, 'idea-hidden', text, { hidden: true })
    for (const sentence of [`Toen schreef iemand: ${text}`, ...sentences]) expect(strange(sentence, plein), sentence).toEqual([text])
    expect(strange(`Toen schreef iemand: ${other}`, plein)).toEqual([])
  },
)

it('K3 a text of two words in Chinese or Japanese is anybody’s, as it is in Dutch', () => {
  const plein = afternoon()
  for (const [at, text] of ['居民', '多绿', 'ありがとう', 'ขอบคุณ', 'meer geld'].entries())
    addIdea(plein, `idea-${at}`, text, { hidden: true })
  expect(strange('居民要更多绿，ありがとう，ขอบคุณ, en meer geld.', plein)).toEqual([])
})

it('K3 E4 a last word of the owner that a coach hid stands in no sentence, and one that stands on the board may', () => {
  const plein = afternoon()
  plein.word = { text: 'Ik neem mee dat Samir hier weg moet', hidden: true }
  expect(strange('Ik zei: “ik neem mee dat Samir hier weg moet!”', plein)).toEqual([plein.word.text])
  plein.word = { ...plein.word, hidden: false }
  expect(strange('Ik zei: “ik neem mee dat Samir hier weg moet!”', plein)).toEqual([])
})

it('K3 E4 a last word that the owner said anew after it was hidden may stand in the blog: the room never read it', () => {
  const plein = afternoon()
  const signed = { by: 'owner', seat: 'wim', at: 0 } as const
  evolve(plein, { type: 'owner.worded', text: 'Ik neem mee dat Samir hier weg moet', ...signed }, 1)
  evolve(plein, { type: 'word.hidden', hidden: true, ...signed }, 1)
  const anew = 'Ik neem mee dat we elkaar moeten spreken'
  evolve(plein, { type: 'owner.worded', text: anew, ...signed }, 1)
  expect(strange(`${anew}.`, plein)).toEqual([])
  // Shown and hidden again, the room did.
  for (const hidden of [false, true]) evolve(plein, { type: 'word.hidden', hidden, ...signed }, 1)
  expect(strange(`${anew}.`, plein)).toEqual([anew])
})
