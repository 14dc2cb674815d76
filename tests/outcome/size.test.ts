/** An outcome that was made to keep everybody waiting, and the outcome of a long day that must not. */
import { expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { importOutcome } from '../../server/outcome/import/import.ts'
import { type Outcome, OutcomeSchema } from '../../server/outcome/schema.ts'
import type { Cluster, Framing, Plein } from '../../shared/domain/state.ts'
import { testWorld } from '../support/world.ts'
import { addCluster, afternoon } from './plein.ts'

const world = testWorld()
const first = (plein: Plein): Framing => plein.framings.get('framing-1')!
const whole = (): Outcome => {
  const plein = afternoon()
  plein.retainUntil = world.now() + 90 * 86_400_000
  plein.framings.set('framing-1', { ...first(plein), phase: 'phase-ideas' })
  return OutcomeSchema.parse(JSON.parse(JSON.stringify(outcomeOf(plein))))
}
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

/** How often a group is looked up. */
class Counted extends Map<string, Cluster> {
  looks = 0
  override get(id: string) {
    this.looks += 1
    return super.get(id)
  }
}
const merged = (count: number, into: (at: number) => string | null): { plein: Plein; clusters: Counted } => {
  const plein = afternoon()
  for (let at = 0; at < count; at++) addCluster(plein, `groep-${at}`, `Groep ${at}`, { removed: true, mergedInto: into(at) })
  const clusters = new Counted(plein.clusters)
  plein.clusters = clusters
  plein.framings.set('framing-1', { ...first(plein), sources: many(count, (at) => ({ kind: 'cluster', id: `groep-${at}` })) })
  clusters.looks = 0
  return { plein, clusters }
}

test('O3 R5 groups that went into each other, in a row or in a ring, are passed once and not once for each source', () => {
  const row = merged(1000, (at) => (at === 999 ? 'cluster-night' : `groep-${at + 1}`))
  const told = outcomeOf(row.plein).chain.find(({ id }) => id === 'framing-1')!.sources
  expect(told).toHaveLength(1000)
  expect(new Set(told.map((source) => source.kind === 'cluster' && source.now))).toEqual(new Set(['cluster-night']))
  expect(row.clusters.looks).toBeLessThan(5000)

  const ring = merged(1000, (at) => `groep-${(at + 1) % 1000}`)
  expect(outcomeOf(ring.plein).chain).toHaveLength(outcomeOf(afternoon()).chain.length)
  expect(ring.clusters.looks).toBeLessThan(5000)
})

test('O3 a ring of groups is refused where it begins', () => {
  const outcome = whole()
  const at = outcome.chain.findIndex(({ id }) => id === 'framing-1')
  const sources = many(200, (n) => ({ kind: 'cluster' as const, id: `groep-${n}`, name: null, now: `groep-${(n + 1) % 200}` }))
  outcome.chain[at] = { ...outcome.chain[at]!, sources }
  expect(importOutcome({ outcome }, world)).toMatchObject({
    refusal: { code: 'outcome-inconsistent', pointer: `/chain/${at}/sources/0` },
  })
})

const result = (outcome: Outcome) => outcome.rounds[0]!.result!
test.each<[string, number, (outcome: Outcome, count: number) => unknown]>([
  ['/chain', 200, (it, count) => Object.assign(it, { chain: many(count, (at) => ({ ...it.chain[0]!, id: `vraag-${at}`, order: at })) })],
  [
    '/chain/1/sources',
    201,
    (it, count) => Object.assign(it.chain[1]!, { sources: many(count, () => ({ kind: 'round', id: it.rounds[0]!.id, question: null })) }),
  ],
  ['/clusters', 2000, (it, count) => Object.assign(it, { clusters: many(count, (at) => ({ ...it.clusters[0]!, id: `groep-${at}` })) })],
  ['/rounds', 500, (it, count) => Object.assign(it, { rounds: many(count, (at) => ({ ...it.rounds[0]!, id: `ronde-${at}` })) })],
  ['/played', 2000, (it, count) => Object.assign(it, { played: many(count, () => it.played[0]!) })],
  ['/plein/perspectives', 50, (it, count) => Object.assign(it.plein, { perspectives: many(count, (at) => `Buurt ${at}`) })],
  [
    '/rounds/0/result/perspectives',
    50,
    (it, count) => Object.assign(result(it), { perspectives: many(count, () => result(it).perspectives[0]!) }),
  ],
  [
    '/rounds/0/result/rows/0/merged',
    2000,
    (it, count) => Object.assign(result(it).rows[0]!, { merged: many(count, (at) => `groep-${at}`) }),
  ],
])('O3 R5 at most so much stands in %s: %i', (pointer, maximum, fill) => {
  const of = (count: number) => {
    const outcome = structuredClone(whole())
    fill(outcome, count)
    return importOutcome({ outcome: OutcomeSchema.parse(outcome) }, world)
  }
  expect(of(maximum + 1)).toEqual({ ok: false, refusal: { code: 'outcome-too-large', pointer, maximum } })
  expect(of(maximum)).not.toMatchObject({ refusal: { code: 'outcome-too-large' } })
})

test('O3 R5 the ideas behind all sources together are bounded: a page tells them at each', () => {
  const outcome = whole()
  outcome.clusters[0]!.ideas = many(1000, (at) => `idee-${at}`)
  const sources = many(101, () => ({ kind: 'cluster' as const, id: outcome.clusters[0]!.id, name: 'Nacht', now: null }))
  outcome.chain[1] = { ...outcome.chain[1]!, sources }
  expect(importOutcome({ outcome }, world)).toMatchObject({ refusal: { code: 'outcome-too-large', pointer: '/chain' } })
})

test('R5 what changed between two wordings is counted once, until one of them changes', () => {
  const plein = afternoon()
  const of = () => outcomeOf(plein).chain[1]!.difference
  const before = of()
  expect(before).not.toBe(null)
  expect(of()).toBe(before)
  const [, last] = [...plein.framings.values()].filter(({ undone }) => !undone).sort((a, b) => a.order - b.order)
  plein.framings.set(last!.id, { ...last!, text: `${last!.text} En wie betaalt dat?` })
  const after = of()
  expect(after).not.toEqual(before)
  expect(of()).toBe(after)
})
