/** What the documents hold at their edges: what stands before the room, the clock, and the figures of a vote after what it was about has moved. */
import { describe, expect, test } from 'vitest'
import type { Show } from '../../shared/domain/state.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released, type Story } from '../support/given.ts'
import { anneke, fatma, joost, mo, ria, samir, wim } from '../support/people.ts'
import { maps, replay, replica } from '../support/replica.ts'
import { morning } from '../support/world.ts'

const board = ({ log }: Story) => maps(replay(log).board)
const desk = ({ log }: Story) => maps(replay(log).desk)
const minute = 60_000

describe('what stands before the room', () => {
  const timer = (story: Story) => board(story)['plein']?.['timer']

  test('P9 the clock runs until its end, stands with what is left of it, or is not there', () => {
    const story = given(aPlein(['ideas', { minutes: 5 }]), opened, entered('ideas'))
    expect(timer(story)).toEqual({ status: 'stopped' })
    story.when(joost, { type: 'timer.start', seconds: 300 })
    expect(timer(story)).toEqual({ status: 'running', endsAt: morning + 5 * minute, length: 5 * minute })
    story.later(minute).when(joost, { type: 'timer.pause' })
    expect(timer(story)).toEqual({ status: 'paused', left: 4 * minute, length: 5 * minute })
    story.when(joost, { type: 'timer.stop' })
    expect(timer(story)).toEqual({ status: 'stopped' })
  })

  test('B1 the board says what a coach put before the room', () => {
    const story = given(aPlein('ideas'), opened, entered('ideas'), posted('boom', 'Meer bomen'), listed('boom'), released('boom'))
    const cluster = String(story.when(joost, { type: 'cluster.create', name: 'Groen', ideas: ['boom'] }).answer['cluster'])
    const shows: Show[] = [
      { on: 'phase', page: 2 },
      { on: 'idea', idea: 'boom' },
      { on: 'cluster', cluster, page: 1 },
      { on: 'chain', page: 3 },
      { on: 'join' },
      { on: 'dark' },
    ]
    for (const show of shows) expect(board(story.when(joost, { type: 'screen.show', show }))['plein']?.['show']).toEqual(show)
  })
})

describe('one document or the other', () => {
  test('I8 what is written where nothing is hidden stands on the board with the turn in which it came', () => {
    const story = given(aPlein(['ideas', { hidden: false }]), opened, entered('ideas'))
    story.when(fatma, { type: 'idea.post', key: keyOf('Fatma'), as: 'idea', text: 'Meer bomen', phase: 'ideas', open: true })
    expect(board(story)['ideas']).toEqual({ [String(story.answer['idea'])]: expect.objectContaining({ text: 'Meer bomen', order: 1 }) })
    expect(desk(story)).toEqual({})
  })

  test('E4 a word that is taken back while a coach keeps it from the room stands nowhere', () => {
    const story = given(aPlein('harvest'), opened, entered('harvest'))
    story.when(wim, { type: 'owner.word', text: 'Ik neem u mee.' }).when(joost, { type: 'word.hide', hidden: true })
    expect(desk(story)['owner']).toEqual({ word: 'Ik neem u mee.' })
    story.when(wim, { type: 'owner.word', text: null })
    expect(desk(story)['owner']).toBeUndefined()
    expect(board(story)['plein']).not.toHaveProperty('word')
  })

  test('D4 D7 what no document tells is written in none, and a desk at which nothing stands is written anew as one', () => {
    const shown = replica()
    shown.play(given(aPlein('ideas'), opened, entered('ideas')).log)
    expect(shown.play([posted('boom', 'Meer bomen')])).toEqual([])
    const anew = shown.play([{ type: 'documents.renewed', by: 'server', seat: null, at: morning }])
    expect(new Set(anew.map(({ document }) => document))).toEqual(new Set(['board']))
    expect(maps(shown.desk)).toEqual({})
  })

  test('C3 E3 where a wording came from is told by the group that its own became', () => {
    const story = given(aPlein('ideas', 'reframe'), opened, entered('ideas'), posted('boom', 'Bomen'), listed('boom'), released('boom'))
    const make = (name: string, ...ideas: string[]) =>
      String(story.when(joost, { type: 'cluster.create', name, ideas, open: true }).answer['cluster'])
    const [bomen, groen] = [make('Bomen', 'boom'), make('Groen')]
    story.when(joost, { type: 'phase.enter', phase: 'reframe' })
    story.when(joost, { type: 'framing.adopt', text: 'Wie plant de bomen?', sources: [{ kind: 'cluster', id: bomen }] })
    const sources = () => Object.values(board(story)['framings'] ?? {}).flatMap((one) => (one as { sources: unknown[] }).sources)
    expect(sources()).toEqual([{ kind: 'cluster', id: bomen }])
    story.when(anneke, { type: 'cluster.merge', from: bomen, into: groen })
    expect(sources()).toEqual([{ kind: 'cluster', id: groen }])
    story.when(anneke, { type: 'undo' })
    expect(sources()).toEqual([{ kind: 'cluster', id: bomen }])
  })
})

describe('the figures that the room was shown', () => {
  const people = [fatma, ria, samir, mo]
  /** Of Fatma "boom", of Ria "bank"; the author of each can group it. "Groen" holds both, "Zitten" nothing yet. */
  const room = () => {
    const story = given(aPlein(['cluster', { whoGroups: 'authors' }], 'ideas', 'vote'), opened, entered('ideas'))
    const write = (who: typeof fatma, text: string): string =>
      String(story.when(who, { type: 'idea.post', key: keyOf(text), as: 'idea', text, phase: 'ideas' }).answer['idea'])
    const [boom, bank] = [write(fatma, 'boom'), write(ria, 'bank')]
    share(story)
    const make = (name: string, ...ideas: string[]) => String(story.when(joost, { type: 'cluster.create', name, ideas }).answer['cluster'])
    return { story, boom, bank, write, make }
  }
  const share = (story: Story) => story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all' })
  /** Everybody gives one dot to each of two items; a coach shows the result. */
  const shown = (story: Story, over: 'ideas' | 'clusters'): string => {
    story.when(joost, { type: 'phase.enter', phase: 'vote' }).when(joost, { type: 'round.open', over, budget: 2, maximum: 1 })
    const round = String(story.answer['round'])
    const dots = Object.fromEntries((story.plein.rounds.get(round)?.items ?? []).slice(0, 2).map(({ id }) => [id, 1]))
    for (const who of people) story.when(who, { type: 'ballot.cast', round, dots })
    story.when(joost, { type: 'round.close', round, confirmed: true }).when(joost, { type: 'round.reveal', round, revealed: true })
    return round
  }
  const roundOn = (story: Story, round: string) => board(story)['rounds']![round] as RoundEntry
  /** The board says what a count of now says. */
  const result = (story: Story, round: string) => {
    const { result } = roundOn(story, round)
    const { plein } = story
    expect(result).toEqual(resultOf(plein, plein.rounds.get(round)!))
    return result!
  }
  const grouped = (story: Story, round: string) => result(story, round).clusters.map(({ item, dots }) => [item, dots])

  test('I11 V11 what its author withdrew is marked there at once', () => {
    const { story, boom } = room()
    const round = shown(story, 'ideas')
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('boom') })
    const { rows } = result(story, round)
    expect(rows.map(({ dots }) => dots)).toEqual([4, 4])
    expect(rows.flatMap(({ item, withdrawn }) => (withdrawn ? [item] : []))).toEqual([boom])
  })

  test('C10 V10 a group that leaves the board with what was hidden has no row there, until that is shown again', () => {
    const { story, boom, make } = room()
    const groen = make('Groen', boom)
    const round = shown(story, 'ideas')
    expect(grouped(story, round)).toEqual([[groen, 4]])
    story.when(joost, { type: 'idea.hide', ideas: [boom] })
    expect(board(story)['clusters']).toBeUndefined()
    expect(grouped(story, round)).toEqual([])
    story.when(joost, { type: 'idea.show', ideas: [boom] })
    expect(grouped(story, round)).toEqual([[groen, 4]])
  })

  test('C6 V10 nor one out of which an author took the last idea that the room saw', () => {
    const { story, boom, make, write } = room()
    const stoel = write(samir, 'stoel')
    const round = shown(story, 'ideas')
    share(story)
    const groen = make('Groen', boom, stoel)
    story.when(joost, { type: 'idea.hide', ideas: [boom] })
    expect(grouped(story, round)).toEqual([[groen, 4]])
    story.when(joost, { type: 'phase.enter', phase: 'cluster' })
    story.when(samir, { type: 'idea.place', key: keyOf('stoel'), cluster: null }).then([{ type: 'idea.placed', from: groen }])
    expect(grouped(story, round)).toEqual([])
  })

  test('C6 V10 what an author lays in another group counts there', () => {
    const { story, boom, bank, make } = room()
    const groen = make('Groen', boom, bank)
    const round = shown(story, 'ideas')
    const zitten = String(story.when(joost, { type: 'cluster.create', name: 'Zitten', ideas: [], open: true }).answer['cluster'])
    story.when(joost, { type: 'phase.enter', phase: 'cluster' })
    story.when(ria, { type: 'idea.place', key: keyOf('bank'), cluster: zitten }).then([{ type: 'idea.placed', from: groen }])
    expect(grouped(story, round)).toEqual([
      [groen, 4],
      [zitten, 4],
    ])
  })

  test('C2 V10 so does what a coach moves, together with what nobody voted on', () => {
    const { story, boom, bank, make, write } = room()
    const [groen, zitten] = [make('Groen', boom), make('Zitten', bank)]
    const round = shown(story, 'ideas')
    const stoel = write(samir, 'stoel')
    const mos = write(mo, 'mos')
    share(story)
    story.when(joost, { type: 'ideas.assign', ideas: [stoel, mos], cluster: groen })
    story.when(joost, { type: 'ideas.assign', ideas: [stoel, boom], cluster: zitten })
    expect(Object.keys(board(story)['clusters'] ?? {}).sort()).toEqual([groen, zitten].sort())
    expect(grouped(story, round)).toEqual([[zitten, 8]])
  })

  test('C7 V11 a group of which the making was taken back is marked as such', () => {
    const { story, boom, bank, make } = room()
    const [groen, zitten] = [make('Groen', boom), make('Zitten', bank)]
    const round = shown(story, 'clusters')
    // Off the board already: what is in it was hidden meanwhile.
    story.when(anneke, { type: 'idea.hide', ideas: [bank] }).when(joost, { type: 'undo' })
    expect(story.plein.clusters.get(zitten)?.removed).toBe(true)
    expect(result(story, round).rows).toMatchObject([
      { item: groen, withdrawn: false },
      { item: zitten, withdrawn: true },
    ])
  })

  test('V11 and while people vote as gone', () => {
    const { story, boom, bank, make } = room()
    const [, zitten] = [make('Groen', boom), make('Zitten', bank)]
    story.when(joost, { type: 'phase.enter', phase: 'vote' }).when(joost, { type: 'round.open', over: 'clusters' })
    const round = String(story.answer['round'])
    story.when(joost, { type: 'undo' })
    expect(roundOn(story, round).items.find(({ id }) => id === zitten)).toMatchObject({ gone: true })
  })
})
