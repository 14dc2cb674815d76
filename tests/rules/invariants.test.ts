/** A rule that nobody has seen broken is decoration: each one is broken here once, in a meeting that is sound. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { broken } from '../../shared/domain/invariants/broken.ts'
import { keep } from '../../shared/domain/keep.ts'
import { emptyPlein, type Plein } from '../../shared/domain/state.ts'
import { untapped } from '../../shared/domain/taps/tapped.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import { idea, played, round, tapped } from '../support/played.ts'

/** Three people voted in a round that is open. */
const voting = (plein: Plein): Map<string, Record<string, number>> => {
  const { items } = round(plein)
  plein.rounds.set('open', {
    ...round(plein),
    id: 'open',
    status: 'open',
    revealed: false,
    ballots: null,
    cast: 0,
    countedAt: null,
    asks: [],
  })
  const ballots = new Map([
    ['seat-fatma', { [items[0]!.id]: 2, [items[1]!.id]: 1 }],
    ['seat-ria', {}],
    ['paper:1', { [items[2]!.id]: 1 }],
  ])
  plein.ballots.set('open', ballots)
  return ballots
}

/** What an author says of the name of a group, of which coaches have not heard. */
const saying = (it: Plein): void =>
  keep(it, [
    { keep: 'name', row: 'hash/id-19', said: { cluster: 'id-19', answer: 'yes', words: null, heard: null, counted: null, gone: false } },
  ])
const sealing = (it: Plein): void =>
  keep(it, [
    {
      keep: 'card',
      hash: 'hash',
      card: { id: 'kaart', text: 'Dit moet', asked: null, answer: null, listed: false, heard: null, aside: false },
    },
  ])

const plants: Record<string, (meeting: Plein) => unknown> = {
  'A2 only what is closed has a moment of closing': (it) => Object.assign(it, { closedAt: 1 }),
  'A2 before it is open no phase is entered': (it) => Object.assign(it, { stage: 'prepared' }),
  'D4 no document is ahead of the log': (it) => Object.assign(it.documents.board, { v: it.version + 1 }),
  'P6 every phase has one place': (it) => it.order.push('ideas'),
  'P6 what has a place is there': (it) => it.order.splice(0, 1, 'nergens'),
  'P6 a phase stands under its own id': (it) => Object.assign(it.phases.get('welcome')!, { id: 'elders' }),
  'P1 the current phase is there': (it) => Object.assign(it, { current: 'nergens' }),
  'P6 the current phase is not skipped, and was entered': (it) => Object.assign(it.phases.get(it.current!)!, { skipped: true }),
  'P4 what was interrupted is there': (it) => it.interrupted.push({ phase: 'nergens', left: null }),
  'P7 what was played is there': (it) => it.played.push({ phase: 'nergens', kind: 'vote', at: 1 }),
  'B1 the screen shows what the board holds': (it) => Object.assign(it, { show: { on: 'idea', idea: 'id-7' } }),
  'I4 an idea stands under its own id': (it) => Object.assign(idea(it), { id: 'id-5' }),
  'P7 a phase that was written for is there': (it) => Object.assign(idea(it), { phase: 'nergens' }),
  'I9 what is released has a place in that order, and nothing else has': (it) => Object.assign(idea(it), { order: 0 }),
  'I10 a new wording waits only for what is released': (it) => Object.assign(idea(it, 'id-7'), { edit: 'Meer' }),
  'I11 of what is withdrawn no words are left': (it) => Object.assign(idea(it, 'id-11'), { text: 'Toch' }),
  'I14 only a commitment holds a name and a moment': (it) => Object.assign(idea(it), { who: 'Fatma' }),
  'D5 what the desk must still hear of is remembered': (it) => it.unlisted.add('id-4'),
  'I9 the order of release goes no further than was counted': (it) => Object.assign(idea(it), { order: 999 }),
  'I9 no two have one place in the order of release': (it) => Object.assign(idea(it), { order: idea(it, 'id-5').order }),
  'C1 the cluster of an idea is there': (it) => Object.assign(it.clusters.get('id-19')!, { removed: true }),
  'C1 a cluster knows its ideas': (it) => it.members.get('id-19')!.delete('id-4'),
  'C1 what holds ideas is a cluster': (it) => it.members.set('nergens', new Set()),
  'C1 every idea stands in at most one cluster': (it) => it.members.get('id-15')!.add('id-4'),
  'E2 what the owner marked is there': (it) => it.marks.add('nergens'),
  'I4 a key opens an idea that is there': (it) => it.keys.set('hash', 'nergens'),
  'C1 a cluster stands under its own id': (it) => Object.assign(it.clusters.get('id-26')!, { id: 'id-15' }),
  'C3 what was merged away is removed, into what is there': (it) => Object.assign(it.clusters.get('id-17')!, { mergedInto: 'nergens' }),
  'C3 merging ends somewhere': (it) => Object.assign(it.clusters.get('id-17')!, { mergedInto: 'id-17' }),
  'F2 a wording stands under its own id': (it) => Object.assign(it.framings.get('id-38')!, { id: 'id-40' }),
  'F2 the phase of a wording is there': (it) => Object.assign(it.framings.get('id-38')!, { phase: 'nergens' }),
  'F4 a source is there': (it) => it.framings.get('id-38')!.sources.push({ kind: 'round', id: 'nergens' }),
  'F1 a wording is left': (it) => [...it.framings.values()].map((framing) => Object.assign(framing, { undone: true })),
  'C7 steps stand in the order of the log': (it) => it.steps.reverse(),
  'C7 what a step changed is there': (it) => it.steps[0]!.changes.push({ change: 'hide', idea: 'nergens', hidden: true }),
  'V1 a round stands under its own id, in a phase that is there': (it) => Object.assign(round(it), { phase: 'nergens' }),
  'V1 each item has one letter': (it) => Object.assign(round(it).items[0]!, { letter: 'B' }),
  'V1 each item stands once': (it) => Object.assign(round(it).items[0]!, { id: round(it).items[1]!.id }),
  'V1 what is voted on is there': (it) => Object.assign(round(it).items[3]!, { id: 'nergens' }),
  'V6 what is closed has a moment': (it) => voting(it) && Object.assign(round(it, 'open'), { status: 'closed', closedAt: null }),
  'V7 what is shown is counted': (it) => voting(it) && Object.assign(round(it, 'open'), { revealed: true }),
  'V13 a phase has one open round': (it) => voting(it) && it.rounds.set('nog een', { ...round(it, 'open'), id: 'nog een' }),
  'V17 what is voted on again is what was voted on': (it) => Object.assign(round(it), { again: 'nergens' }),
  'S3 ballots belong to a round that is not counted': (it) => it.ballots.set('id-32', new Map()),
  'R1 nobody is over the budget, or over the maximum for one item': (it) => {
    const fatma = voting(it).get('seat-fatma')!
    for (const { id } of round(it).items) fatma[id] = 1
  },
  'V8 what is counted stands in the log': (it) => Object.assign(round(it), { countedAt: it.version + 1 }),
  'R1 no more came on paper than came': (it) => Object.assign(round(it), { paper: round(it).cast + 1 }),
  'R1 as many ballots were counted as were cast': (it) => round(it).ballots!.push({}),
  'R1 the totals are the dots of the ballots': (it) => {
    const [one] = resultOf(it, round(it, 'id-34'))!.rows
    round(it, 'id-34').final = { ballots: 3, voters: 3, heldBack: false, rows: [one!], clusters: [], perspectives: [] }
  },
  'H1 a tap belongs to a phase that is there': (it) => it.taps.set('resonance/nergens', untapped()),
  'H1 what was given is one of the values': (it) => it.taps.set('pulse', tapped({ now: 'light', told: null }, 'seat-fatma')),
  'H3 a picture is drawn as soon as enough people give something else': (it) =>
    it.taps.set('pulse', tapped({ now: 'calm', told: null }, 'a', 'b', 'c', 'd', 'e')),
  'H3 what is counted of a tap is what was given': (it) =>
    it.taps.set('pulse', { ...tapped({ now: 'calm', told: 'calm' }, 'a', 'b', 'c', 'd', 'e'), people: 4 }),
  'G3 what is counted of the names is what was said': (it) => {
    saying(it)
    it.nameCounts.get('id-19')!.others.clear()
  },
  'J1 which cards coaches have not heard of is remembered': (it) => {
    sealing(it)
    it.cardsWaiting.clear()
  },
  'J1 a card is found by its id': (it) => {
    sealing(it)
    it.cardIds.set('nergens', 'hash')
  },
  'H6 a mood belongs to a phase that is there': (it) => it.moods.set('nergens', { before: null, after: null }),
  'S4 a mood is told of three people or more': (it) => it.moods.set('ideas', { before: null, after: { heavy: 1, neutral: 1, light: 0 } }),
  'M1 only of what is counted something is asked': (it) =>
    voting(it) && round(it, 'open').asks.push({ item: 'id-15', parts: ['id-15'], asked: true, ended: false, answers: 0, conditions: [] }),
  'M1 of each item it is asked once': (it) => round(it).asks.push({ ...round(it).asks[0]! }),
  'M1 what is asked about was voted on': (it) => round(it).asks[0]!.parts.push('nergens'),
  'M2 an answer, and nothing else, is about something that was asked': (it) => Object.assign(idea(it), { as: 'condition' }),
  'M2 what an answer is about was asked': (it) => Object.assign(idea(it, 'id-c1').about!, { item: 'id-19' }),
  'M3 what the room is shown has enough answers': (it) => Object.assign(round(it).asks[0]!, { answers: 2 }),
  'M3 what the desk was told is counted': (it) => Object.assign(round(it).asks[0]!, { answers: 4 }),
  'M3 of fewer than three phones the desk is told nothing': (it) => Object.assign(idea(it, 'id-c3'), { entry: 'paper' }),
  'S4 below three ballots, or three of phones, nothing is kept': (it) => Object.assign(round(it, 'id-35'), { ballots: [{}] }),
}

/** Broken in what is over, whose single ballots are gone. */
const plantsOver: Record<string, (over: Plein) => unknown> = {
  'A5 only what is closed is sealed': (it) => Object.assign(it, { stage: 'open', closedAt: null }),
  'A5 a sealed Plein has no keys': (it) => it.keys.set('hash', 'id-4'),
  'S3 a sealed Plein has no ballots': (it) => it.ballots.set('id-32', new Map()),
  'H5 a sealed Plein has no taps': (it) => it.taps.set('pulse', untapped()),
  'A5 a sealed Plein has new documents': (it) => Object.assign(it, { epoch: 1 }),
  'A5 a sealed Plein has counted every round': (it) => Object.assign(round(it), { final: null }),
  'V14 a sealed Plein has no single ballot': (it) => Object.assign(round(it), { ballots: [{}, {}, {}, {}, {}, {}] }),
  'S4 of what is held back nothing is told': (it) => Object.assign(round(it).final!, { heldBack: true }),
  'R1 a result knows how many ballots there were': (it) => Object.assign(round(it).final!, { ballots: 7 }),
  'R1 a row adds up': (it) => round(it).final!.rows[0]!.dots++,
}

describe('the invariants', () => {
  it('R6 R1 C1 S3 hold for a meeting, for one that is over, and while people vote', () => {
    const vote = played('meeting')
    voting(vote)
    expect([broken(emptyPlein('leeg')), broken(played('meeting')), broken(played('over')), broken(vote)]).toEqual([[], [], [], []])
  })

  it.each(Object.entries(plants))('%s', (rule, plant) => {
    const plein = played('meeting')
    plant(plein)
    expect(broken(plein)).toContain(rule)
  })

  it.each(Object.entries(plantsOver))('%s (once it is over)', (rule, plant) => {
    const plein = played('over')
    plant(plein)
    expect(broken(plein)).toContain(rule)
  })

  it('C3 a circle of mergings is named, and ends', () => {
    const plein = played('meeting')
    for (const [one, other] of [
      ['id-17', 'id-28'],
      ['id-28', 'id-17'],
    ] as const)
      Object.assign(plein.clusters.get(one)!, { removed: true, mergedInto: other })
    expect(broken(plein)).toEqual(['C3 merging ends somewhere'])
  })

  it('R6 a look that throws breaks no rule, is told by its name, and the other looks go on', () => {
    // As of an old log whose events lack a field.
    const old = { ...played('meeting'), steps: undefined as unknown as Plein['steps'] }
    const threw: [string, unknown][] = []
    expect(broken(old, (...told) => threw.push(told))).toEqual([])
    expect(threw).toEqual([['links', expect.any(TypeError)]])
    old.order.push('nergens')
    expect(broken(old, () => undefined)).toContain('P6 what has a place is there')
    // In tests nobody listens: it must not pass for sound.
    expect(() => broken(old)).toThrow(TypeError)
  })

  it('every rule that is looked at was seen broken here', () => {
    const folder = new URL('../../shared/domain/invariants/', import.meta.url)
    const source = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
    // `npm run mutate` puts its switches between the bracket and the rule.
    const rules = new Set(source.flatMap((text) => [...text.matchAll(/holds\([^']*'([^']+)'/g)].map(([, rule]) => rule)))
    expect([...Object.keys(plants), ...Object.keys(plantsOver)].sort()).toEqual([...rules].sort())
  })
})
