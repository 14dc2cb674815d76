/** What is asked of ideas at their edges: those that are not told yet, went, were sent before, or whose author was stopped. */
import { describe, expect, test } from 'vitest'
import { decide } from '../../shared/domain/decide.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { countable, unlisted } from '../../shared/domain/ideas/listing.ts'
import { silenced } from '../../shared/domain/ideas/silence.ts'
import { about, answer, ask, asked } from '../support/asking.ts'
import { aPlein, closed, entered, given, keyOf, opened, posted } from '../support/given.ts'
import { clock, fatma, joost } from '../support/people.ts'

const post = (text: string, name = text, phase = 'ideas') => ({ type: 'idea.post', key: keyOf(name), as: 'idea', text, phase }) as const
const writing = () => given(aPlein('ideas', 'ideas'), opened).when(joost, { type: 'phase.next' })

test('A16 whoever wrote something is stopped without a word in the log, and only for what stands at the desk', () => {
  const story = writing().when(fatma, post('Bankjes'))
  const idea = story.answer['idea'] as string
  const mute = (id: string) => story.when(joost, { type: 'seat.mute', idea: id, muted: true })
  mute('nergens').then({ code: 'idea-unknown', idea: 'nergens' })
  mute(idea).then({ code: 'idea-unknown', idea })
  story.when(clock, { type: 'time.passed' })
  mute(idea).then([])
  expect(story.events).toEqual([])
  story.when(fatma, { type: 'idea.withdraw', key: keyOf('Bankjes') })
  mute(idea).then({ code: 'idea-withdrawn', idea })
})

test('I8 S1 something waits for the desk until it is told, and is in no count before', () => {
  const story = writing()
  const counts = () => [unlisted(story.plein), countable(story.plein).length]
  expect(counts()).toEqual([false, 0])
  story.when(fatma, post('Bankjes'))
  expect(counts()).toEqual([true, 0])
  story.when(clock, { type: 'time.passed' }).then([{ type: 'desk.listed' }])
  expect(counts()).toEqual([false, 1])
})

test('A3 when nobody writes any more all is counted, and answers after a vote are not', () => {
  const condition = { ...posted('answer', 'Als er water komt'), as: 'condition' as const, question: undefined }
  const { plein } = given(aPlein('ideas'), opened, posted('bankjes', 'Bankjes'), condition as never, closed)
  expect(countable(plein).map(({ id }) => id)).toEqual(['bankjes'])
})

test('L2 the same key is the same text, kind and phase again, and anything else under it is refused', () => {
  const story = writing().when(fatma, post('Bankjes'))
  const idea = story.answer['idea'] as string
  const events = story.log.length
  story.when(fatma, post('Bankjes')).answers({ idea })
  const used = { code: 'key-used' as const }
  story.when(fatma, post('Bomen', 'Bankjes')).then(used)
  story.when(joost, { type: 'phase.enter', phase: 'ideas-2' })
  story.when(fatma, { ...post('Bankjes'), phase: 'ideas-2' }).then(used)
  story.when(fatma, post('Bankjes')).answers({ idea })
  story.when(fatma, { type: 'idea.withdraw', key: keyOf('Bankjes') })
  story.when(fatma, post('Bankjes')).then(used)
  expect(story.log.slice(events).filter(({ type }) => type === 'idea.posted')).toEqual([])
})

test('A16 who was stopped hears so, and nothing is written', () => {
  const { plein, world } = writing()
  expect(decide(plein, { ...fatma, muted: true }, post('Weer'), world)).toEqual({ ok: false, refusal: { code: 'muted' } })
})

test('I8 where nothing is hidden an idea is in every count with the turn itself, and one of paper is shared with it too', () => {
  const open = given(aPlein(['ideas', { hidden: false }]), opened, entered('ideas'))
  open.when(fatma, { ...post('Bankjes'), open: true })
  expect([unlisted(open.plein), countable(open.plein).length]).toEqual([false, 1])
  open.when(joost, { type: 'idea.enter', as: 'idea', text: 'Bomen', phase: 'ideas' })
  open.then([{ type: 'idea.posted', entry: 'paper' }, { type: 'desk.listed' }, { type: 'ideas.released', by: 'coach' }])
  expect([...open.plein.ideas.values()].map(({ released }) => released)).toEqual([true, true])
})

test('M3 I8 answers wait for each other: the desk hears of the third, and an idea beside them waits for nothing', () => {
  const vote = asked()
  const waits = () => unlisted(vote.story.plein)
  for (const number of [1, 2]) answer(vote, number)
  expect(waits()).toBe(false)
  answer(vote, 3)
  expect(waits()).toBe(true)
  vote.story.later(5000)
  expect(waits()).toBe(false)
  ask(vote, true, 'zitten')
  for (const number of [4, 5]) answer(vote, number)
  for (const name of ['licht', 'water'])
    vote.story.when(fatma, { type: 'condition.post', key: keyOf(name), ...about(vote, 'zitten'), text: `Als er ${name} komt` })
  expect(countable(vote.story.plein).filter(({ as }) => as === 'condition')).toHaveLength(3)
  expect(waits()).toBe(false)
  vote.story.when(fatma, post('Bankjes'))
  expect(waits()).toBe(true)
  vote.story.later(5000)
  expect(waits()).toBe(false)
  vote.story.when(fatma, { type: 'card.seal', key: keyOf('kaart'), text: 'Dit moet eerst' })
  expect(waits()).toBe(true)
})

test('J1 A16 whoever wrote a card can be stopped too, without a word in the log', () => {
  const { story } = asked()
  story.when(fatma, { type: 'card.seal', key: keyOf('kaart'), text: 'Dit moet eerst' })
  const card = [...story.plein.cards.values()][0]?.id as string
  const mute = () => story.when(joost, { type: 'seat.mute', idea: card, muted: true })
  mute().then({ code: 'idea-unknown', idea: card })
  story.later(5000)
  mute().then([])
})

test('I9 M3 a single answer of paper does not hold up the ideas that are released with it', () => {
  const { story, ...vote } = asked()
  story.when(joost, { type: 'condition.enter', ...about({ story, ...vote }), text: 'Als er licht is' })
  story.when(joost, { type: 'ideas.release', ideas: 'all' }).then({ code: 'too-few-answers', minimum: 3 })
  story.when(fatma, post('Bankjes')).later(5000)
  story
    .when(joost, { type: 'ideas.release', ideas: 'all' })
    .then([{ type: 'ideas.released' }])
    .answers({ released: 1 })
})

test('I9 why it is not there to be released is said of one idea that was asked for, and not of several or of all', () => {
  const story = writing().when(fatma, post('Bankjes')).when(fatma, post('Bomen'))
  story.later(5000)
  const [one, two] = [...story.plein.ideas.keys()] as [string, string]
  const release = (ideas: string[] | 'all') => story.when(joost, { type: 'ideas.release', ideas })
  release([one, two]).then([{ type: 'ideas.released' }])
  release([one]).then({ code: 'idea-released', idea: one })
  release([one, two]).then({ code: 'nothing-to-release' })
  story.when(fatma, { type: 'idea.withdraw', key: keyOf('Bankjes') }).answers({ idea: one })
  release([one]).then({ code: 'idea-withdrawn', idea: one })
  release([one, two]).then({ code: 'nothing-to-release' })
  const alone = writing()
    .when(fatma, post('Bankjes'))
    .when(fatma, { type: 'idea.withdraw', key: keyOf('Bankjes') })
  alone.when(joost, { type: 'ideas.release', ideas: 'all' }).then({ code: 'nothing-to-release' })
})

test('I10 no new words are shared or dropped of an idea that is not there', () => {
  for (const type of ['edit.release', 'edit.drop'] as const)
    writing().when(joost, { type, idea: 'nergens' }).then({ code: 'idea-unknown', idea: 'nergens' })
})

describe('a promise', () => {
  const text = 'Ik bel de wijkraad'
  const day = '2027-06-01'
  const promised = () =>
    given(aPlein('harvest'), opened, entered('harvest')).when(fatma, {
      ...post(text, 'belofte', 'harvest'),
      as: 'commitment',
      ...{ who: 'Fatma', by: 'mei', day },
    })
  type Story = ReturnType<typeof promised>
  const change = (story: Story, more: { text?: string; who?: string; by?: string; day?: string }) =>
    story.when(fatma, { type: 'idea.edit', key: keyOf('belofte'), text, ...more })
  const only = (story: Story) => [...story.plein.ideas.values()][0]

  test('I14 who changes one thing of it changes nothing else', () => {
    const story = promised()
    const same = { type: 'idea.edited', idea: only(story)?.id, text, waits: false, who: 'Fatma', by: 'mei' }
    expect(change(story, { text: 'Ik bel' }).events).toEqual([{ ...same, text: 'Ik bel' }])
    change(story, {})
    expect(change(story, { who: 'F. Yılmaz' }).events).toEqual([{ ...same, who: 'F. Yılmaz' }])
    expect(change(story, { who: 'Fatma' }).events).toEqual([same])
    expect(change(story, { by: 'juni' }).events).toEqual([{ ...same, by: 'juni' }])
    expect(only(story)).toMatchObject({ who: 'Fatma', by: 'juni', day })
    change(story, { by: 'j'.repeat(500) }).then({ code: 'text-too-long' })
    expect(change(story, { by: '' }).events).toEqual([{ ...same, by: null }])
    expect(change(story, { day: '2027-07-01' }).events).toEqual([{ ...same, by: null, day: '2027-07-01' }])
    change(story, {}).then({ code: 'nothing-changed' })
    expect(only(story)).toMatchObject({ text, who: 'Fatma', by: null, day: '2027-07-01' })
  })

  test('L2 I4 the same words under its key as something else than a promise are no answer', () => {
    promised()
      .when(fatma, { ...post(text, 'belofte', 'harvest'), as: 'closing' })
      .then({ code: 'key-used' })
  })

  test('I14 of an idea no name is told when its words are changed', () => {
    const story = writing().when(fatma, post('Bankjes'))
    story.when(fatma, { type: 'idea.edit', key: keyOf('Bankjes'), text: 'Bankjes en licht' })
    expect(story.events).toEqual([{ type: 'idea.edited', idea: story.answer['idea'], text: 'Bankjes en licht', waits: false }])
  })

  test('I12 its author reads its day back, and nobody writes by asking', () => {
    const story = promised()
    const key = keyOf('belofte')
    story.when(fatma, { type: 'mine', keys: [key] }).then([])
    expect(story.answer).toEqual({
      ideas: {
        [key]: {
          state: 'waiting',
          idea: only(story)?.id,
          as: 'commitment',
          text,
          edit: null,
          phase: 'harvest',
          cluster: null,
          ...{ who: 'Fatma', by: 'mei', day },
        },
      },
    })
    const plain = writing()
      .when(fatma, post('Bankjes'))
      .when(fatma, { type: 'mine', keys: [keyOf('Bankjes')] })
    expect(Object.keys((plain.answer['ideas'] as Record<string, object>)[keyOf('Bankjes')] ?? {})).not.toContain('day')
  })

  test('A16 who was stopped changes nothing any more, and hears so', () => {
    const { plein, world } = promised()
    const edit = { type: 'idea.edit', key: keyOf('belofte'), text: 'Anders' } as const
    expect(decide(plein, { ...fatma, muted: true }, edit, world)).toEqual({ ok: false, refusal: { code: 'muted' } })
  })

  test('I11 of what was withdrawn each different text is a number, what was not said stays unsaid, and other events stay as they are', () => {
    const story = promised()
    change(story, { text: 'Ik bel', by: '', day: '' })
    change(story, { text: 'Ik bel', who: '' })
    story.when(fatma, post('Bankjes', 'Bankjes', 'harvest'))
    const log = story.log.map((event, at) => ({ version: at + 1, v: 1 as const, event }))
    const idea = only(story)?.id as string
    const written = { type: 'idea.posted', idea, as: 'commitment', phase: 'harvest', late: false, entry: 'phone' }
    expect(silenced(log, [idea]).map(({ event }): PleinEvent => event)).toEqual([
      { ...written, text: '1', who: '2', by: '3', day: '4' },
      { type: 'idea.edited', idea, waits: false, text: '5', who: '2', by: null, day: null },
      { type: 'idea.edited', idea, waits: false, text: '5', who: null, by: null },
    ])
  })
})
