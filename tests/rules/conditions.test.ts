import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { offers } from '../../shared/domain/conditions/offers.ts'
import { decide } from '../../shared/domain/decide.ts'
import { may } from '../../shared/domain/permissions.ts'
import type { Source } from '../../shared/domain/state.ts'
import { isDivided } from '../../shared/domain/votes/tally.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { about, answer, ask, asked, everybody, leading, names, shown } from '../support/asking.ts'
import { keyOf } from '../support/given.ts'
import { beamer, fatma, joost, ria, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { runs } from '../support/runs.ts'
import { casts, close, resultIn, reveal, rowIn, type Vote, voteOn } from '../support/voting.ts'

const desk = (vote: Vote) => maps(replay(vote.story.log).desk)
const board = (vote: Vote) => maps(replay(vote.story.log).board)
const askOnBoard = (vote: Vote) => (board(vote)['rounds']?.[vote.round] as RoundEntry | undefined)?.asks?.[0]
/** Of how many answers the desk knows anything. */
const knows = ({ story: { plein } }: Vote) =>
  [...plein.ideas.values()].filter(({ as, listed, told }) => as === 'condition' && (listed || told !== undefined)).length
const later = (vote: Vote) => vote.story.later(5000)
const waiting = (vote: Vote) => Object.values(desk(vote)['ideas'] ?? {}).filter((idea) => (idea as { as: string }).as === 'condition')

describe('what is offered', () => {
  test('M1 opinions lie far apart where a third gave the most and a third gave nothing, two at either end', () => {
    const row = (...spread: number[]) => ({ spread, voters: spread.slice(1).reduce((sum, count) => sum + count, 0) })
    expect(isDivided(row(2, 0, 0, 2), 3, 4)).toBe(true)
    expect(isDivided(row(3, 3, 0, 3), 3, 9)).toBe(true)
    expect(isDivided(row(4, 3, 0, 3), 3, 10)).toBe(false)
    expect(isDivided(row(1, 0, 0, 2), 3, 3)).toBe(false)
    expect(isDivided(row(2, 0, 0, 1), 3, 3)).toBe(false)
    expect(isDivided(row(2, 2), 1, 4)).toBe(false)
    // Who gave no dot to anything is no end of this.
    expect(isDivided(row(9, 0, 0, 2), 3, 3)).toBe(false)
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 6 }), fc.nat(9), fc.integer({ min: 1, max: 5 }), (spread, blank, most) => {
        const one = row(...spread)
        const voters = one.voters + Math.max(0, (spread[0] ?? 0) - blank)
        if (isDivided(one, most, voters)) expect(most >= 2 || spread.length > 2).toBe(true)
      }),
      { numRuns: runs(200) },
    )
  })

  test('M1 the desk is offered what has the most dots, all of them when they are as many, and what divides', () => {
    const offered = (vote: Vote) => offers(resultIn(vote)).map(({ row, reasons }) => [row.item, ...reasons])
    const vote = leading()
    expect(offered(vote)).toEqual([[vote.cluster['groen'], 'most']])
    const even = shown({ groen: 2 }, { groen: 2 }, { water: 2 }, { water: 2 }, { zitten: 1 })
    expect(offered(even).map(([item]) => item)).toEqual([even.cluster['groen'], even.cluster['water']])
    const apart = shown({ groen: 2, water: 3 }, { groen: 2, water: 3 }, { groen: 2 }, { groen: 2 }, { zitten: 1 })
    expect(rowIn(apart, 'water')).toMatchObject({ divided: true, strongMinority: true })
    expect(offered(apart)).toEqual([
      [apart.cluster['groen'], 'most'],
      [apart.cluster['water'], 'divided'],
    ])
    expect(offered(shown({ groen: 1 }, { water: 1 }))).toEqual([])
  })
})

describe('asking', () => {
  test('M1 a coach asks once the result was shown, ends it and asks again; nothing else changes', () => {
    const vote = leading()
    const { story } = vote
    ask(vote).then([{ type: 'round.asked', asked: true, parts: [vote.cluster['groen']] }])
    expect(askOnBoard(vote)).toEqual({ item: vote.cluster['groen'], parts: [vote.cluster['groen']], asked: true, answers: null })
    ask(vote).then({ code: 'nothing-changed' })
    ask(vote, false).then([{ type: 'round.asked', asked: false }])
    ask(vote, false).then({ code: 'nothing-changed' })
    ask(vote).then([{ type: 'round.asked', asked: true }])
    expect(story.plein.rounds.get(vote.round)?.asks).toHaveLength(1)
    story.when(joost, { type: 'phase.next' })
    expect(askOnBoard(vote)?.asked).toBe(true)
    for (const who of [fatma, wim, beamer]) story.when(who, { type: 'round.ask', ...about(vote) }).then({ code: 'not-allowed' })
  })

  test('M1 not before the result was shown, of nothing that was not voted on, and not where fewer than three gave it nothing', () => {
    const hidden = voteOn(names)
    everybody.forEach((who) => {
      casts(hidden, who, { groen: 1 })
    })
    ask(hidden).then({ code: 'round-not-shown', round: hidden.round })
    close(hidden)
    ask(hidden).then({ code: 'round-not-shown' })
    hidden.story.later(60_000)
    ask(hidden).then({ code: 'round-not-shown' })
    reveal(hidden)
    ask(hidden).then({ code: 'too-few-to-ask', minimum: 3 })
    ask(hidden, true, 'water').then([{ type: 'round.asked' }])
    const vote = shown({ groen: 1 }, { groen: 1 }, { groen: 1 }, { water: 1 }, { water: 1 })
    ask(vote).then({ code: 'too-few-to-ask' })
    vote.story.when(joost, { type: 'round.ask', round: vote.round, item: 'onzin' }).then({ code: 'item-unknown' })
    vote.story.when(joost, { type: 'round.ask', round: 'onzin', item: 'onzin' }).then({ code: 'round-unknown' })
    const few = shown({ groen: 1 }, { water: 1 })
    ask(few).then({ code: 'held-back', minimum: 3, ballots: 2 })
  })

  test('M1 what was merged into it is one thing; a group that goes later keeps its question', () => {
    const vote = leading()
    const { story, cluster } = vote
    story.when(joost, { type: 'cluster.merge', from: cluster['zitten'] as string, into: cluster['groen'] as string })
    ask(vote).then({ code: 'too-few-to-ask' })
    story.when(joost, { type: 'undo' })
    ask(vote)
    story.when(joost, { type: 'cluster.merge', from: cluster['zitten'] as string, into: cluster['groen'] as string })
    expect(askOnBoard(vote)?.parts).toEqual([cluster['groen']])
    for (const number of [1, 2, 3]) answer(vote, number)
    later(vote)
    expect(waiting(vote)).toHaveLength(3)
    story.when(joost, { type: 'cluster.remove', cluster: cluster['groen'] as string })
    answer(vote, 4).then([{ type: 'idea.posted' }])
    ask(vote, false)
    ask(vote).then({ code: 'item-unknown' })
  })
})

describe('answering', () => {
  test('M2 an answer has an edit key, no seat and no time, hides, and is in no count of who has written', () => {
    const vote = asked()
    const { story } = vote
    answer(vote, 1).then([{ type: 'idea.posted', as: 'condition', entry: 'phone', late: false, phase: 'vote', about: about(vote) }])
    expect(Object.keys(story.events[0] ?? {}).sort()).toEqual(
      ['about', 'as', 'by', 'entry', 'idea', 'late', 'phase', 'text', 'type', 'who'].sort(),
    )
    expect(JSON.stringify(story.events)).not.toContain('seat-')
    answer(vote, 1).then([])
    answer(vote, 1, 'iets anders').then({ code: 'key-used' })
    story.when(ria, { type: 'mine', keys: [keyOf('answer 1')] })
    expect(story.answer).toMatchObject({ ideas: { [keyOf('answer 1')]: { state: 'waiting', as: 'condition', text: 'antwoord 1' } } })
  })

  test('M2 one of each seat, also when it was taken back; of what was asked, and of nothing else', () => {
    const vote = asked()
    const { story } = vote
    const again = { ...ria, posted: 1 }
    story.when(again, { type: 'condition.post', key: keyOf('second'), ...about(vote), text: 'nog een' }).then({ code: 'answered-already' })
    story.when(ria, { type: 'condition.post', key: keyOf('x'), ...about(vote, 'water'), text: 'ja' }).then({ code: 'not-asked' })
    story.when(ria, { type: 'condition.post', key: keyOf('x'), ...about(vote), text: '  ' }).then({ code: 'text-empty' })
    const said = { type: 'condition.post', key: keyOf('x'), ...about(vote), text: 'ja' } as const
    expect(decide(story.plein, { ...ria, muted: true }, said, story.world)).toMatchObject({ refusal: { code: 'muted' } })
    story
      .when(ria, { type: 'idea.post', key: keyOf('x'), as: 'condition', text: 'ja', phase: 'ideas' })
      .then({ code: 'not-contributed-here', contribution: 'condition' })
    for (const who of [wim, joost])
      story.when(who, { type: 'condition.post', key: keyOf('x'), ...about(vote), text: 'ja' }).then({ code: 'not-allowed' })
  })

  test('M2 whoever was still writing when the question ended is late, not lost', () => {
    const vote = asked()
    ask(vote, false)
    expect(may(vote.story.plein, 'participant')).not.toContain('condition.post')
    answer(vote, 1).then([{ type: 'idea.posted', late: true }])
  })
})

describe('three answers', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])('M3 S4 of %i answers the desk, the room and the outcome know what they may', (count) => {
    const vote = asked()
    const { story } = vote
    const silent = { desk: JSON.stringify(desk(vote)), board: JSON.stringify(board(vote)), outcome: JSON.stringify(outcomeOf(story.plein)) }
    const closing = () => JSON.stringify(story.when(joost, { type: 'plein.close' }).last)
    const counts = closing()
    for (let number = 1; number <= count; number += 1) {
      answer(vote, number)
      later(vote)
      const told = waiting(vote).length
      expect(told).toBe(number - (number % 3))
      if (number >= 3) continue
      expect(JSON.stringify(desk(vote))).toBe(silent.desk)
      expect(JSON.stringify(board(vote))).toBe(silent.board)
      expect(JSON.stringify(outcomeOf(story.plein))).toBe(silent.outcome)
      expect(closing()).toBe(counts)
      story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' }).then({ code: 'nothing-to-release' })
    }
    ask(vote, false)
    expect(waiting(vote)).toHaveLength(count < 3 ? 0 : count)
    later(vote).then([])
    if (count < 3) return
    story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' }).answers({ released: count })
    expect(askOnBoard(vote)?.answers).toBe(count)
    const { conditions, rounds } = outcomeOf(story.plein)
    expect(conditions.map(({ text }) => text).sort()).toEqual(Array.from({ length: count }, (_, at) => `antwoord ${at + 1}`).sort())
    expect(rounds[0]?.asks).toMatchObject([{ answers: count }])
  })

  test('M3 one that is taken back before that does not count, one that is taken back after it still does', () => {
    const vote = asked()
    const { story } = vote
    for (const number of [1, 2, 3]) answer(vote, number)
    story.when(ria, { type: 'idea.withdraw', key: keyOf('answer 2') })
    later(vote)
    expect(waiting(vote)).toEqual([])
    answer(vote, 4)
    later(vote)
    expect(waiting(vote)).toHaveLength(3)
    story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' }).answers({ released: 3 })
    story.when(ria, { type: 'idea.withdraw', key: keyOf('answer 1') })
    expect(askOnBoard(vote)?.answers).toBe(3)
    expect(outcomeOf(story.plein).conditions).toHaveLength(2)
    for (const number of [3, 4]) story.when(ria, { type: 'idea.withdraw', key: keyOf(`answer ${number}`) })
    expect(askOnBoard(vote)?.answers).toBe(null)
    expect(outcomeOf(story.plein).rounds[0]?.asks).toMatchObject([{ answers: null }])
  })

  test('M3 S4 the rest is told when the question is ended first; ended anew, later ones still come by threes', () => {
    const vote = asked()
    const { story } = vote
    const toggle = () => {
      ask(vote, false)
      ask(vote)
    }
    for (const number of [1, 2, 3, 4]) answer(vote, number)
    later(vote)
    answer(vote, 5)
    toggle()
    expect(waiting(vote)).toHaveLength(5)
    const before = JSON.stringify(desk(vote))
    for (const number of [6, 7]) {
      answer(vote, number)
      story.when(ria, { type: 'idea.edit', key: keyOf('answer 1'), text: `anders ${number}` })
      if (number === 6) {
        toggle()
        later(vote).then([])
        expect(JSON.stringify(desk(vote))).toBe(before)
      }
    }
    // Two new answers and a new wording are three.
    later(vote)
    expect(waiting(vote)).toHaveLength(7)
  })

  test('M3 a new wording of one answer waits too, and the room keeps the old one', () => {
    const vote = asked()
    const { story } = vote
    for (const number of [1, 2, 3]) answer(vote, number)
    later(vote)
    story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' })
    const before = JSON.stringify([desk(vote), board(vote)])
    story.when(ria, { type: 'idea.edit', key: keyOf('answer 1'), text: 'nu anders' })
    later(vote).then([])
    expect(JSON.stringify([desk(vote), board(vote)])).toBe(before)
    ask(vote, false)
    expect(JSON.stringify(desk(vote))).toContain('nu anders')
    expect(JSON.stringify(board(vote))).not.toContain('nu anders')
  })

  test('M3 paper does not bring the answers of phones to the desk, and is not shown alone', () => {
    const vote = asked()
    const { story } = vote
    const enter = (text: string) => story.when(joost, { type: 'condition.enter', ...about(vote), text })
    enter('van een briefje').then([{ type: 'idea.posted', entry: 'paper' }, { type: 'desk.listed' }])
    for (const number of [1, 2]) answer(vote, number)
    later(vote)
    expect(waiting(vote)).toHaveLength(1)
    const release = () => story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' })
    release().then({ code: 'too-few-answers', minimum: 3 })
    enter('nog een briefje')
    release().then({ code: 'too-few-answers' })
    enter('een derde briefje')
    release().answers({ released: 3 })
    expect(askOnBoard(vote)?.answers).toBe(3)
    story.when(joost, { type: 'condition.enter', ...about(vote, 'water'), text: 'x' }).then({ code: 'not-asked' })
  })

  test('M6 F2 what the room was shown of the answers is a source of a wording, in the outcome too; what it was not shown is none', () => {
    const vote = asked()
    const { story } = vote
    for (const number of [1, 2, 3]) answer(vote, number)
    later(vote)
    const [first, second] = Object.keys(desk(vote)['ideas'] ?? {}).filter((id) => story.plein.ideas.get(id)?.as === 'condition')
    const adopt = { type: 'framing.adopt', text: 'Hoe blijft het groen, ook voor wie er slaapt?', sources: [] as Source[] } as const
    const from = (id: string | undefined) => [{ kind: 'idea' as const, id: id as string }]
    story.when(joost, { ...adopt, sources: from(first) }).then({ code: 'source-unknown', kind: 'idea', id: first })
    story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' })
    story.when(joost, { type: 'idea.hide', ideas: [second as string] })
    story.when(joost, { ...adopt, sources: from(second) }).then({ code: 'source-unknown', id: second })
    story.when(joost, { ...adopt, sources: from(first) }).then([{ type: 'step.done' }])
    const text = story.plein.ideas.get(first as string)?.text
    expect(outcomeOf(story.plein).chain.at(-1)?.sources).toEqual([{ kind: 'idea', id: first, as: 'condition', text, touched: false }])
  })

  test('M4 what was held back is in no count, and its words leave the log when the Plein is closed for good', () => {
    const vote = asked()
    const { story } = vote
    for (const number of [1, 2]) answer(vote, number)
    const before = outcomeOf(story.plein).counts
    story.when(joost, { type: 'plein.close', confirmed: true })
    expect(outcomeOf(story.plein).counts).toEqual(before)
    story.later(60_000)
    expect(story.plein.sealed).toBe(true)
    expect(outcomeOf(story.plein).counts).toEqual(before)
    const { last } = story
    const erased = last.ok ? last.ledger.flatMap((one) => ('erase' in one && one.erase === 'words' ? [one.idea] : [])) : []
    expect(erased).toHaveLength(2)
    for (const idea of erased) expect(story.plein.ideas.get(idea)).toMatchObject({ withdrawn: true, text: '' })
  })

  test('M4 what was told stays when the Plein is closed for good', () => {
    const vote = asked()
    const { story } = vote
    for (const number of [1, 2, 3]) answer(vote, number)
    later(vote)
    story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' }).when(joost, { type: 'plein.close', confirmed: true })
    story.later(60_000)
    expect(outcomeOf(story.plein)).toMatchObject({ conditions: [{}, {}, {}], rounds: [{ asks: [{ answers: 3 }] }] })
  })

  test(`M3 S4 whatever is asked, answered, taken back and ended in ${runs(150)} stories, of fewer than three phones nothing is told`, () => {
    let told = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('answer', 'answer', 'answer', 'back', 'edit', 'paper', 'ask', 'later', 'release'), fc.nat(6)), {
          minLength: 20,
          maxLength: 40,
          size: 'max',
        }),
        (deeds) => {
          const vote = asked()
          const { story } = vote
          for (const [deed, number] of deeds) {
            const key = keyOf(`answer ${number}`)
            const before = knows(vote)
            if (deed === 'answer') answer(vote, number)
            else if (deed === 'back') story.when(ria, { type: 'idea.withdraw', key })
            else if (deed === 'edit') story.when(ria, { type: 'idea.edit', key, text: `anders ${number} ${story.log.length}` })
            else if (deed === 'paper') story.when(joost, { type: 'condition.enter', ...about(vote), text: `papier ${number}` })
            else if (deed === 'ask') ask(vote, number > 2)
            else if (deed === 'later') later(vote)
            else story.when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' })
            // The act of a phone tells the desk nothing but that something that it knew is gone.
            if (deed === 'answer' || deed === 'edit') expect(knows(vote)).toBe(before)
            const all = [...story.plein.ideas.values()].filter(
              ({ as, entry, told }) => as === 'condition' && entry === 'phone' && told !== undefined,
            )
            expect(all.length === 0 || all.length >= 3).toBe(true)
            told += all.length
          }
        },
      ),
      { numRuns: runs(150) },
    )
    expect(told).toBeGreaterThan(0)
  })
})
