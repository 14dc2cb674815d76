import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetFor, mostOnOne, suggestBudget, suggestMaximum } from '../../shared/domain/votes/budget.ts'
import { letterOf } from '../../shared/domain/votes/items.ts'
import { voterOrder } from '../../shared/domain/votes/order.ts'
import { anneke, fatma, hanna, joost, mo, ria, samir, teun } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { runs } from '../support/runs.ts'
import { casts, close, dotsOf, resultIn, reveal, roomWith, roundOf, shownResult, voteOn } from '../support/voting.ts'

const names = ['Groen', 'Water', 'Zitten']

describe('opening a round', () => {
  test('V1 a round is over the clusters on the board, in their order, each with a letter', () => {
    const { story, cluster } = roomWith(names)
    story.when(joost, { type: 'cluster.create', name: 'Leeg en dicht', ideas: [] })
    story.when(joost, { type: 'round.open' })
    const item = (letter: string, name: string) => ({ id: cluster[name.toLowerCase()], letter, name })
    expect(story.events).toMatchObject([
      { type: 'round.opened', over: 'clusters', items: [item('A', 'Groen'), item('B', 'Water'), item('C', 'Zitten')] },
    ])
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  test('V1 a coach chooses items, in whatever order; what the room does not see is no item', () => {
    const { story, cluster } = roomWith(names)
    story.when(joost, { type: 'cluster.create', name: 'Geheim', ideas: [] })
    const secret = story.answer['cluster'] as string
    const open = (...items: string[]) => story.when(joost, { type: 'round.open', items })
    open(cluster['groen'] as string, secret).then({ code: 'item-unknown', item: secret })
    open(cluster['groen'] as string).then({ code: 'too-few-items', minimum: 2, items: 1 })
    open(cluster['zitten'] as string, cluster['groen'] as string, cluster['zitten'] as string)
    expect(story.events).toMatchObject([
      {
        items: [
          { name: 'Groen', letter: 'A' },
          { name: 'Zitten', letter: 'B' },
        ],
      },
    ])
  })

  test('V1 over ideas: what is shared, not hidden, and an idea', () => {
    const { story } = roomWith(names)
    story.when(joost, { type: 'idea.hide', ideas: ['idee-water'] }).when(joost, { type: 'round.open', over: 'ideas' })
    expect(
      story.plein.rounds
        .get(story.answer['round'] as string)
        ?.items.map((item) => item.id)
        .sort(),
    ).toEqual(['idee-groen', 'idee-zitten'])
  })

  test('V2 the suggestion is a third, three to ten, fewer than there are items; at most three and half on one', () => {
    expect([2, 3, 4, 5, 9, 10, 12, 13, 30, 31, 200].map(suggestBudget)).toEqual([1, 2, 3, 3, 3, 4, 4, 5, 10, 10, 10])
    expect([1, 2, 3, 4, 5, 10].map((budget) => suggestMaximum(budget, 12))).toEqual([1, 1, 2, 2, 3, 3])
  })

  test('V2 the command outranks the phase, the phase the suggestion, and what fits outranks all', () => {
    const opens = (settings: object, command: object) => {
      const { story } = roomWith(names, settings)
      story.when(joost, { type: 'round.open', ...command })
      return story.events[0] as unknown as { budget: number; maximum: number }
    }
    expect(opens({}, {})).toMatchObject({ budget: 2, maximum: 1 })
    expect(opens({ dots: 4, maximum: 2 }, {})).toMatchObject({ budget: 4, maximum: 2 })
    expect(opens({ dots: 4, maximum: 2 }, { budget: 6, maximum: 3 })).toMatchObject({ budget: 6, maximum: 3 })
    expect(opens({}, { budget: 50, maximum: 3 })).toMatchObject({ budget: 9, maximum: 3 })
    expect(opens({}, { budget: 2, maximum: 9 })).toMatchObject({ budget: 2, maximum: 2 })
    expect(opens({ dots: 10_000, maximum: 10_000 }, {})).toMatchObject({ budget: 60, maximum: 20 })
    expect(opens({ dots: 10_000 }, {})).toMatchObject({ budget: 60, maximum: 20 })
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 300 }),
        fc.option(fc.integer({ min: 1, max: 400 })),
        fc.option(fc.integer({ min: 1, max: 400 })),
        (items, budget, maximum) => {
          const made = budgetFor(items, budget, maximum)
          return (
            made.budget >= 1 &&
            made.maximum >= 1 &&
            made.maximum <= made.budget &&
            made.budget <= items * made.maximum &&
            made.maximum <= mostOnOne
          )
        },
      ),
    )
  })

  test('V13 one open round in a phase; leaving it closes nothing, and the next phase may open its own', () => {
    const { story } = voteOn(names)
    story.when(joost, { type: 'round.open' }).then({ code: 'round-open' })
    const [round] = [...story.plein.rounds.keys()] as [string]
    story.when(joost, { type: 'round.close', round, confirmed: true }).when(joost, { type: 'round.open' })
    const other = story.answer['round'] as string
    story.when(joost, { type: 'round.reopen', round }).then({ code: 'round-open', round: other })
    story.when(joost, { type: 'round.close', round: other, confirmed: true }).when(joost, { type: 'round.reopen', round })
    story.when(joost, { type: 'phase.enter', phase: 'vote-2' }).when(joost, { type: 'round.open' })
    expect([...story.plein.rounds.values()].map(({ phase, status }) => [phase, status])).toEqual([
      ['vote', 'open'],
      ['vote', 'closed'],
      ['vote-2', 'open'],
    ])
  })

  test('V15 each voter sees the items in an own order that stays the same', () => {
    const items = Array.from({ length: 12 }, (_, index) => ({ id: `item-${index}` }))
    const order = (seed: string) =>
      voterOrder(items, seed)
        .map((item) => item.id)
        .join()
    expect(order('Fatma')).toBe(order('Fatma'))
    const firsts = new Set(Array.from({ length: 100 }, (_, seed) => voterOrder(items, `seed ${seed}`)[0]?.id))
    expect(firsts.size).toBe(12)
    expect(voterOrder(items, 'Fatma').filter(({ id }) => id !== 'item-3')).toEqual(
      voterOrder(
        items.filter(({ id }) => id !== 'item-3'),
        'Fatma',
      ),
    )
    expect([...voterOrder(items, 'Ria')].sort((a, b) => Number(a.id.slice(5)) - Number(b.id.slice(5)))).toEqual(items)
  })
})

describe('ballots', () => {
  test('V3 a ballot is replaced as a whole; an empty ballot is a ballot', () => {
    const vote = voteOn(names)
    casts(vote, fatma, { groen: 3, water: 2 })
    casts(vote, fatma, { zitten: 1, groen: 0 })
    casts(vote, ria, {})
    const { cluster, round } = vote
    expect([...(vote.story.plein.ballots.get(round) ?? [])]).toEqual([
      ['seat-fatma', { [cluster['zitten'] as string]: 1 }],
      ['seat-ria', {}],
    ])
  })

  test('R1 beyond budget or maximum, or on something else, a ballot is refused and the old one stays', () => {
    const vote = voteOn(names)
    casts(vote, fatma, { groen: 1 })
    const before = structuredClone(vote.story.plein.ballots)
    const refused: [Record<string, number>, object][] = [
      [
        { groen: 3, water: 3 },
        { code: 'over-budget', budget: 5, used: 6 },
      ],
      [{ groen: 4 }, { code: 'over-maximum', maximum: 3 }],
      [{ groen: -1 }, { code: 'over-maximum' }],
      [{ groen: 0.5 }, { code: 'over-maximum' }],
      [{ groen: Number.NaN }, { code: 'over-maximum' }],
      [{ onzin: 1 }, { code: 'item-unknown', item: 'onzin' }],
      [JSON.parse('{"__proto__": 1}') as Record<string, number>, { code: 'item-unknown' }],
    ]
    for (const [dots, refusal] of refused) {
      casts(vote, fatma, dots)
      expect(vote.story.last).toMatchObject({ ok: false, refusal })
    }
    expect(vote.story.plein.ballots).toEqual(before)
    vote.story.when(fatma, { type: 'ballot.cast', round: 'onzin', dots: {} }).then({ code: 'round-unknown' })
  })

  test('V4 a coach enters numbered paper; what another desk entered is replaced only by who says so', () => {
    const vote = voteOn(names)
    const enter = (paper: number, dots: Record<string, number>) =>
      vote.story.when(joost, { type: 'ballot.enter', round: vote.round, paper, dots: dotsOf(vote, dots) })
    enter(1, { groen: 3 }).then([])
    enter(2, { groen: 1 })
    const slips = () => Object.fromEntries(vote.story.plein.ballots.get(vote.round) ?? [])
    const before = slips()
    vote.story
      .when(anneke, { type: 'ballot.enter', round: vote.round, paper: 1, dots: dotsOf(vote, { water: 2 }) })
      .then({ code: 'paper-taken', paper: 1 })
    expect(slips()).toEqual(before)
    vote.story.when(anneke, { type: 'ballot.enter', round: vote.round, paper: 1, dots: dotsOf(vote, { water: 2 }), replace: true }).then([])
    expect(slips()['paper:1']).toEqual(dotsOf(vote, { water: 2 }))
    enter(1, { water: 4 }).then({ code: 'over-maximum' })
    enter(3, { water: 4 }).then({ code: 'over-maximum' })
    expect([...(vote.story.plein.ballots.get(vote.round) ?? [])].map(([voter]) => voter)).toEqual(['paper:1', 'paper:2'])
  })

  test('V4 a slip that was entered wrongly is taken out whole, and no seat is', () => {
    const vote = voteOn(names)
    const remove = (paper: number) => vote.story.when(anneke, { type: 'ballot.remove', round: vote.round, paper })
    casts(vote, fatma, { groen: 1 })
    for (const paper of [1, 2]) vote.story.when(joost, { type: 'ballot.enter', round: vote.round, paper, dots: {} })
    remove(3).then({ code: 'paper-unknown', paper: 3 })
    remove(2).then([])
    remove(2).then({ code: 'paper-unknown', paper: 2 })
    expect([...(vote.story.plein.ballots.get(vote.round) ?? [])].map(([voter]) => voter)).toEqual(['seat-fatma', 'paper:1'])
    vote.story.when(joost, { type: 'ballot.enter', round: vote.round, paper: 2, dots: {} }).then([])
    close(vote)
    remove(1).then({ code: 'round-closed' })
    vote.story.when(joost, { type: 'ballot.remove', round: 'onzin', paper: 1 }).then({ code: 'round-unknown' })
  })

  test('V5 an open ballot changes no event, no document and no answer', () => {
    const vote = voteOn(names)
    const before = replay(vote.story.log)
    const length = vote.story.log.length
    casts(vote, fatma, { groen: 3 })
    vote.story.then([])
    expect(vote.story.answer).toEqual({})
    expect(vote.story.log).toHaveLength(length)
    expect(maps(replay(vote.story.log).board)).toEqual(maps(before.board))
  })
})

describe('closing and showing', () => {
  const people = [fatma, ria, samir, hanna]
  const voted = () => {
    const vote = voteOn(names)
    for (const who of people) casts(vote, who, { groen: 2, water: 1 })
    return vote
  }

  test('V6 closing says first how many ballots there are', () => {
    const vote = voted()
    vote.story.when(joost, { type: 'round.close', round: vote.round }).then({ code: 'not-confirmed', counts: { ballots: 4 } })
    expect(roundOf(vote).status).toBe('open')
    close(vote).then([{ type: 'round.closed', closesAt: vote.story.world.now() + 60_000 }])
    casts(vote, mo, { groen: 1 })
    vote.story.then({ code: 'round-closed' })
    close(vote).then({ code: 'round-closed' })
  })

  test('V6 closing is taken back within 60 seconds, ballots and all, and not later', () => {
    const vote = voted()
    const reopen = { type: 'round.reopen' as const, round: vote.round }
    vote.story.when(joost, reopen).then({ code: 'round-open' })
    close(vote)
    vote.story.world.pass(59_999)
    vote.story.when(joost, reopen).then([{ type: 'round.reopened' }])
    casts(vote, teun, { zitten: 3 })
    close(vote)
    vote.story.world.pass(60_000)
    vote.story.when(joost, reopen).then({ code: 'too-late', seconds: 60 })
    expect(vote.story.plein.ballots.get(vote.round)?.size).toBe(5)
    reveal(vote)
    vote.story.when(joost, reopen).then({ code: 'round-counted' })
  })

  test('V6 a clock that is set back a little just after closing does not end taking back; by more than a minute it does', () => {
    const vote = voted()
    const reopen = { type: 'round.reopen' as const, round: vote.round }
    close(vote)
    vote.story.later(-2000).then([])
    vote.story.when(joost, reopen).then([{ type: 'round.reopened' }])
    close(vote)
    vote.story.later(-60_001).then([{ type: 'round.counted' }])
    vote.story.when(joost, reopen).then({ code: 'round-counted', round: vote.round })
  })

  test('V7 an open round is not shown; showing a closed one counts it first; hiding keeps what was counted', () => {
    const vote = voted()
    reveal(vote).then({ code: 'round-not-closed' })
    close(vote)
    reveal(vote).then([
      { type: 'round.counted', cast: 4, by: 'server' },
      { type: 'round.revealed', revealed: true },
    ])
    reveal(vote).then({ code: 'nothing-changed' })
    const shown = () => shownResult(maps(replay(vote.story.log).board), vote.round)
    expect(shown()).toMatchObject({ ballots: 4, voters: 4, heldBack: false })
    vote.story.when(joost, { type: 'round.reveal', round: vote.round, revealed: false }).then([{ type: 'round.revealed', revealed: false }])
    expect(shown()).toBeNull()
    expect(maps(replay(vote.story.log).desk)['rounds']?.[vote.round]).toMatchObject({ result: { ballots: 4 } })
  })

  test.each([0, 1, 2])('S4 a round with %i ballots is held back: no total, and no ballot is kept', (count) => {
    const vote = voteOn(names)
    for (const who of people.slice(0, count)) casts(vote, who, { groen: 3 })
    close(vote)
    reveal(vote).then([{ type: 'round.counted', cast: count, ballots: null, perspectives: [] }, { type: 'round.revealed' }])
    expect(resultIn(vote)).toEqual({ ballots: count, paper: 0, voters: 0, heldBack: true, rows: [], clusters: [], perspectives: [] })
    expect(vote.story.plein.ballots.has(vote.round)).toBe(false)
  })

  test('V8 counting shuffles the ballots, drops the voters and ends the link', () => {
    const vote = voteOn(names, 9, 9)
    const voters = [fatma, ria, samir, hanna, teun, mo]
    voters.forEach((who, index) => {
      casts(vote, who, { zitten: index, groen: 1 })
    })
    close(vote)
    reveal(vote)
    const ballots = roundOf(vote).ballots ?? []
    const given = ballots.map((ballot) => ballot[vote.cluster['zitten'] as string] ?? 0)
    expect([...given].sort()).toEqual([0, 1, 2, 3, 4, 5])
    expect(given).not.toEqual([0, 1, 2, 3, 4, 5])
    expect(Object.keys(ballots.find((ballot) => Object.keys(ballot).length === 2) ?? {})).toEqual([
      vote.cluster['groen'],
      vote.cluster['zitten'],
    ])
    expect(JSON.stringify(vote.story.log)).not.toMatch(/seat-(fatma|ria|samir|hanna|teun|mo)/)
    expect(vote.story.plein.ballots.has(vote.round)).toBe(false)
  })

  test('R1 totals are the sum of the ballots, whoever replaced theirs how often', () => {
    const ballot = fc.record({ who: fc.nat(5), groen: fc.nat(4), water: fc.nat(4), zitten: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 5, maxLength: 40 }), (ballots) => {
        const vote = voteOn(names)
        const everybody = [fatma, ria, samir, hanna, teun, mo]
        const last = new Map<number, { groen: number; water: number; zitten: number }>()
        for (const { who, ...dots } of ballots) {
          casts(vote, everybody[who] as typeof fatma, dots)
          const fits = Object.values(dots).every((count) => count <= 3) && dots.groen + dots.water + dots.zitten <= 5
          expect(vote.story.last.ok).toBe(fits)
          if (fits) last.set(who, dots)
        }
        close(vote)
        reveal(vote)
        const result = resultIn(vote)
        const cast = [...last.values()]
        expect(result.ballots).toBe(cast.length)
        expect(result.heldBack).toBe(cast.length < 3)
        if (result.heldBack) return
        for (const name of ['groen', 'water', 'zitten'] as const) {
          const row = result.rows.find(({ item }) => item === vote.cluster[name])
          const given = cast.map((dots) => dots[name])
          expect(row?.dots).toBe(given.reduce((sum, count) => sum + count, 0))
          expect(row?.voters).toBe(given.filter((count) => count > 0).length)
          expect(row?.spread).toEqual([0, 1, 2, 3].map((dots) => given.filter((count) => count === dots).length))
        }
      }),
      { numRuns: runs(60) },
    )
  })
})
