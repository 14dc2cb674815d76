import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealSecret, secretOf } from '../../server/live/cards.ts'
import { openBallot, plainBallot, type Row, roundKey, sealBallot, toBytes, toDots } from '../../server/live/seal.ts'
import type { NameAnswer } from '../../shared/domain/names/answer.ts'
import { rowOf } from '../../shared/domain/names/row.ts'
import type { Dots, Round } from '../../shared/domain/state.ts'
import { ballotFor } from '../../shared/domain/votes/ballot.ts'
import { lengths } from '../../shared/text/lengths.ts'
import { roundOf, voteOn } from '../support/voting.ts'

const aRound = (items: number, budget: number): Round => ({
  ...roundOf(voteOn(['Groen', 'Water'])),
  items: Array.from({ length: items }, (_, place) => ({ id: `ding-${place}`, letter: String(place), name: null })),
  budget,
  maximum: budget,
})
/** A round, and a ballot that its rules accept. */
const ballot = fc
  .record({
    items: fc.integer({ min: 2, max: 60 }),
    budget: fc.constantFrom(1, 3, 10, 255, 256, 10_000),
    draws: fc.array(fc.nat(), { maxLength: 12 }),
  })
  .map(({ items, budget, draws }) => {
    const round = aRound(items, budget)
    const dots: Dots = {}
    let left = budget
    for (const draw of draws) {
      const given = Math.min(left, (draw % 7) + (draw % 3 === 0 ? Math.floor(left / 2) : 0))
      const item = `ding-${draw % items}`
      if (given > 0) dots[item] = (dots[item] ?? 0) + given
      left -= given
    }
    const accepted = ballotFor(round, dots)
    if ('refusal' in accepted) throw new Error(JSON.stringify(accepted))
    return { round, dots: accepted.dots }
  })
const row: Row = { plein: 'bos', round: 'r1', voter: 'fatma' }

describe('a sealed ballot', () => {
  it('S3 opens to what was cast, in the same order, and is as long as any other of its round', () => {
    const key = roundKey()
    const lengths = new Map<string, Set<number>>()
    fc.assert(
      fc.property(ballot, ({ round, dots }) => {
        const sealed = sealBallot(key, row, toBytes(round, dots))
        const opened = openBallot(key.own, row, sealed)
        expect(JSON.stringify(opened && toDots(round, opened))).toBe(JSON.stringify(dots))
        const same = `${round.items.length} ${round.budget}`
        lengths.set(same, (lengths.get(same) ?? new Set()).add(sealed.length))
        const all = Object.fromEntries(round.items.map(({ id }) => [id, 1]))
        for (const other of [{}, all, { [round.items[0]!.id]: round.budget }])
          lengths.get(same)!.add(sealBallot(key, row, toBytes(round, other)).length)
      }),
      { numRuns: 100 },
    )
    expect(lengths.size).toBeGreaterThan(20)
    for (const [of, found] of lengths) expect([of, found.size]).toEqual([of, 1])
  })

  it('S3 does not open with another key, in the row of another voter, round or Plein, or with one byte changed', () => {
    const [key, other] = [roundKey(), roundKey()]
    const round = aRound(5, 5)
    const sealed = sealBallot(key, row, toBytes(round, { 'ding-2': 3 }))
    expect(openBallot(key.own, row, sealed)).not.toBeNull()
    expect(openBallot(other.own, row, sealed)).toBeNull()
    for (const swapped of [{ voter: 'joost' }, { round: 'r2' }, { plein: 'haven' }, { round: 'r1","fatma' }])
      expect(openBallot(key.own, { ...row, ...swapped }, sealed)).toBeNull()
    for (let place = 0; place < sealed.length - 1; place++) {
      const changed = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1)
      expect(openBallot(key.own, row, changed), `place ${place}`).toBeNull()
    }
    for (const rubbish of ['', '1.', '1.AAAA', `2.${sealed.slice(2)}`, `1.${'A'.repeat(80)}`, '{"ding-2":3}'])
      expect(openBallot(key.own, row, rubbish)).toBeNull()
  })

  it('S3 the same ballot sealed twice looks like two different ones', () => {
    const [key, bytes] = [roundKey(), toBytes(aRound(5, 5), {})]
    const sealed = new Set(Array.from({ length: 50 }, () => sealBallot(key, row, bytes)))
    expect(sealed.size).toBe(50)
  })

  it('a ballot of another round, or one that is not plain, is no ballot', () => {
    expect(toDots(aRound(5, 5), toBytes(aRound(6, 5), {}))).toBeNull()
    for (const none of ['1.AAAA', '{"ding-2":3', '[3]', '']) expect(plainBallot(none)).toBeNull()
    expect(plainBallot('{"ding-2":3}')).toEqual({ 'ding-2': 3 })
  })
})

it('G6 what an author says of a name stands equally long, whatever it is, in whatever signs', () => {
  const [key, cluster] = [roundKey(), 'c'.repeat(22)]
  const long = (said: Partial<NameAnswer>): number => {
    const answer: NameAnswer = { cluster, answer: 'yes', words: null, heard: null, counted: null, gone: false, ...said }
    return sealSecret(key, 'bos', secretOf({ keep: 'name', row: rowOf('a'.repeat(64), cluster), said: answer })).sealed.length
  }
  for (const sign of ['a', 'é', '漢', '𝒢', '"']) {
    const words = sign.repeat(lengths.cluster)
    expect(long({ answer: 'words', words }), sign).toBe(long({}))
    expect(long({ answer: 'words', words, heard: words, counted: 'words' }), sign).toBe(long({ answer: 'out', counted: 'out' }))
  }
})
