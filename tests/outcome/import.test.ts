import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tangled } from '../../server/http/depth.ts'
import { listingOf } from '../../server/live/listing.ts'
import { outcomeOf } from '../../server/outcome/build.ts'
import { brokenAsk } from '../../server/outcome/import/asks.ts'
import { type Import, importOutcome } from '../../server/outcome/import/import.ts'
import { tooMuch } from '../../server/outcome/import/size.ts'
import { type Outcome, OutcomeSchema } from '../../server/outcome/schema.ts'
import { broken } from '../../shared/domain/invariants/broken.ts'
import { evolveImported } from '../../shared/domain/life/imported.ts'
import { emptyPlein } from '../../shared/domain/state.ts'
import type { FramingEntry } from '../../shared/wire/documents.ts'
import { askedAfterVote } from '../support/asked.ts'
import type { Story } from '../support/given.ts'
import { type Deed, deeds, live, lively } from '../support/history.ts'
import { fatma, hanna, joost, mo, ria, samir, teun } from '../support/people.ts'
import { type Maps, maps, replay } from '../support/replica.ts'
import { enough, runs } from '../support/runs.ts'
import { testWorld } from '../support/world.ts'
import { addCluster, addRound, afternoon, result, row } from './plein.ts'

const world = testWorld()
const taken = (wish: Import) => {
  const imported = importOutcome(wish, world)
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  return imported.event
}
/** As it travels. */
const exported = (outcome: Outcome): Outcome => OutcomeSchema.parse(JSON.parse(JSON.stringify(outcome)))

/** What belonged to the room on its day, or to the server: see docs/decisions. */
const ofTheDay = ['interrupted', 'timer', 'show', 'doorLocked', 'doorAsks', 'outcomeShared', 'closesAt', 'imported']
const ofTheServer = ['ownerAdopts', 'ownerListens', 'address']
const without = (map: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)))

/** The board, but for those, and for sources and chosen questions that its room can see no more: those an outcome does not name. */
const told = (board: Maps, { chain }: Outcome) => {
  const { meta: _, plein = {}, framings = {}, ...rest } = board
  const named = new Map(
    chain.map(({ id, sources }) => [
      id,
      sources.map((source) => ({ kind: source.kind, id: source.id, ...('touched' in source && source.touched ? { touched: true } : {}) })),
    ]),
  )
  const chosen = new Map(chain.map(({ id, question }) => [id, question]))
  const kept = ({ sources }: FramingEntry, id: string) =>
    (named.get(id) ?? []).map((one) => sources.find((source) => source.kind === one.kind && source.id === one.id) ?? one)
  const asked = ({ question }: FramingEntry, id: string) => (chosen.get(id) === null ? null : (question ?? null))
  return {
    ...rest,
    framings: Object.fromEntries(
      Object.entries(framings as Record<string, FramingEntry>).map(([id, framing]) => [
        id,
        { ...framing, sources: kept(framing, id), named: named.get(id), question: asked(framing, id) },
      ]),
    ),
    plein: { ...without(plein, ofTheDay), settings: without(plein['settings'] as Record<string, unknown>, ofTheServer) },
  }
}

/** A burst in which nobody to everybody says how it feels, before and after. */
const feel = (story: Story, all: readonly Deed[]): void => {
  story.when(joost, { type: 'phase.play', kind: 'burst' })
  const phase = story.plein.current
  if (!story.last.ok || phase === null) return
  for (const [at, on] of (['mood-before', 'mood-after'] as const).entries())
    for (const [place, who] of [fatma, ria, samir, hanna, teun, mo].slice(0, all[at]!.one % 7).entries())
      story.when(who, { type: 'tap.set', on, phase, value: (['heavy', 'neutral', 'light'] as const)[all[place]!.two % 3]! })
}

/** The outcome of a Plein that is closed for good, after its board has shown to be equal when it is taken in again, and once more. */
const sameAgain = (story: Story): Outcome => {
  const { plein, board } = replay(story.log)
  const outcome = outcomeOf(plein)
  const event = taken({ outcome: exported(outcome) })
  const again = replay([event])
  expect(broken(again.plein)).toEqual([])
  const second = outcomeOf(again.plein)
  expect({ ...second, plein: { ...second.plein, id: outcome.plein.id, imported: null } }).toEqual(outcome)
  expect(told(maps(again.board), second)).toEqual(told(maps(board), outcome))
  expect(maps(again.desk)).toEqual({})
  // And once more: it is no copy that fades.
  expect(taken({ outcome: exported(second) }).taken).toEqual(event.taken)
  return outcome
}

describe('taken in again', () => {
  test('O1 Q3 a question of a burst that became the question and was hidden after it: the wording stays and names it no more', () => {
    const story = lively()
    story.when(joost, { type: 'phase.play', kind: 'burst' })
    const phase = story.plein.current!
    story.when(joost, { type: 'idea.enter', as: 'question', text: 'Wie beslist hier eigenlijk?', phase })
    const question = story.answer['idea'] as string
    story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all', as: 'question' })
    story.when(joost, { type: 'framing.adopt', text: 'Wie beslist hier?', sources: [], proposal: question })
    expect(outcomeOf(story.plein).chain.at(-1)).toMatchObject({ form: 'burst', question })
    story.when(joost, { type: 'idea.hide', ideas: [question] })
    story.when(joost, { type: 'plein.close', confirmed: true }).later(61_000)
    expect(story.plein.sealed).toBe(true)
    expect(sameAgain(story).chain.at(-1)).toMatchObject({ text: 'Wie beslist hier?', form: 'burst', question: null, sources: [] })
  })

  test('O1 O2 random Pleinen: the same outcome to the letter, and the same board', () => {
    const seen = { moods: 0, ideas: 0, rounds: 0, shown: 0, asks: 0, conditions: 0, framings: 0, sources: 0, gone: 0 }
    const owner = { touched: 0, words: 0, days: 0 }
    fc.assert(
      fc.property(deeds(160), (all) => {
        const story = lively()
        live(story, all)
        if (story.plein.stage === 'open') {
          askedAfterVote(story)
          // What was voted on may be hidden after it.
          const [item] = [...story.plein.rounds.values()].at(-1)?.items ?? []
          if (item && all[2]!.one % 4 === 0) story.when(joost, { type: 'idea.hide', ideas: [item.id] })
          feel(story, all)
          story.when(joost, { type: 'plein.close', confirmed: true })
          story.later(61_000)
        }
        if (!story.plein.sealed) return
        const outcome = sameAgain(story)
        seen.moods += outcome.moods.length
        seen.ideas += outcome.ideas.length
        seen.rounds += outcome.rounds.length
        seen.shown += outcome.rounds.filter(({ status }) => status === 'shown').length
        seen.asks += outcome.rounds.flatMap(({ asks }) => asks).length
        seen.conditions += outcome.conditions.length
        seen.framings += outcome.chain.length - 1
        seen.sources += outcome.chain.flatMap(({ sources }) => sources).length
        owner.touched += outcome.chain.flatMap(({ sources }) => sources).filter((source) => 'touched' in source && source.touched).length
        owner.words += outcome.word === null ? 0 : 1
        owner.days += outcome.commitments.filter(({ day }) => day !== null).length
        seen.gone += outcome.rounds.flatMap(({ items }) => items).filter(({ label }) => label === null).length
      }),
      { numRuns: runs(80) },
    )
    console.log(`taken in again: ${JSON.stringify(seen)}`)
    for (const [what, count] of Object.entries({ ...seen, ...owner })) expect(count, what).toBeGreaterThan(enough(0))
  })

  test('O2 what was still going on is over: no round is open, and nothing that was not shown is known', () => {
    fc.assert(
      fc.property(deeds(80), (all) => {
        const story = lively()
        live(story, all)
        const outcome = exported(outcomeOf(replay(story.log).plein))
        const { plein } = replay([taken({ outcome })])
        expect(plein).toMatchObject({ stage: 'closed', sealed: true })
        expect(plein.keys.size + plein.seats.size + plein.ballots.size + plein.steps.length).toBe(0)
        for (const round of plein.rounds.values()) expect(round).toMatchObject({ status: 'counted', ballots: null })
        expect(outcomeOf(plein).chain).toEqual(outcome.chain)
      }),
      { numRuns: runs(40) },
    )
  })
})

describe('what is no outcome', () => {
  /** Of a Plein with a vote of ten ballots, a held back one, and a wording from an idea, a group, the vote and the first wording. */
  const whole = (): Outcome => {
    const plein = afternoon()
    plein.retainUntil = world.now() + 90 * 86_400_000
    plein.framings.set('framing-1', { ...plein.framings.get('framing-1')!, phase: 'phase-ideas' })
    addCluster(plein, 'cluster-sleep', 'Slaap', { removed: true, mergedInto: 'cluster-night' })
    addRound(plein, 'round-few', { cast: 2, final: result([], { ballots: 2, voters: 0, heldBack: true }) })
    addRound(plein, 'round-merged', {
      items: ['cluster-night', 'cluster-sleep', 'cluster-money'].map((id, at) => ({ id, letter: 'ABC'[at]!, name: id })),
      final: result([row('cluster-night', [1, 5, 3, 1], { merged: ['cluster-sleep'] }), row('cluster-money', [8, 2])]),
    })
    return exported(outcomeOf(plein))
  }
  type Loose = { [key: string]: Loose } & Loose[]
  const spoiled = (spoil: (outcome: Loose) => void): unknown => {
    const outcome = structuredClone(whole())
    spoil(outcome as unknown as Loose)
    return outcome
  }

  test('O2 as it stands it is one', () => {
    expect(importOutcome({ outcome: whole() }, world)).toMatchObject({ ok: true })
    const { plein } = replay([taken({ outcome: whole() })])
    expect(outcomeOf(plein).rounds).toEqual(whole().rounds)
    expect(outcomeOf(plein).rounds.map(({ status, cast }) => [status, cast])).toEqual([
      ['shown', 10],
      ['held-back', 2],
      ['shown', 10],
    ])
  })

  test.each<[string, (outcome: Loose) => unknown]>([
    ['a field that is not known', (it) => Object.assign(it, { ballots: [] })],
    ['a seat in an idea', (it) => Object.assign(it['ideas']![0]!, { seat: 'seat-fatma' })],
    ['another format', (it) => Object.assign(it, { format: 'pleinbord-outcome/4' })],
    ['no chain', (it) => Object.assign(it, { chain: undefined })],
    ['an id that JavaScript gives a meaning', (it) => Object.assign(it['ideas']![0]!, { id: '__proto__' })],
    ['an id that every object has', (it) => Object.assign(it['ideas']![0]!, { id: 'constructor' })],
    ['dots on what every object has', (it) => Object.assign(it['rounds']![0]!['result']!['perspectives']![0]!, { dots: { toString: 1 } })],
    ['an id that is a path', (it) => Object.assign(it['ideas']![0]!, { id: '../../etc' })],
    ['half a dot', (it) => Object.assign(it['rounds']![0]!['result']!['rows']![0]!, { dots: 11.5 })],
    ['a moment in words', (it) => Object.assign(it['chain']![0]!, { at: 'gisteren' })],
  ])('O3 %s does not fit the form', (_, spoil) => {
    expect(OutcomeSchema.safeParse(spoiled(spoil)).success).toBe(false)
  })

  test('O3 names that JavaScript gives a meaning are refused wherever they stand, and change nothing', () => {
    for (const place of ['"plein":{', '"dots":{', '"result":{', '"counts":{']) {
      const text = JSON.stringify(whole()).replace(place, `${place}"__proto__":{"polluted":true},`)
      expect(text).toContain('__proto__')
      expect(OutcomeSchema.safeParse(JSON.parse(text)).success, place).toBe(false)
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('O3 what is nested without end is refused without falling', () => {
    const deep = `${'{"plein":'.repeat(200_000)}1${'}'.repeat(200_000)}`
    expect(OutcomeSchema.safeParse(JSON.parse(deep)).success).toBe(false)
    const within = JSON.stringify(whole()).replace('"counts":{', `"counts":${'['.repeat(200_000)}${']'.repeat(200_000)},"c":{`)
    expect(OutcomeSchema.safeParse(JSON.parse(within)).success).toBe(false)
  })

  test('R5 O1 asks and answers in any number are each looked at once: an answer sought for every ask would take many minutes', () => {
    const outcome = whole()
    const [{ taken: base, ...event }, many] = [taken({ outcome }), Array.from({ length: 100_000 }, (_, at) => `x${at}`)]
    const [round, idea] = [base.rounds[0]!, base.ideas[0]!]
    const asks = many.map((item) => ({ item, parts: [item], answers: null }))
    const ideas = many.map((id) => ({ ...idea, id, as: 'condition' as const, cluster: null, about: { round: round.id, item: id } }))
    const plein = emptyPlein('plein-many')
    evolveImported(
      plein,
      { ...event, taken: { ...base, rounds: [{ ...round, asks: asks.map((ask) => ({ ...ask, answers: 0 })) }], ideas } },
      1,
    )
    expect(plein.rounds.get(round.id)?.asks.every(({ item, conditions }) => conditions.length === 1 && conditions[0] === item)).toBe(true)

    const items = many.map((id) => ({ ...outcome.rounds[0]!.items[0]!, id }))
    const other = { ...outcome, conditions: [], rounds: [{ ...outcome.rounds[0]!, items: [...items], asks }] }
    expect(brokenAsk(other)).toBeNull()
    expect(tooMuch({ ...outcome, rounds: many.slice(0, 6).map(() => ({ ...outcome.rounds[0]!, asks: asks.slice(0, 1700) })) })).toEqual({
      pointer: '/rounds',
      maximum: 10_000,
    })
  })

  const result0 = (it: Loose) => it['rounds']![0]!['result']!
  const group0 = (it: Loose, part: object) => Object.assign(result0(it)['perspectives']![0]!, part)
  const asks = (it: Loose, answers: number | null, texts: string[]) => {
    const { phase } = it['rounds']![0]!
    const item = 'cluster-night'
    Object.assign(it['rounds']![0]!, { asks: [{ item, parts: [item], answers }] })
    const about = { phase, late: false, entry: 'phone', cluster: null, round: it['rounds']![0]!['id'], item }
    Object.assign(it, { conditions: texts.map((text, at) => ({ id: `nodig-${at}`, text, order: 50 + at, ...about })) })
  }
  test.each<[string, string, (outcome: Loose) => unknown]>([
    ['a source that is nowhere', '/chain/1/sources', (it) => Object.assign(it['chain']![1]!['sources']![0]!, { id: 'nergens' })],
    [
      'a source with words of another',
      '/chain/1/sources/0/text',
      (it) => Object.assign(it['chain']![1]!['sources']![0]!, { text: 'Iets anders' }),
    ],
    ['a group that is nowhere', '/clusters/0/ideas/0', (it) => Object.assign(it['ideas']![0]!, { cluster: 'nergens' })],
    ['a group that holds what is nowhere', '/clusters/0/ideas', (it) => it['clusters']![0]!['ideas']!.push('nergens' as unknown as Loose)],
    ['a group that nobody would see', '/clusters', (it) => Object.assign(it['clusters']![1]!, { open: false })],
    ['two ideas of one id', '/ideas', (it) => it['ideas']!.push(it['ideas']![0]!)],
    ['an idea that stands as a closing sentence too', '/', (it) => Object.assign(it['closing']![0]!, { id: 'idea-fatma' })],
    ['two ideas in one place of the order', '/', (it) => Object.assign(it['ideas']![1]!, { order: 1 })],
    ['an idea without a place in the order', '/chain/1/sources/0', (it) => Object.assign(it['ideas']![0]!, { order: 0 })],
    ['a phase that is nowhere', '/', (it) => Object.assign(it['ideas']![0]!, { phase: 'nergens' })],
    ['a phase that was played and is nowhere', '/', (it) => Object.assign(it['played']![1]!, { phase: 'nergens' })],
    ['a first wording that is not the first', '/chain', (it) => Object.assign(it['chain']![0]!, { order: 5 })],
    ['no wording at all', '/chain', (it) => Object.assign(it, { chain: [] })],
    ['a form that its wording contradicts', '/chain/1/form', (it) => Object.assign(it['chain']![1]!, { form: 'rewritten' })],
    ['a text in another Unicode form', '/ideas/0/text', (it) => Object.assign(it['ideas']![0]!, { text: 'cafe\u0301' })],
    [
      'a vote with two ballots',
      '/rounds/0/result/ballots',
      (it) => {
        Object.assign(it['rounds']![0]!, { cast: 2 })
        Object.assign(result0(it), { ballots: 2 })
      },
    ],
    ['another number of ballots than were cast', '/rounds/0/result/ballots', (it) => Object.assign(it['rounds']![0]!, { cast: 12 })],
    ['more voters than ballots', '/rounds/0/result/voters', (it) => Object.assign(result0(it), { voters: 11 })],
    ['dots that the spread does not add up to', '/rounds/0/result/rows/0', (it) => Object.assign(result0(it)['rows']![0]!, { dots: 13 })],
    ['a minority that is none', '/rounds/0/result/rows/0', (it) => Object.assign(result0(it)['rows']![0]!, { strongMinority: true })],
    [
      'more on one item than the maximum',
      '/rounds/0/result/rows/1',
      (it) => Object.assign(result0(it)['rows']![1]!, { dots: 10, spread: [8, 0, 0, 0, 0, 2] }),
    ],
    ['more than all budgets together', '/rounds/0/result/rows', (it) => Object.assign(it['rounds']![0]!, { budget: 1, maximum: 1 })],
    [
      'a row of what was not voted on',
      '/rounds/0/result/rows',
      (it) => Object.assign(result0(it)['rows']![0]!, { item: 'cluster-elders' }),
    ],
    ['a row twice', '/rounds/0/result/rows', (it) => result0(it)['rows']!.push(result0(it)['rows']![0]!)],
    ['a perspective of two people', '/rounds/0/result/perspectives', (it) => group0(it, { ballots: 2 })],
    ['a perspective that leaves two people over', '/rounds/0/result/perspectives', (it) => group0(it, { ballots: 8 })],
    ['a perspective with more dots than there were', '/rounds/0/result/perspectives', (it) => group0(it, { dots: { 'cluster-money': 5 } })],
    [
      'a perspective of which every ballot is known',
      '/rounds/0/result/perspectives',
      (it) => group0(it, { ballots: 3, dots: { 'cluster-night': 9 } }),
    ],
    ['a result of a vote that was held back', '/rounds/1/result', (it) => Object.assign(it['rounds']![1]!, { result: result0(it) })],
    ['a vote that was held back with enough ballots', '/rounds/1/cast', (it) => Object.assign(it['rounds']![1]!, { cast: 3 })],
    ['ballots of a vote that is open', '/rounds/1/cast', (it) => Object.assign(it['rounds']![1]!, { status: 'open', reason: null })],
    ['a mood of two people', '/moods/0', (it) => Object.assign(it['moods']![0]!, { after: { heavy: 1, neutral: 0, light: 1 } })],
    ['a mood of a phase that is nowhere', '/moods/0', (it) => Object.assign(it['moods']![0]!, { phase: 'nergens' })],
    ['a mood of nobody', '/moods', (it) => Object.assign(it['moods']![0]!, { before: null })],
    ['two moods of one phase', '/moods', (it) => it['moods']!.push(it['moods']![0]!)],
    ['opinions that do not lie far apart', '/rounds/0/result/rows/0', (it) => Object.assign(result0(it)['rows']![0]!, { divided: true })],
    [
      'a question about what was not voted on',
      '/rounds/0/asks/0',
      (it) => Object.assign(it['rounds']![0]!, { asks: [{ item: 'elders', parts: ['elders'], answers: null }] }),
    ],
    [
      'a question about a vote that nobody was shown',
      '/rounds/1/asks/0',
      (it) => Object.assign(it['rounds']![1]!, { asks: [{ item: 'cluster-night', parts: ['cluster-night'], answers: null }] }),
    ],
    ['two answers', '/rounds/0/asks/0', (it) => asks(it, 2, ['een', 'twee'])],
    ['more answers than were given', '/rounds/0/asks/0', (it) => asks(it, 3, ['een', 'twee', 'drie', 'vier'])],
    ['a number of answers of which none was shared', '/rounds/0/asks/0', (it) => asks(it, 3, [])],
    ['answers of which nobody knows how many there were', '/rounds/0/asks/0', (it) => asks(it, null, ['een'])],
    [
      'an answer to what was not asked',
      '/conditions/0',
      (it) => {
        asks(it, 3, ['een'])
        Object.assign(it['conditions']![0]!, { item: 'cluster-money' })
        Object.assign(it['rounds']![0]!['asks']![0]!, { answers: null })
      },
    ],
    ['that nothing was shared, beside what was', '/counts/shared', (it) => Object.assign(it, { counts: { ...it['counts'], shared: 0 } })],
    ['that more was shared than stands in it', '/counts/shared', (it) => Object.assign(it, { counts: { ...it['counts'], shared: 99 } })],
    ['letters out of order', '/rounds/0/items', (it) => Object.assign(it['rounds']![0]!['items']![0]!, { letter: 'Z' })],
  ])('O3 S4 %s is refused with its place', (_, pointer, spoil) => {
    const outcome = OutcomeSchema.parse(spoiled(spoil))
    const imported = importOutcome({ outcome }, world)
    expect(imported).toMatchObject({ ok: false, refusal: { code: 'outcome-inconsistent', pointer: expect.stringContaining(pointer) } })
  })

  test('O3 a text that is empty, too long or holds what may not stand there is refused under its own name', () => {
    const refused = (text: string) =>
      importOutcome({ outcome: OutcomeSchema.parse(spoiled((it) => Object.assign(it['ideas']![1]!, { text }))) }, world)
    expect(refused('  ')).toMatchObject({ refusal: { code: 'text-empty', pointer: '/ideas/1/text' } })
    expect(refused('a'.repeat(501))).toMatchObject({ refusal: { code: 'text-too-long', maximum: 500 } })
    expect(refused('links\u202erechts')).toMatchObject({ refusal: { code: 'text-forbidden', pointer: '/ideas/1/text' } })
  })

  test('O3 more than a Plein may hold is refused', () => {
    const one = whole()
    const many = { ...one, checkin: Array.from({ length: 5001 }, (_, at) => ({ ...one.checkin[0]!, id: `feit-${at}`, order: 100 + at })) }
    expect(importOutcome({ outcome: many }, world)).toMatchObject({ refusal: { code: 'plein-full', maximum: 5000 } })
    const unseen = { ...one, counts: { ...one.counts, hidden: Number.MAX_SAFE_INTEGER } }
    expect(importOutcome({ outcome: unseen }, world)).toMatchObject({ refusal: { code: 'plein-full', maximum: 5000 } })
    const long = { ...one, phases: Array.from({ length: 61 }, (_, at) => ({ ...one.phases[0]!, id: `fase-${at}` })) }
    expect(importOutcome({ outcome: long }, world)).toMatchObject({ refusal: { code: 'too-many-phases' } })
  })

  test('O3 how deep a text is nested is seen before it is parsed; brackets in a text do not count', () => {
    const nested = (depth: number) => Buffer.from(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)
    expect([tangled(nested(31)), tangled(nested(32)), tangled(nested(7_000_000))]).toEqual([false, true, true])
    expect(tangled(Buffer.from(JSON.stringify({ text: '[{"\\'.repeat(200) })))).toBe(false)
    expect(tangled(Buffer.from(JSON.stringify(whole())))).toBe(false)
  })

  test('O3 R5 how many values a text holds is seen before it is parsed; commas in a text do not count', () => {
    const listed = (values: number) => Buffer.from(`{"a":[${'1,'.repeat(values - 1)}1]}`)
    expect([tangled(listed(1_000_001)), tangled(listed(1_000_002))]).toEqual([false, true])
    expect(tangled(Buffer.from(JSON.stringify({ text: ','.repeat(2_000_000) })))).toBe(false)
  })

  test('O4 A13 its links and seats go by when it was taken in, not by when it was held', () => {
    const { plein } = replay([taken({ outcome: whole() })])
    expect(listingOf(plein)).toMatchObject({
      stage: 'closed',
      createdAt: world.now(),
      closedAt: world.now(),
      retainUntil: plein.retainUntil,
    })
    expect(plein.closedAt).toBe(Date.parse(whole().plein.closedAt ?? ''))
  })

  test('O4 its date of deletion holds; one that has passed is refused until another is chosen; practice lasts a day', () => {
    const late = testWorld()
    late.pass(91 * 86_400_000)
    expect(taken({ outcome: whole() }).taken.retainUntil).toBe(Date.parse(whole().plein.retainUntil))
    expect(importOutcome({ outcome: whole() }, late)).toMatchObject({ refusal: { code: 'retention-over' } })
    const retainUntil = late.now() + 10 * 86_400_000
    expect(importOutcome({ outcome: whole(), retainUntil }, late)).toMatchObject({ ok: true, event: { taken: { retainUntil } } })
    const practice = { ...whole(), plein: { ...whole().plein, practice: true } }
    expect(taken({ outcome: practice }).taken.retainUntil).toBe(world.now() + 86_400_000)
  })
})
