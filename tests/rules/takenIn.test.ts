/** A Plein that is taken in from its outcome, as the room there finds it: what it knew is there, and nothing waits, is asked or can be added. */
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { importOutcome } from '../../server/outcome/import/import.ts'
import { OutcomeSchema } from '../../server/outcome/schema.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { broken } from '../../shared/domain/invariants/broken.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { askedAfterVote } from '../support/asked.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released, type Story } from '../support/given.ts'
import { fatma, joost, ria, samir, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { morning, testWorld } from '../support/world.ts'

type Taken = Extract<PleinEvent, { type: 'plein.imported' }>

/** An afternoon with some of everything. */
const afternoon = () => {
  const ideas = ['bank', 'boom', 'pad']
  const story = given(
    aPlein('ideas', 'vote', 'burst', 'harvest'),
    opened,
    entered('ideas'),
    ...ideas.map((idea) => posted(idea, `Over een ${idea}`)),
    listed(...ideas),
    released(...ideas),
  )
  story.when(wim, { type: 'owner.mark', idea: 'bank', marked: true }).when(wim, { type: 'owner.mark', idea: 'boom', marked: true })
  story.when(joost, { type: 'cluster.create', name: 'Groen', ideas: ['bank', 'boom'] })
  story.when(joost, {
    type: 'framing.adopt',
    text: 'Wie zit waar?',
    sources: [
      { kind: 'idea', id: 'bank' },
      { kind: 'idea', id: 'pad' },
    ],
  })
  expect(askedAfterVote(story)).toBe(true)
  const [shown] = [...story.plein.rounds.keys()] as [string]
  const unchosen = story.plein.rounds.get(shown)?.items.at(-1)?.id as string
  // Nobody answers this one, and it is asked still when it is over.
  story.when(joost, { type: 'round.ask', round: shown, item: unchosen }).then([{ type: 'round.asked' }])
  story.when(joost, { type: 'round.open', again: shown })
  const unshown = story.answer['round'] as string
  for (const who of [fatma, ria, samir]) story.when(who, { type: 'ballot.cast', round: unshown, dots: { bank: 1 } }).then([])
  story.when(joost, { type: 'round.close', round: unshown, confirmed: true }).later(60_000)
  story.when(joost, { type: 'phase.enter', phase: 'burst' })
  for (const who of [fatma, ria, samir]) {
    story.when(who, { type: 'tap.set', on: 'mood-before', phase: 'burst', value: 'heavy' }).then([])
    story.when(who, { type: 'tap.set', on: 'mood-after', phase: 'burst', value: 'light' }).then([])
  }
  story.when(joost, { type: 'phase.enter', phase: 'harvest' })
  const promise = { type: 'idea.post', as: 'commitment', phase: 'harvest', who: 'Fatma' } as const
  story
    .when(fatma, { ...promise, key: keyOf('day'), text: 'Ik bel de gemeente', by: 'vrijdag', day: '2026-03-20' })
    .then([{ type: 'idea.posted' }])
  story.when(fatma, { ...promise, key: keyOf('none'), text: 'Ik plant een boom', by: '' }).then([{ type: 'idea.posted' }])
  story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all', as: 'commitment' }).answers({ released: 2 })
  story.when(wim, { type: 'owner.word', text: 'Ik neem de bank mee.' }).then([{ type: 'owner.worded' }])
  story.when(joost, { type: 'plein.close', confirmed: true }).later(60_000)
  return { story, shown, unshown, unchosen }
}

const takenFrom = (story: Story): Taken => {
  const outcome = OutcomeSchema.parse(JSON.parse(JSON.stringify(outcomeOf(replay(story.log).plein))))
  const imported = importOutcome({ outcome }, testWorld())
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  return imported.event
}

describe('a whole afternoon', () => {
  const again = () => {
    const { story, ...rounds } = afternoon()
    const { plein, board, desk } = replay([takenFrom(story)])
    const texts = (as: string) => [...plein.ideas.values()].filter((idea) => idea.as === as)
    return { ...rounds, before: replay(story.log), plein, onBoard: maps(board), desk, texts }
  }

  test('O1 O2 its outcome is the same outcome, its board the same board, and the desk has nothing', () => {
    const { before, plein, onBoard, desk } = again()
    const outcome = outcomeOf(before.plein)
    const second = outcomeOf(plein)
    expect({ ...second, plein: { ...second.plein, id: outcome.plein.id, imported: null } }).toEqual(outcome)
    for (const map of ['ideas', 'clusters', 'places', 'framings', 'phases', 'rounds', 'moods'])
      expect([map, onBoard[map]]).toEqual([map, maps(before.board)[map]])
    expect(maps(desk)).toEqual({})
    expect(broken(plein)).toEqual([])
  })

  test('O1 I14 of two commitments the one has its day, and the other has none', () => {
    const { texts } = again()
    const days = Object.fromEntries(texts('commitment').map((idea) => [idea.text, [idea.by, 'day' in idea ? idea.day : 'none']]))
    expect(days).toEqual({ 'Ik bel de gemeente': ['vrijdag', '2026-03-20'], 'Ik plant een boom': [null, 'none'] })
  })

  test('O1 M3 an answer after a vote is beside the item that it answers, and one that nobody answered has none', () => {
    const { plein, shown, unchosen, texts } = again()
    const [first, second] = plein.rounds.get(shown)?.asks ?? []
    const answers = texts('condition')
    expect(answers.map(({ text }) => text).sort()).toEqual(['Hanna', 'Ria', 'Teun'].map((who) => `${who} wil erbij kunnen zitten`))
    for (const { about } of answers) expect(about).toEqual({ round: shown, item: first?.item })
    expect([...(first?.conditions ?? [])].sort()).toEqual(answers.map(({ id }) => id).sort())
    expect(first).toMatchObject({ answers: 3, parts: [first?.item] })
    expect(second).toMatchObject({ item: unchosen, parts: [unchosen], answers: 0, conditions: [] })
    for (const idea of [...texts('idea'), ...texts('commitment')]) expect(idea).not.toHaveProperty('about')
  })

  test('O2 M1 nobody is asked anything there', () => {
    const { plein, onBoard, shown } = again()
    const { asks = [] } = (onBoard['rounds']?.[shown] ?? {}) as RoundEntry
    expect(asks.map(({ asked, answers }) => [asked, answers])).toEqual([
      [false, 3],
      [false, null],
    ])
    expect(plein.rounds.get(shown)?.asks.map(({ ended }) => ended)).toEqual([true, true])
  })

  test('O2 what its room was not shown, nobody there knows: no total, and no ballot to count', () => {
    const { plein, shown, unshown } = again()
    const round = plein.rounds.get(unshown)
    expect(round).toMatchObject({ status: 'counted', revealed: false, cast: 0, ballots: null })
    expect(round && resultOf(plein, round)).toEqual({ ballots: 0, voters: 0, heldBack: true, rows: [], clusters: [], perspectives: [] })
    expect(plein.rounds.get(shown)).toMatchObject({ revealed: true, cast: 6 })
  })

  test('H6 O1 how it felt around the burst is there', () => {
    const { plein } = again()
    expect(plein.moods.get('burst')).toEqual({
      before: { heavy: 3, neutral: 0, light: 0 },
      after: { heavy: 0, neutral: 0, light: 3 },
    })
  })

  test('E3 O2 of the marks of its owner only those are known that led to a wording', () => {
    const { plein, onBoard } = again()
    expect([...plein.marks]).toEqual(['bank'])
    const entries = Object.values(onBoard['framings'] ?? {}) as { sources: unknown[] }[]
    expect(entries.flatMap(({ sources }) => sources)).toEqual([
      { kind: 'idea', id: 'bank', touched: true },
      { kind: 'idea', id: 'pad' },
    ])
  })

  test('E4 O1 what its owner said stands on the board', () => {
    const { plein, onBoard } = again()
    expect(onBoard['plein']?.['word']).toBe('Ik neem de bank mee.')
    expect(plein.word).toEqual({ text: 'Ik neem de bank mee.', hidden: false })
  })

  test('O1 the room is in the phase that was entered last', () => {
    const { plein, onBoard } = again()
    expect([plein.current, onBoard['plein']?.['current']]).toEqual(['harvest', 'harvest'])
  })

  test('O2 what is counted goes on from where it was: ideas and groups', () => {
    const { plein } = again()
    const highest = Math.max(...[...plein.ideas.values()].map(({ order }) => order))
    expect(plein.counters).toEqual({ idea: highest, cluster: 1 })
  })
})

test('O3 groups that stand in another order than that of the board are a contradiction', () => {
  const story = given(aPlein('ideas'), opened)
  for (const name of ['Groen', 'Water']) story.when(joost, { type: 'cluster.create', name, ideas: [], open: true })
  story.when(joost, { type: 'plein.close', confirmed: true }).later(60_000)
  const outcome = OutcomeSchema.parse(outcomeOf(story.plein))
  expect(outcome.clusters.map(({ name }) => name)).toEqual(['Groen', 'Water'])
  expect(importOutcome({ outcome }, testWorld())).toMatchObject({ ok: true })
  outcome.clusters.reverse()
  expect(importOutcome({ outcome }, testWorld())).toEqual({
    ok: false,
    refusal: { code: 'outcome-inconsistent', pointer: '/clusters/0/id' },
  })
})

test('O2 a Plein in which no phase was entered, nobody wrote and nobody voted is taken in too', () => {
  const event = takenFrom(given(aPlein('ideas'), opened).when(joost, { type: 'plein.close', confirmed: true }).later(60_000))
  const { plein, board } = replay([event])
  expect(plein).toMatchObject({ current: null, stage: 'closed', sealed: true, word: { text: null, hidden: false } })
  expect(plein.counters).toEqual({ idea: 0, cluster: 0 })
  expect([plein.marks.size, plein.moods.size, plein.rounds.size, plein.ideas.size]).toEqual([0, 0, 0, 0])
  expect(Object.keys(maps(board)['framings'] ?? {})).toEqual(['dilemma'])
})

test('D1 a log from before there were moods and an owner who takes something along is read as one without them', () => {
  const event = takenFrom(
    given(aPlein('ideas'), opened, entered('ideas')).when(joost, { type: 'plein.close', confirmed: true }).later(60_000),
  )
  const { moods: _, word: __, ...taken } = event.taken
  const { plein } = replay([{ ...event, taken }])
  expect([plein.moods.size, plein.word, plein.createdAt]).toEqual([0, { text: null, hidden: false }, morning])
})
