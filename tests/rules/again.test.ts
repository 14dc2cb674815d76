import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { importOutcome } from '../../server/outcome/import/import.ts'
import { OutcomeSchema } from '../../server/outcome/schema.ts'
import { broken } from '../../shared/domain/invariants/broken.ts'
import type { Result, ResultRow } from '../../shared/domain/state.ts'
import { shiftsOf } from '../../shared/domain/votes/shift.ts'
import { parseCommand } from '../../shared/wire/commands.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { keyOf } from '../support/given.ts'
import { fatma, hanna, joost, mo, ria, samir, teun } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { runs } from '../support/runs.ts'
import { casts, close, dotsOf, resultIn, reveal, roundOf, type Vote, voteOn } from '../support/voting.ts'
import { testWorld } from '../support/world.ts'

const names = ['Groen', 'Water', 'Zitten']
const everybody = [fatma, ria, samir, hanna, teun, mo]
type Given = Record<string, number>

const counted = (vote: Vote, ballots: readonly Given[]): void => {
  ballots.forEach((dots, at) => {
    casts(vote, everybody[at] as typeof fatma, dots)
  })
  close(vote)
  reveal(vote)
}
const again = (vote: Vote, round = vote.round): Vote => {
  vote.story.when(joost, { type: 'round.open', again: round })
  return { ...vote, round: vote.story.last.ok ? String(vote.story.answer['round']) : '' }
}
const shifted = (first: Vote, second: Vote) => shiftsOf(resultIn(first), resultIn(second), roundOf(second).maximum)

describe('a second round', () => {
  test('V17 takes the very items, letters, budget and maximum of the first, and names it', () => {
    const first = voteOn(names, 5, 3)
    first.story.when(joost, { type: 'cluster.rename', cluster: first.cluster['water'] as string, name: 'Water en wind' })
    counted(first, [{ groen: 3 }, { groen: 2 }, { water: 1 }])
    const second = again(first)
    const { over, items, budget, maximum, question } = roundOf(first)
    expect(roundOf(second)).toMatchObject({ over, items, budget, maximum, question, again: first.round, status: 'open' })
    expect(maps(replay(first.story.log).board)['rounds']?.[second.round]).toMatchObject({ again: first.round, result: null })
    expect(maps(replay(first.story.log).board)['rounds']?.[first.round]).not.toHaveProperty('again')
  })

  test('V17 only of a round that is counted, with two things left, with no other wish but a question', () => {
    const first = voteOn(names)
    const open = (round: string) => first.story.when(joost, { type: 'round.open', again: round })
    open(first.round).then({ code: 'round-open' })
    close(first)
    open('nergens').then({ code: 'round-unknown', round: 'nergens' })
    open(first.round).then({ code: 'round-not-counted', round: first.round })
    first.story.world.pass(60_000)
    first.story.later(0)
    for (const name of ['groen', 'water']) first.story.when(joost, { type: 'cluster.remove', cluster: first.cluster[name] as string })
    open(first.round).then({ code: 'too-few-items', minimum: 2, items: 1 })
    first.story.when(joost, { type: 'undo' })
    first.story.when(joost, { type: 'round.open', again: first.round, question: 'En nu?' })
    expect(first.story.events).toMatchObject([{ type: 'round.opened', again: first.round, question: 'En nu?' }])
    for (const more of [{ items: ['a', 'b'] }, { over: 'ideas' }, { budget: 3 }, { maximum: 1 }])
      expect(parseCommand({ id: keyOf('x'), type: 'round.open', again: 'round', ...more })).toMatchObject({
        ok: false,
        refusal: { code: 'bad-command', problem: expect.stringContaining('again') },
      })
    expect(parseCommand({ id: keyOf('x'), type: 'round.open', again: 'round', question: 'Nu?' })).toMatchObject({ ok: true })
  })

  test('V17 merged groups are one thing in both', () => {
    const first = voteOn(names)
    counted(first, [{ groen: 1 }, { water: 2 }, { zitten: 1 }])
    const second = again(first)
    first.story.when(joost, { type: 'cluster.merge', from: first.cluster['water'] as string, into: first.cluster['groen'] as string })
    counted(second, [{ groen: 3, water: 1 }, { water: 2 }, { zitten: 1 }])
    expect(shifted(first, second)).toEqual([
      { item: first.cluster['groen'], dots: { before: 3, after: 6 }, voters: { before: 2, after: 2 }, moved: 'steady' },
      { item: first.cluster['zitten'], dots: { before: 1, after: 1 }, voters: { before: 1, after: 1 }, moved: 'same' },
    ])
  })

  test('V17 whatever happens between and after, both rounds have the same rows, and an outcome is taken in again', () => {
    const ballot = fc.record({ groen: fc.nat(3), water: fc.nat(2), zitten: fc.nat(1) })
    const votes = fc.array(ballot, { minLength: 2, maxLength: 6 })
    const deeds = fc.array(fc.record({ act: fc.nat(5), one: fc.nat(2), two: fc.nat(2) }), { maxLength: 6 })
    fc.assert(
      fc.property(votes, votes, deeds, deeds, fc.boolean(), (before, after, between, later, ideas) => {
        const first = voteOn(names, 6, 3)
        const { story, cluster } = first
        const item = (at: number) => (ideas ? `idee-${names[at]?.toLowerCase()}` : (cluster[names[at]?.toLowerCase() ?? ''] as string))
        const given = (dots: readonly Given[]) =>
          dots.map(({ groen = 0, water = 0, zitten = 0 }) => ({ [item(0)]: groen, [item(1)]: water, [item(2)]: zitten }))
        const deed = ({ act, one, two }: { act: number; one: number; two: number }): void => {
          const [from, into] = [one, two].map((at) => cluster[names[at]?.toLowerCase() ?? ''] as string) as [string, string]
          const idea = `idee-${names[one]?.toLowerCase()}`
          if (act === 0) story.when(joost, { type: 'cluster.merge', from, into })
          else if (act === 1) story.when(joost, { type: 'cluster.remove', cluster: from })
          else if (act === 2) story.when(joost, { type: 'ideas.assign', ideas: [idea], cluster: into })
          else if (act === 3) story.when(joost, { type: 'idea.hide', ideas: [idea] })
          else if (act === 4) story.when(joost, { type: 'undo' })
          else story.when(joost, { type: 'cluster.rename', cluster: from, name: `Groep ${two}` })
        }
        if (ideas) {
          close(first)
          story.when(joost, { type: 'round.open', over: 'ideas', budget: 6, maximum: 3 })
          first.round = String(story.answer['round'])
        }
        counted(first, given(before))
        for (const one of between) deed(one)
        const second = again(first)
        if (!story.last.ok) return
        counted(second, given(after))
        for (const one of later) deed(one)
        const shifts = shifted(first, second)
        const [was, now] = [resultIn(first), resultIn(second)]
        if (was.heldBack || now.heldBack) expect(shifts).toBeNull()
        else {
          expect(now.rows.map(({ item, merged }) => [item, merged])).toEqual(was.rows.map(({ item, merged }) => [item, merged]))
          expect(shifts?.map(({ dots }) => dots)).toEqual(now.rows.map(({ dots }, at) => ({ before: was.rows[at]?.dots, after: dots })))
        }
        expect(broken(story.plein)).toEqual([])
        story.when(joost, { type: 'plein.close', confirmed: true })
        story.later(61_000)
        const outcome = OutcomeSchema.parse(JSON.parse(JSON.stringify(outcomeOf(replay(story.log).plein))))
        expect(outcome.rounds.at(-1)).toMatchObject({ again: first.round, shift: shifts })
        const world = testWorld()
        expect(importOutcome({ outcome, retainUntil: world.now() + 86_400_000 }, world)).toMatchObject({ ok: true })
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('what moved', () => {
  const row = (dots: number, voters: number): ResultRow => {
    return { item: 'A', dots, voters, spread: [], strongMinority: false, divided: false, withdrawn: false, merged: [] }
  }
  const told = (dots: number, voters: number, more: Partial<Result> = {}): Result => {
    return { ballots: 9, voters: 9, heldBack: false, rows: [row(dots, voters)], clusters: [], perspectives: [], ...more }
  }
  const movedOf = (before: [number, number], after: [number, number], maximum = 2) =>
    shiftsOf(told(...before), told(...after), maximum)?.[0]?.moved

  test('V18 more, less, or spread differently: in a word, once three people at least made it', () => {
    expect(movedOf([4, 4], [9, 6])).toBe('more')
    expect(movedOf([9, 6], [4, 4])).toBe('less')
    expect(movedOf([6, 6], [8, 3])).toBe('other')
    expect(movedOf([6, 6], [6, 3])).toBe('less')
    expect(movedOf([9, 4], [3, 4])).toBe('less')
    expect(movedOf([4, 4], [4, 4])).toBe('same')
  })

  test.each([1, 2])('V18 S4 what %i people can have done is called about the same', (people) => {
    expect(movedOf([4, 4], [4 + 2 * people, 4])).toBe('steady')
    expect(movedOf([8, 6], [8 - people, 6 - people])).toBe('steady')
    expect(movedOf([8, 6], [8 - 2 * people - 1, 6 - people])).toBe(people === 2 ? 'less' : 'steady')
  })

  test('V18 S4 to a group that was merged one person can have given the most of each of its parts', () => {
    const merged = (dots: number) => told(0, 0, { rows: [{ ...row(dots, 4), merged: ['B'] }] })
    const moved = (dots: number) => shiftsOf(told(4, 4), merged(dots), 2)?.map((shift) => shift.moved)
    expect(moved(12)).toEqual(['steady'])
    expect(moved(13)).toEqual(['more'])
  })

  test('V18 S4 nothing of it where one of the two is not told, or was held back', () => {
    expect(shiftsOf(null, told(4, 4), 2)).toBeNull()
    expect(shiftsOf(told(4, 4), null, 2)).toBeNull()
    const held = { heldBack: true, rows: [] }
    expect(shiftsOf(told(0, 0, held), told(4, 4), 2)).toBeNull()
    expect(shiftsOf(told(4, 4), told(0, 0, held), 2)).toBeNull()
  })

  test('V18 S4 an outcome tells what moved only of two results that were shown', () => {
    const first = voteOn(names)
    counted(first, [{ groen: 3 }, { groen: 2 }, { water: 1 }])
    const second = again(first)
    counted(second, [{ water: 3 }, { water: 2 }, { water: 3 }])
    const shift = () => outcomeOf(first.story.plein).rounds.at(-1)?.shift
    expect(shift()).toHaveLength(3)
    first.story.when(joost, { type: 'round.reveal', round: first.round, revealed: false })
    expect(shift()).toBeNull()
  })

  test('V18 S3 no ballot of the one round can be matched to one of the other', () => {
    const first = voteOn(names)
    counted(first, [{ groen: 3 }, { groen: 2 }, { water: 1 }, {}])
    const second = again(first)
    counted(second, [{ water: 3 }, { groen: 2 }, { zitten: 1 }, {}])
    const order = (vote: Vote) => roundOf(vote).ballots?.map((dots) => JSON.stringify(dots))
    const mine = [first, second].map((vote, at) =>
      order(vote)?.indexOf(JSON.stringify(dotsOf(vote, at === 0 ? { groen: 3 } : { water: 3 }))),
    )
    expect(mine.every((place) => place !== -1)).toBe(true)
    expect(JSON.stringify(first.story.log)).not.toMatch(/seat-(fatma|ria|samir|hanna)/)
    expect(first.story.plein.ballots.size).toBe(0)
  })
})

test('V17 of a removed group, and of one that was merged into it, the board says that it is gone, also when that is undone', () => {
  const vote = voteOn(['Groen', 'Water', 'Zitten', 'Licht'])
  const { story, cluster } = vote
  const gone = () => {
    const round = maps(replay(story.log).board)['rounds']?.[vote.round] as RoundEntry
    return round.items.filter((item) => item.gone).map(({ name }) => name)
  }
  story.when(joost, { type: 'cluster.merge', from: cluster['groen']!, into: cluster['water']! })
  expect(gone()).toEqual([])
  story.when(joost, { type: 'cluster.remove', cluster: cluster['water']! })
  expect(gone()).toEqual(['Groen', 'Water'])
  story.when(joost, { type: 'undo' })
  expect(gone()).toEqual([])
})

test('V17 a ballot that holds dots for what went meanwhile is taken whole, so that its other dots are not lost', () => {
  const vote = voteOn(names)
  casts(vote, fatma, { groen: 2 })
  vote.story.when(joost, { type: 'cluster.remove', cluster: vote.cluster['groen'] as string })
  casts(vote, fatma, { groen: 2, water: 1 })
  casts(vote, ria, { groen: 1, water: 1 })
  const kept = [...(vote.story.plein.ballots.get(vote.round)?.values() ?? [])]
  expect(kept).toEqual([dotsOf(vote, { groen: 2, water: 1 }), dotsOf(vote, { groen: 1, water: 1 })])
})
