import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dots, emptyPlein, newSeat, type Result } from '../../shared/domain/state.ts'
import { knownOfEach, perspectivesOf } from '../../shared/domain/votes/perspectives.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import { sealRounds } from '../../shared/domain/votes/seal.ts'
import { fatma, hanna, joost, mo, ria, samir, teun } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { enough, runs } from '../support/runs.ts'
import { casts, close, dotsOf, resultIn, reveal, roundOf, shownResult, voteOn } from '../support/voting.ts'

const lenses = ['bewoner', 'ondernemer', 'ambtenaar']
const everybody = [fatma, ria, samir, hanna, teun, mo]

/** `null`: said nothing; `paper`: a slip. `gives`: how many dots; else each another number. */
const groupsOf = (voters: (string | null)[], gives = (index: number) => index + 1) => {
  const plein = emptyPlein('plein')
  plein.settings.perspectives = lenses
  const ballots = voters.map((lens, index) => {
    const voter = lens === 'paper' ? `paper:${index}` : `seat-${index}`
    if (lens !== 'paper') plein.seats.set(voter, { ...newSeat(voter, 'participant'), perspective: lens })
    return { voter, dots: { groen: gives(index) } }
  })
  return perspectivesOf(plein, ballots).map(({ perspective, ballots }) => [perspective, ballots])
}
/** In how many ways these people can have given such totals. */
const waysOf = (sums: { dots: number; most: number }[], people: number, budget: number): number => {
  if (people === 0) return sums.every(({ dots }) => dots === 0) ? 1 : 0
  const ballots = sums.reduce<number[][]>(
    (all, { dots, most }) => all.flatMap((ballot) => Array.from({ length: Math.min(dots, most) + 1 }, (_, count) => [...ballot, count])),
    [[]],
  )
  return ballots
    .filter((ballot) => ballot.reduce((used, count) => used + count, 0) <= budget)
    .map((ballot) => sums.map(({ dots, most }, at) => ({ dots: dots - ballot[at]!, most })))
    .reduce((ways, left) => ways + waysOf(left, people - 1, budget), 0)
}
const times = (count: number, lens: string | null) => new Array<string | null>(count).fill(lens)

describe('totals per perspective', () => {
  test('V9 groups of three or more are told, in the order of the settings', () => {
    expect(groupsOf([...times(4, 'ambtenaar'), ...times(3, 'bewoner')])).toEqual([
      ['bewoner', 3],
      ['ambtenaar', 4],
    ])
  })

  test('S4 a small group is not told, nor one that the total minus the others would tell', () => {
    expect(groupsOf([...times(5, 'bewoner'), ...times(4, 'ambtenaar'), ...times(2, 'ondernemer')])).toEqual([['bewoner', 5]])
    expect(groupsOf([...times(5, 'bewoner'), ...times(1, 'ondernemer')])).toEqual([])
    expect(groupsOf([...times(5, 'bewoner'), ...times(1, 'ondernemer'), ...times(2, 'ambtenaar')])).toEqual([['bewoner', 5]])
  })

  test('V9 a group that gave the same to the last dot is not told: its total is the ballot of each of them', () => {
    const three = [...times(3, 'ambtenaar'), ...times(5, 'bewoner')]
    expect(groupsOf(three, (index) => (index < 3 ? 3 : index))).toEqual([])
    expect(groupsOf([...three, null, null], (index) => (index < 3 ? 3 : index))).toEqual([['bewoner', 5]])
    // One of them gave otherwise.
    expect(groupsOf(three, (index) => (index < 2 ? 3 : index))).toEqual([
      ['bewoner', 5],
      ['ambtenaar', 3],
    ])
  })

  test('V9 a rest that gave the same is not found by subtraction, also when it is of paper, or of phones beside paper', () => {
    const rest = (more: (string | null)[], given: number) => groupsOf([...times(4, 'bewoner'), ...more], (at) => (at < 4 ? at : given))
    expect(rest(times(3, null), 2)).toEqual([])
    expect(rest(times(3, 'paper'), 2)).toEqual([])
    const beside = (at: number) => (at < 7 ? Math.min(at, 4) : 9)
    expect(groupsOf([...times(4, 'bewoner'), ...times(3, null), 'paper'], beside)).toEqual([])
    expect(groupsOf([...times(4, 'bewoner'), ...times(3, null), 'paper'], (at) => at)).toEqual([['bewoner', 4]])
  })

  test('S3 what is kept of a group does not depend on who voted first', () => {
    const plein = emptyPlein('plein')
    plein.settings.perspectives = lenses
    const ballots = [{ groen: 2 }, { bankjes: 1 }, { water: 3, groen: 1 }].map((dots, index) => {
      const voter = `seat-${index}`
      plein.seats.set(voter, { ...newSeat(voter, 'participant'), perspective: 'bewoner' })
      return { voter, dots }
    })
    const kept = JSON.stringify(perspectivesOf(plein, ballots))
    expect(JSON.stringify(perspectivesOf(plein, [...ballots].reverse()))).toBe(kept)
  })

  test('S4 those on paper and those who said nothing are part of the rest', () => {
    expect(groupsOf([...times(5, 'bewoner'), 'paper', null])).toEqual([])
    expect(groupsOf([...times(5, 'bewoner'), 'paper', null, null])).toEqual([])
    expect(groupsOf([...times(5, 'bewoner'), 'paper', ...times(3, null)])).toEqual([['bewoner', 5]])
  })

  test('S4 for any room, no group and no rest of one or two people can be found', () => {
    const lens = fc.constantFrom('bewoner', 'ondernemer', 'ambtenaar', 'paper', null)
    let told = 0
    fc.assert(
      fc.property(fc.array(lens, { minLength: 3, maxLength: 30 }), (voters) => {
        const groups = groupsOf(voters)
        const sizes = groups.map(([, size]) => size as number)
        told += sizes.length
        expect(sizes.every((size) => size >= 3)).toBe(true)
        expect([1, 2]).not.toContain(voters.length - sizes.reduce((sum, size) => sum + size, 0))
      }),
      { numRuns: runs(500) },
    )
    expect(told).toBeGreaterThan(enough(100))
  })

  test('V9 for any room, neither a group nor the rest of it is of people who all gave the same', () => {
    const voter = fc.record({ lens: fc.constantFrom('bewoner', 'ambtenaar', 'paper', null), gives: fc.nat(1) })
    let told = 0
    fc.assert(
      fc.property(fc.array(voter, { minLength: 3, maxLength: 14 }), (voters) => {
        const groups = groupsOf(
          voters.map(({ lens }) => lens),
          (at) => voters[at]!.gives,
        ).map(([lens]) => lens)
        told += groups.length
        if (groups.length === 0) return
        const rest = voters.filter(({ lens }) => !groups.includes(lens ?? ''))
        const apart = [
          ...groups.map((group) => voters.filter(({ lens }) => lens === group)),
          rest,
          rest.filter(({ lens }) => lens !== 'paper'),
        ]
        for (const some of apart) if (some.length > 0) expect(new Set(some.map(({ gives }) => gives)).size).toBe(2)
      }),
      { numRuns: runs(500) },
    )
    expect(told).toBeGreaterThan(enough(100))
  })

  test('S3 a ballot that is kept has no perspective beside it', () => {
    const vote = voteOn(['Groen', 'Water'], 5, 3, { perspectives: lenses })
    for (const who of everybody) {
      vote.story.when(who, { type: 'seat.perspective', perspective: 'bewoner' })
      casts(vote, who, { groen: who === fatma ? 2 : 1 })
    }
    close(vote)
    reveal(vote)
    expect(resultIn(vote).perspectives).toEqual([{ perspective: 'bewoner', ballots: 6, dots: dotsOf(vote, { groen: 7 }) }])
    expect(JSON.stringify(roundOf(vote).ballots)).not.toContain('bewoner')
  })

  test('V10 totals per perspective follow the regrouping', () => {
    const vote = voteOn(['Groen', 'Water'], 5, 3, { perspectives: lenses })
    for (const who of everybody) {
      vote.story.when(who, { type: 'seat.perspective', perspective: 'bewoner' })
      casts(vote, who, { groen: who === fatma ? 2 : 1, water: 2 })
    }
    close(vote)
    reveal(vote)
    vote.story.when(joost, { type: 'cluster.merge', from: vote.cluster['groen'] as string, into: vote.cluster['water'] as string })
    expect(resultIn(vote).perspectives).toEqual([{ perspective: 'bewoner', ballots: 6, dots: dotsOf(vote, { water: 19 }) }])
  })

  /** The first three are residents, the others said nothing. */
  const merged = (residents: Dots[], others: Dots[] = []) => {
    const vote = voteOn(['Groen', 'Water', 'Bankjes'], 3, 3, { perspectives: lenses })
    for (const [at, dots] of [...residents, ...others].entries()) {
      const who = everybody[at]!
      if (at < residents.length) vote.story.when(who, { type: 'seat.perspective', perspective: 'bewoner' })
      casts(vote, who, dots)
    }
    close(vote)
    reveal(vote)
    const told = () => resultIn(vote).perspectives.map(({ perspective, dots }) => [perspective, dots])
    const apart = told()
    vote.story.when(joost, { type: 'cluster.merge', from: vote.cluster['groen'] as string, into: vote.cluster['water'] as string })
    return { apart, told: told(), of: (dots: Dots) => ['bewoner', dotsOf(vote, dots)] }
  }

  test('V9 V10 when groups are merged so that the total of a perspective is the ballot of each of them, it is not told', () => {
    const residents = [{ groen: 3 }, { water: 3 }, { groen: 1, water: 2 }]
    const all = merged(residents)
    expect(all.apart).toEqual([all.of({ groen: 4, water: 5 })])
    expect(all.told).toEqual([])
    // Less than all that they could: who gave what is anybody's guess.
    const less = merged([{ groen: 3 }, { water: 3 }, { groen: 1, water: 1 }])
    expect(less.told).toEqual([less.of({ water: 8 })])
    const elsewhere = merged([{ groen: 3 }, { water: 3 }, { groen: 1, water: 1, bankjes: 1 }])
    expect(elsewhere.told).toEqual([elsewhere.of({ water: 8, bankjes: 1 })])
  })

  test('V9 V10 nor when the total less that of the perspectives is such a ballot', () => {
    const residents = [{ groen: 3 }, { bankjes: 3 }, { groen: 1, water: 1 }]
    const same = merged(residents, [{ groen: 3 }, { water: 3 }, { groen: 1, water: 2 }])
    expect(same.apart).toEqual([same.of({ groen: 4, water: 1, bankjes: 3 })])
    expect(same.told).toEqual([])
    const other = merged(residents, [{ groen: 3 }, { bankjes: 3 }, { groen: 1, water: 2 }])
    expect(other.told).toEqual([other.of({ water: 5, bankjes: 3 })])
  })

  test('V9 S4 nor beside slips of paper, which whoever knows them subtracts too: the phones of the rest may all have given that', () => {
    const merges = (papers: number, others: Dots[], into = 'water') => {
      const vote = voteOn(['Groen', 'Water', 'Bankjes'], 3, 3, { perspectives: lenses })
      const residents = [{ groen: 3 }, { bankjes: 3 }, { groen: 1, water: 1 }]
      for (const [at, dots] of [...residents, ...others].entries()) {
        const who = everybody[at]!
        if (at < residents.length) vote.story.when(who, { type: 'seat.perspective', perspective: 'bewoner' })
        casts(vote, who, dots)
      }
      for (let paper = 1; paper <= papers; paper++)
        vote.story.when(joost, { type: 'ballot.enter', round: vote.round, paper, dots: dotsOf(vote, { bankjes: paper }) })
      close(vote)
      reveal(vote)
      expect(resultIn(vote).perspectives).toHaveLength(1)
      vote.story.when(joost, { type: 'cluster.merge', from: vote.cluster['groen'] as string, into: vote.cluster[into] as string })
      return resultIn(vote).perspectives
    }
    expect(merges(3, [{ groen: 3 }, { water: 3 }, { groen: 1, water: 2 }])).toEqual([])
    // Without paper nothing hides in the rest, and without phones in it the slips are all that it is.
    expect(merges(0, [{ groen: 3 }, { bankjes: 3 }, { groen: 1, water: 2 }])).toHaveLength(1)
    expect(merges(3, [])).toHaveLength(1)
  })

  test('V9 totals that were frozen before it was known what they tell are told no more, and others still are', () => {
    const vote = voteOn(['Groen', 'Water'], 3, 3, { perspectives: lenses })
    for (const who of everybody) {
      vote.story.when(who, { type: 'seat.perspective', perspective: 'bewoner' })
      casts(vote, who, who === everybody[0] ? { groen: 3 } : { groen: 2, water: 1 })
    }
    close(vote)
    reveal(vote)
    const round = roundOf(vote)
    const whole = resultIn(vote)
    const frozen = (dots: Dots, ballots: number) => ({
      ...whole,
      perspectives: [{ perspective: 'bewoner', ballots, dots: dotsOf(vote, dots) }],
    })
    const told = (final: Result) => resultOf(vote.story.plein, { ...round, ballots: null, final })?.perspectives
    expect(told(frozen({ groen: 9 }, 3))).toEqual([])
    expect(told(frozen({ groen: 13, water: 5 }, 6))).toHaveLength(1)
  })

  test('V9 for any totals it is known of each when nobody can have given otherwise, and only then', () => {
    const rows = fc.array(fc.record({ dots: fc.nat(6), most: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 3 })
    let certain = 0
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 4 }), (sums, people, budget) => {
        const ways = waysOf(sums, people, budget)
        fc.pre(ways > 0)
        certain += ways === 1 ? 1 : 0
        expect(knownOfEach(sums, people, budget)).toBe(ways === 1)
      }),
      { numRuns: runs(500) },
    )
    expect(certain).toBeGreaterThan(enough(40))
  })
})

describe('closing for good', () => {
  const room = () => {
    const vote = voteOn(['Groen', 'Water'])
    for (const who of everybody) casts(vote, who, { groen: 2, water: 1 })
    return vote
  }

  test('V14 what was counted keeps its result without its ballots, and the stored event is blanked', () => {
    const vote = room()
    close(vote)
    reveal(vote)
    const before = resultIn(vote)
    const { story } = vote
    const index = story.log.findIndex((event) => event.type === 'round.counted')
    const original = story.log[index]
    const { redactions, events } = sealRounds(story.plein, story.world)
    expect(events).toEqual([])
    expect(redactions).toEqual([{ version: index + 1, event: { ...original, ballots: null, final: before } }])
    story.when(joost, { type: 'plein.close', confirmed: true }).later(60_001)
    const reloaded = replay(story.log)
    expect(reloaded.plein.rounds.get(vote.round)).toMatchObject({ ballots: null, final: before, status: 'counted' })
    expect(shownResult(maps(reloaded.board), vote.round)).toEqual(before)
    expect(JSON.stringify(story.log)).not.toMatch(/"ballots":\[/)
  })

  test.each(['open', 'closed'] as const)('V14 a round that is still %s is counted and frozen at once, no ballot is stored', (status) => {
    const vote = room()
    if (status === 'closed') close(vote)
    const { story } = vote
    story.when(joost, { type: 'plein.close', confirmed: true }).later(60_001)
    expect(story.plein.rounds.get(vote.round)).toMatchObject({
      status: 'counted',
      ballots: null,
      cast: 6,
      final: { ballots: 6, voters: 6 },
    })
    expect(JSON.stringify(story.log)).not.toMatch(/"ballots":\[/)
    expect(story.plein.ballots.size).toBe(0)
  })

  test('S4 sealing a round with two ballots keeps it held back', () => {
    const vote = voteOn(['Groen', 'Water'])
    casts(vote, fatma, { groen: 2 })
    casts(vote, ria, { water: 2 })
    const [event] = sealRounds(vote.story.plein, vote.story.world).events
    expect(event).toMatchObject({ ballots: null, cast: 2, perspectives: [], final: { heldBack: true, rows: [] } })
  })
})
