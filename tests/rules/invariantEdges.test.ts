/** Each look has more than one side: here every side is broken alone, and its rule is named, and no other. */
import { describe, expect, it } from 'vitest'
import { broken } from '../../shared/domain/invariants/broken.ts'
import { keep } from '../../shared/domain/keep.ts'
import type { NameAnswer } from '../../shared/domain/names/answer.ts'
import type { NameCount } from '../../shared/domain/names/counted.ts'
import type { Idea, Plein, Round } from '../../shared/domain/state.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import { idea, played, round, tapped } from '../support/played.ts'

type Plant = (plein: Plein) => unknown

const swap = (set: Set<string>, one: string, other = 'nergens'): unknown => set.delete(one) && set.add(other)
const underAnother = <T>(map: Map<string, T>, key: string): unknown => map.set('nergens', map.get(key)!) && map.delete(key)

/** Ria withdrew the commitment that stood before the room. */
const withdrawn = (it: Plein): Idea => {
  it.show = { on: 'join' }
  return Object.assign(idea(it, 'id-44'), { withdrawn: true, text: '', who: null, by: null, day: undefined })
}

/** Of the names of two groups. `Zitten`: an answer that no figure counts and words of which nobody heard; `Groen`: all of it was told. */
const named = (it: Plein): { zitten: NameCount; groen: NameCount } => {
  const said = (cluster: string, answer: NameAnswer['answer'], rest: Partial<NameAnswer>): NameAnswer => ({
    ...{ cluster, answer, words: null, heard: null, counted: null, gone: false },
    ...rest,
  })
  const all: Record<string, NameAnswer> = {
    'ria/id-19': said('id-19', 'words', { words: 'Rusten', counted: 'words' }),
    'fatma/id-19': said('id-19', 'yes', {}),
    'ria/id-15': said('id-15', 'words', { words: 'Bomen', heard: 'Bomen', counted: 'words' }),
    'fatma/id-15': said('id-15', 'words', { words: 'Gras', heard: 'Gras', counted: 'words' }),
    'joost/id-15': said('id-15', 'yes', { counted: 'yes' }),
  }
  keep(
    it,
    Object.entries(all).map(([row, said]) => ({ keep: 'name', row, said })),
  )
  return { zitten: it.nameCounts.get('id-19')!, groen: it.nameCounts.get('id-15')! }
}

/** Coaches have not heard of Ria's card, and have heard of Fatma's. */
const sealed = (it: Plein): void => {
  const card = { text: 'Dit moet', asked: null, answer: null, heard: null, aside: false }
  keep(it, [
    { keep: 'card', hash: 'ria', card: { ...card, id: 'van Ria', listed: false } },
    { keep: 'card', hash: 'fatma', card: { ...card, id: 'van Fatma', listed: true } },
  ])
}
/** The second round of the meeting, once more. */
const repeated = (it: Plein, more: Partial<Round>): unknown =>
  it.rounds.set('nog een', { ...round(it, 'id-34'), id: 'nog een', again: 'id-34', ...more })
const calm = ['a', 'b', 'c', 'd', 'e']

const inMeeting: Record<string, Record<string, Plant>> = {
  'D4 no document is ahead of the log': { 'the desk is': (it) => Object.assign(it.documents.desk, { v: it.version + 1 }) },
  'P6 every phase has one place': {
    'one has none': (it) => it.order.pop(),
    'one has two': (it) => it.order.splice(0, 1, 'ideas'),
  },
  'P6 the current phase is not skipped, and was entered': { 'it was not': (it) => Object.assign(it.phases.get('harvest')!, { played: 0 }) },
  'I11 of what is withdrawn no words are left': {
    'a new wording is': (it) => Object.assign(idea(it, 'id-11'), { edit: 'Toch' }),
    'a name is': (it) => Object.assign(withdrawn(it), { who: 'Ria' }),
    'a moment in words is': (it) => Object.assign(withdrawn(it), { by: 'als Ria weer thuis is' }),
    'a day is': (it) => Object.assign(withdrawn(it), { day: '2026-06-20' }),
  },
  'I14 only a commitment holds a name and a moment': {
    'an idea holds a moment': (it) => Object.assign(idea(it), { by: 'voor de zomer' }),
    'an idea holds a day': (it) => Object.assign(idea(it), { day: '2026-06-20' }),
  },
  'D5 what the desk must still hear of is remembered': {
    'of an idea that is not there': (it) => it.unlisted.add('nergens'),
    'of another idea': (it) => swap(it.unlisted, 'id-c4', 'id-7'),
  },
  'C7 steps stand in the order of the log': {
    'two stand at one place': (it) => Object.assign(it.steps[1]!, { version: it.steps[0]!.version }),
    'the last stands past its end': (it) => Object.assign(it.steps.at(-1)!, { version: it.version + 1 }),
  },
  'V1 a round stands under its own id, in a phase that is there': {
    'under another': (it) => Object.assign(round(it, 'id-34'), { id: 'nergens' }),
  },
  'V1 each item has one letter': { 'there is one item': (it) => round(it, 'id-35').items.splice(1) },
  'V1 what is voted on is there': {
    'of ideas one is a wording': (it) => Object.assign(round(it, 'id-35').items[3]!, { id: 'id-38' }),
    'of wordings one is nowhere': (it) => {
      Object.assign(round(it, 'id-35'), { over: 'framings' }).items[3]!.id = 'nergens'
    },
  },
  'S3 ballots belong to a round that is not counted': {
    'the round is not there': (it) => it.ballots.set('nergens', new Map([['seat-ria', { 'id-4': 1 }]])),
  },
  'R1 nobody is over the budget, or over the maximum for one item': {
    'a counted ballot is': (it) => round(it, 'id-34').ballots!.splice(0, 1, { 'id-6': 2 }),
  },
  'V8 what is counted stands in the log': { 'it says nowhere': (it) => Object.assign(round(it, 'id-34'), { countedAt: null }) },
  'S4 below three ballots, or three of phones, nothing is kept': {
    'of a perspective it is': (it) => round(it, 'id-35').perspectives.push({ perspective: 'bewoner', ballots: 1, dots: {} }),
  },
  'M3 what the desk was told is counted': { 'one is of nobody': (it) => round(it).asks[0]!.conditions.push('nergens') },
  'H3 what is counted of a tap is what was given': {
    'another seat waits': (it) => {
      const one = tapped({ now: 'calm', told: null }, 'a')
      swap(one.others, 'a', 'b')
      it.taps.set('pulse', one)
    },
    'a seat waits too much': (it) => {
      const one = tapped({ now: 'calm', told: 'calm' }, ...calm)
      one.others.add('a')
      it.taps.set('pulse', one)
    },
    'the picture says more': (it) =>
      it.taps.set('pulse', {
        ...tapped({ now: 'calm', told: 'calm' }, ...calm),
        told: new Map([
          ['calm', 5],
          ['tense', 1],
        ]),
      }),
    'the picture is empty': (it) => it.taps.set('pulse', { ...tapped({ now: 'calm', told: 'calm' }, ...calm), told: new Map() }),
  },
  'G3 what is counted of the names is what was said': {
    'an author has another row': (it) => named(it) && swap(it.namesOf.get('ria')!, 'ria/id-15'),
    'an author has a row too much': (it) => named(it) && it.namesOf.get('ria')!.add('nergens'),
    'an author stands under another hash': (it) => named(it) && underAnother(it.namesOf, 'ria'),
    'an author without a row is left': (it) => named(it) && it.namesOf.set('nergens', new Set()),
    'a group has another row': (it) => swap(named(it).groen.rows, 'ria/id-15'),
    'a group has a row too much': (it) => named(it).groen.rows.add('nergens'),
    'a group stands under another id': (it) => named(it) && underAnother(it.nameCounts, 'id-15'),
    'a group without an answer is left': (it) => it.nameCounts.set('nergens', { ...named(it).groen, rows: new Set() }),
    'another answer waits': (it) => swap(named(it).zitten.others, 'fatma/id-19', 'ria/id-19'),
    'an answer waits too much': (it) => named(it).groen.others.add('nergens'),
    'other words wait': (it) => swap(named(it).zitten.unheard, 'ria/id-19', 'fatma/id-19'),
    'words wait too much': (it) => named(it).groen.unheard.add('nergens'),
    'one yes too much': (it) => named(it).groen.yes++,
    'one no too much': (it) => named(it).groen.no++,
    'words were heard that nobody said': (it) => named(it).groen.heard.set('Gries', 1),
    'words were heard of one more': (it) => named(it).groen.heard.set('Gras', 2),
    'other words were heard of as many': (it) => underAnother(named(it).groen.heard, 'Gras'),
    'another group waits': (it) => named(it) && swap(it.namesWaiting, 'id-19', 'id-15'),
    'a group waits too much': (it) => named(it) && it.namesWaiting.add('id-15'),
  },
  'J1 a card is found by its id': {
    'under another': (it) => {
      sealed(it)
      underAnother(it.cardIds, 'van Ria')
    },
  },
  'J1 which cards coaches have not heard of is remembered': {
    'of another': (it) => {
      sealed(it)
      swap(it.cardsWaiting, 'ria')
    },
    'of one too much': (it) => {
      sealed(it)
      it.cardsWaiting.add('nergens')
    },
  },
  'V17 what is voted on again is what was voted on': {
    'it repeats itself': (it) => Object.assign(round(it), { again: round(it).id }),
    'over things of another kind': (it) => repeated(it, { over: 'framings' }),
    'with another maximum': (it) => repeated(it, { maximum: round(it, 'id-34').maximum + 1 }),
  },
}

const onceOver: Record<string, Record<string, Plant>> = {
  'A5 a sealed Plein has counted every round': {
    'one is only closed': (it) => Object.assign(round(it, 'id-48'), { status: 'closed', closedAt: 1 }),
  },
  'S4 of what is held back nothing is told': {
    'a row and a group are': (it) => Object.assign(round(it, 'id-34').final!, { heldBack: true, perspectives: [] }).rows.splice(3),
    'a row and a perspective are': (it) => Object.assign(round(it, 'id-34').final!, { heldBack: true, clusters: [] }).rows.splice(1),
  },
  'R1 a result knows how many ballots there were': { 'more voted than came': (it) => Object.assign(round(it).final!, { voters: 7 }) },
  'R1 a row adds up': {
    'one ballot too much': (it) => Object.assign(round(it, 'id-34').final!.rows[2]!, { spread: [3, 1], dots: 1 }),
    'one voter too much': (it) => round(it, 'id-34').final!.rows[2]!.voters++,
    'a group does not': (it) => round(it, 'id-34').final!.clusters[0]!.dots++,
  },
}

const rows = (table: Record<string, Record<string, Plant>>): [string, string, Plant][] =>
  Object.entries(table).flatMap(([rule, plants]) =>
    Object.entries(plants).map(([how, plant]): [string, string, Plant] => [rule, how, plant]),
  )

describe('each side of an invariant', () => {
  it('is whole while names, cards and taps wait, and of what is withdrawn', () => {
    const plein = played('meeting')
    named(plein)
    sealed(plein)
    withdrawn(plein)
    plein.taps.set('pulse', tapped({ now: 'calm', told: 'calm' }, ...calm))
    repeated(plein, {})
    Object.assign(round(plein, 'id-35'), { over: 'framings' }).items[3]!.id = 'id-38'
    expect(broken(plein)).toEqual([])
  })

  it.each(rows(inMeeting))('%s: %s', (rule, _how, plant) => {
    const plein = played('meeting')
    plant(plein)
    expect(broken(plein)).toEqual([rule])
  })

  it.each(rows(onceOver))('%s: %s (once it is over)', (rule, _how, plant) => {
    const plein = played('over')
    plant(plein)
    expect(broken(plein)).toEqual([rule])
  })

  it('C1 an idea in a cluster that never was breaks what is told of it from both sides', () => {
    const plein = played('meeting')
    idea(plein, 'id-9').cluster = 'nergens'
    expect(broken(plein)).toEqual(['C1 the cluster of an idea is there', 'C1 a cluster knows its ideas'])
  })

  it('C3 as long as a look was not finished nothing is counted again: who would follow mergings need not come back', () => {
    const plein = { ...played('over'), steps: undefined as unknown as Plein['steps'] }
    round(plein).final!.rows[0]!.dots++
    expect(broken(plein, () => undefined)).toEqual([])
  })

  it('R1 totals of a round that is held back are compared with no ballot', () => {
    const plein = played('meeting')
    expect(resultOf(plein, round(plein, 'id-35'))).toMatchObject({ heldBack: true })
    round(plein, 'id-34').final = { ballots: 3, voters: 0, heldBack: true, rows: [], clusters: [], perspectives: [] }
    expect(broken(plein)).toEqual([])
  })
})
