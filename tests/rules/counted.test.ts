/** What is counted while answers, cards and taps come in, against a count of all of them: after every command of a walk by chance. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWhole } from '../../server/live/whole.ts'
import { deskCards } from '../../shared/domain/cards/told.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { nameChecks } from '../../shared/domain/names/told.ts'
import type { Plein } from '../../shared/domain/state.ts'
import { pictureOf } from '../../shared/domain/taps/picture.ts'
import { taps as rules, type TapId, tapOf } from '../../shared/domain/taps/taps.ts'
import { aPlein, entered, given, keyOf, opened } from '../support/given.ts'
import { clock, fatma, hanna, joost, mo, type Person, ria, samir, teun, wim } from '../support/people.ts'
import { enough, runs } from '../support/runs.ts'
import { testWorld } from '../support/world.ts'

const people = [fatma, ria, samir, hanna, teun, mo]
const groups = ['id-7', 'id-9']
const place = fc.nat({ max: people.length - 1 })
const key = place.map((at) => keyOf(`idee ${at}`))
const card = place.map((at) => keyOf(`kaart ${at}`))
const idea = place.map((at) => `id-${at + 1}`)
const cluster = fc.constantFrom(...groups)
const name = fc.constantFrom('Groen', 'Verkeer', 'Bomen')
const cardId = fc.nat({ max: 30 })

/** Some commands name what is there at that moment. */
type Walk = { who: Person; asks: Command | ((plein: Plein) => Command) }
const by = (who: fc.Arbitrary<Person>, asks: fc.Arbitrary<Walk['asks']>): fc.Arbitrary<Walk> => fc.record({ who, asks })
const one = <T extends string>(type: T) => fc.constant(type)
const chosen = fc.tuple(cardId, fc.boolean()).map(([at, aside]) => ({ cards }: Plein): Command => {
  const { id } = [...cards.values()][at % Math.max(1, cards.size)] ?? { id: 'nergens' }
  return aside ? { type: 'card.aside', card: id, aside: at % 2 === 0 } : { type: 'card.ask', card: id, words: null }
})
const author = fc.constantFrom(...people)
const verify = fc
  .record({ key, cluster, answer: fc.constantFrom('yes', 'yes', 'words', 'out'), words: fc.constantFrom('Bomen', 'Schaduw') })
  .map(({ words, ...said }) => ({ clusters }: Plein): Command => {
    const about = { type: 'cluster.verify', ...said, name: clusters.get(said.cluster)?.name ?? '' } as const
    return said.answer === 'words' ? { ...about, words } : about
  })

const steps: fc.Arbitrary<Walk> = fc.oneof(
  { weight: 12, arbitrary: by(author, verify) },
  { weight: 3, arbitrary: by(author, fc.record({ type: one('card.seal'), key: card, text: fc.constant('Dit moet gezegd') })) },
  { weight: 1, arbitrary: by(author, fc.record({ type: one('card.withdraw'), key: card })) },
  { weight: 2, arbitrary: by(author, fc.record({ type: one('card.allow'), key: card, as: one('no') })) },
  { weight: 3, arbitrary: by(fc.constant(joost), chosen) },
  {
    weight: 5,
    arbitrary: by(
      author,
      fc.oneof(
        fc.record({ type: one('tap.set'), on: one('pulse'), value: fc.constantFrom('calm', 'tense', null) }),
        fc.record({ type: one('tap.set'), on: one('mood-before'), phase: one('burst'), value: fc.constantFrom('heavy', 'light', null) }),
      ),
    ),
  },
  { weight: 1, arbitrary: by(author, fc.record({ type: one('idea.withdraw'), key })) },
  { weight: 2, arbitrary: by(fc.constant(wim), fc.record({ type: one('owner.mark'), idea, marked: fc.boolean() })) },
  {
    weight: 2,
    arbitrary: by(
      fc.constant(joost),
      fc.oneof(
        fc.record({ type: one('ideas.assign'), ideas: idea.map((id) => [id]), cluster: fc.option(cluster) }),
        fc.record({ type: one('cluster.rename'), cluster, name }),
        fc.record({ type: one('cluster.remove'), cluster }),
        fc.record({ type: one('cluster.merge'), from: cluster, into: cluster }),
        fc.record({ type: one('cluster.ask'), clusters: one('all'), asking: fc.boolean() }),
        fc.constant<Command>({ type: 'undo' }),
      ),
    ),
  },
  { weight: 5, arbitrary: by(fc.constant(clock), fc.constant<Command>({ type: 'time.passed' })) },
)

/** Six ideas, all shared, in the group "Groen"; "Verkeer" is empty; the authors are asked about both. */
const begun = (seed: number) => {
  const story = given(testWorld(seed), aPlein('ideas', 'burst'), opened, entered('ideas'))
  for (const [at, who] of people.entries())
    story.when(who, { type: 'idea.post', key: keyOf(`idee ${at}`), as: 'idea', text: `Idee ${at}`, phase: 'ideas' })
  story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all' })
  story.when(joost, { type: 'cluster.create', name: 'Groen', ideas: [...story.plein.ideas.keys()] })
  story.when(joost, { type: 'cluster.create', name: 'Verkeer', ideas: [], open: true })
  story.when(joost, { type: 'cluster.ask', clusters: groups, asking: true })
  return story.when(joost, { type: 'phase.enter', phase: 'burst' })
}

/** The picture, from what each seat gave when it was told. */
const recounted = ({ taps }: Plein, tap: TapId) => {
  const { values, fewest } = rules[tapOf(tap).on]
  const told = [...(taps.get(tap)?.marks.values() ?? [])].flatMap((mark) => mark.told ?? [])
  return told.length < fewest ? null : Object.fromEntries(values.map((value) => [value, told.filter((one) => one === value).length]))
}

test('G3 H3 J1 E2 on any walk what is counted is what a count of everything gives, and whoever is told whole hears of every change once', () => {
  const seen = { figures: 0, suggestions: 0, cards: 0, pictures: 0, marks: 0 }
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 120, size: 'max' }), fc.integer(), (walk, seed) => {
      const story = begun(seed)
      const { plein } = story
      expect([...plein.clusters.keys()]).toEqual(groups)
      const whole = createWhole()
      const heard: Record<string, unknown> = {}
      for (const { who, asks } of walk) {
        // The story looks at the invariants after each: there is the plain count.
        story.when(who, typeof asks === 'function' ? asks(plein) : asks)
        for (const { message } of whole.next(plein))
          for (const [part, now] of Object.entries(message)) {
            expect(now).not.toEqual(heard[part])
            heard[part] = now
          }
        expect(heard['names']).toEqual(nameChecks(plein))
        expect(heard['cards']).toEqual(deskCards(plein))
        expect(heard['owner']).toEqual({ marks: [...plein.marks], word: plein.word })
        for (const tap of ['pulse', 'mood-before/burst'] as const) {
          expect(pictureOf(plein, tap)).toEqual(recounted(plein, tap))
          seen.pictures += pictureOf(plein, tap) === null ? 0 : 1
        }
        seen.figures += nameChecks(plein).filter(({ figures }) => figures !== null).length
        seen.suggestions += nameChecks(plein).filter(({ suggestions }) => suggestions.length > 0).length
        seen.cards += deskCards(plein).length
        seen.marks += plein.marks.size
      }
    }),
    { numRuns: runs(150) },
  )
  for (const [what, count] of Object.entries(seen)) expect([what, count > enough(100)]).toEqual([what, true])
})
