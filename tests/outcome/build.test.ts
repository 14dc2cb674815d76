import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { outcomeFormats, renderOutcome } from '../../server/outcome/outcome.ts'
import { emptyPlein, type Plein, type RoundItem } from '../../shared/domain/state.ts'
import { addCluster, addFraming, addIdea, addRound, afternoon, result, row } from './plein.ts'

const everyFormat = (plein: Plein): [string, string][] =>
  outcomeFormats.flatMap((format) =>
    (['nl', 'en'] as const).map((locale) => [`${format} ${locale}`, renderOutcome(plein, format, locale).body] as [string, string]),
  )

describe('what the outcome holds', () => {
  test('the question chain comes first, oldest first, with text, sources, role, moment and phase', () => {
    const { chain } = outcomeOf(afternoon())
    expect(chain.map((framing) => framing.text)).toEqual([
      'Waar komt de nachtopvang?',
      'Hoe slapen wij allemaal, buren en gasten van de nachtopvang?',
    ])
    expect(chain[1]).toMatchObject({ role: 'participant', phase: 'phase-ideas', at: '2026-11-24T13:00:00.000Z' })
    expect(chain[1]?.sources).toEqual([
      { kind: 'idea', id: 'idea-fatma', as: 'idea', text: 'Mijn kinderen slapen niet', touched: true },
      { kind: 'cluster', id: 'cluster-night', name: 'Nacht en slaap', now: null },
      { kind: 'round', id: 'round-1', question: 'Waar zit het echt op vast?' },
      { kind: 'framing', id: 'framing-0', text: 'Waar komt de nachtopvang?' },
    ])
    const page = renderOutcome(afternoon(), 'html', 'nl').body
    expect(page.indexOf('id="chain"')).toBeLessThan(page.indexOf('id="clusters"'))
  })

  test('groups hold their ideas, and what has no group is loose', () => {
    const { clusters, ideas } = outcomeOf(afternoon())
    expect(clusters).toMatchObject([
      { name: 'Nacht en slaap', ideas: ['idea-fatma', 'idea-joost'] },
      { name: 'Geld', ideas: [] },
    ])
    expect(ideas.filter((idea) => idea.cluster === null).map((idea) => idea.text)).toEqual(['Vraag het de mensen van de opvang zelf'])
  })

  test('R1 votes come with dots, different voters, spread and minority', () => {
    const [round] = outcomeOf(afternoon()).rounds
    expect(round).toMatchObject({ status: 'shown', budget: 3, maximum: 2, result: { ballots: 10, voters: 9 } })
    expect(round?.result?.rows).toMatchObject([
      { letter: 'A', label: 'Nacht en slaap', dots: 12, voters: 8, spread: [2, 4, 4], strongMinority: false },
      { letter: 'B', label: 'Geld', dots: 4, voters: 2, spread: [8, 0, 2], strongMinority: true },
    ])
  })

  test('H6 S4 a mood comes as counts before and after; of too few people it says so, and of nobody nothing', () => {
    const plein = afternoon()
    plein.moods.set('phase-vote', { before: null, after: null })
    expect(outcomeOf(plein).moods).toEqual([{ phase: 'phase-ideas', before: { heavy: 6, neutral: 2, light: 1 }, after: null }])
    expect(renderOutcome(plein, 'csv', 'nl').body).toMatch(/"gevoel";"1";"Vooraf";.*Zwaar: 6, Neutraal: 2, Licht: 1/)
    expect(renderOutcome(plein, 'md', 'nl').body).toContain('| Vooraf | 6 | 2 | 1 |\n| Achteraf | minder dan drie mensen |  |  |')
    expect(renderOutcome(plein, 'html', 'nl').body).toMatch(/<section id="moods">[\s\S]*<td colspan="3">minder dan drie mensen/)
    expect(renderOutcome(emptyPlein('leeg'), 'html', 'nl').body).not.toContain('moods')
  })

  test('commitments keep the name that somebody chose to give; closing sentences and facts have none', () => {
    const outcome = outcomeOf(afternoon())
    expect(outcome.commitments).toMatchObject([{ text: 'Bellen met de nachtploeg', who: 'Samir', by: 'vrijdag' }])
    expect(outcome.closing.map((one) => one.text)).toEqual(['Ik zie nu de vraag als een vraag over slapen'])
    expect(outcome.checkin.map((one) => one.text)).toEqual(['Ik woon hier 31 jaar'])
    expect(outcome.played.map((one) => one.kind)).toEqual(['ideas', 'vote'])
  })

  test('a merged group stands in a source under the name of where it went', () => {
    const plein = afternoon()
    addCluster(plein, 'cluster-sleep', 'Slaap', { removed: true, mergedInto: 'cluster-night' })
    addCluster(plein, 'cluster-gone', 'Weg', { removed: true })
    addFraming(plein, 'framing-2', 'En nu?', {
      sources: [
        { kind: 'cluster', id: 'cluster-sleep' },
        { kind: 'cluster', id: 'cluster-gone' },
      ],
    })
    expect(outcomeOf(plein).chain[2]?.sources).toEqual([
      { kind: 'cluster', id: 'cluster-sleep', name: 'Nacht en slaap', now: 'cluster-night' },
      { kind: 'cluster', id: 'cluster-gone', name: null, now: null },
    ])
  })

  test('the file name has date and title and nothing that a header or a disk cannot carry', () => {
    const plein = afternoon()
    expect(renderOutcome(plein, 'csv', 'nl').filename).toBe('2026-11-24-opbrengst-de-nachtopvang-in-zuid.csv')
    plein.title = '../../Één "plein"\r\nX: y; 🙂'
    expect(renderOutcome(plein, 'json', 'en').filename).toBe('2026-11-24-outcome-een-plein-x-y.json')
    plein.title = '广场'
    expect(renderOutcome(plein, 'md', 'nl').filename).toBe('2026-11-24-opbrengst.md')
  })
})

describe('what the outcome leaves out', () => {
  test('S1 no text that the room may not see stands in any format, only how many there are', () => {
    const plein = afternoon()
    const secrets = [
      'KANARIE-wachtend',
      'KANARIE-verborgen',
      'KANARIE-ingetrokken',
      'KANARIE-wijziging',
      'KANARIE-voorstel',
      'KANARIE-groepsnaam',
      'KANARIE-teruggenomen',
      'KANARIE-naam',
    ]
    addCluster(plein, 'cluster-desk', 'KANARIE-groepsnaam')
    addIdea(plein, 'idea-waits', 'KANARIE-wachtend', { released: false, order: 0, cluster: 'cluster-desk' })
    addIdea(plein, 'idea-hidden', 'KANARIE-verborgen', { hidden: true, cluster: 'cluster-night' })
    addIdea(plein, 'idea-hidden-early', 'KANARIE-verborgen', { hidden: true, released: false })
    addIdea(plein, 'idea-withdrawn', 'KANARIE-ingetrokken', { withdrawn: true })
    addIdea(plein, 'deal-waits', 'KANARIE-wachtend', { as: 'commitment', who: 'KANARIE-naam', released: false })
    addIdea(plein, 'proposal-waits', 'KANARIE-voorstel', { as: 'proposal', released: false })
    const edited = plein.ideas.get('idea-fatma')
    if (edited) edited.edit = 'KANARIE-wijziging'
    addFraming(plein, 'framing-undone', 'KANARIE-teruggenomen', { undone: true })
    addFraming(plein, 'framing-3', 'Wat nu?', {
      sources: ['idea-waits', 'idea-hidden', 'idea-withdrawn', 'proposal-waits']
        .map((id) => ({ kind: 'idea', id }))
        .concat([
          { kind: 'cluster', id: 'cluster-desk' },
          { kind: 'framing', id: 'framing-undone' },
        ]),
    })
    const items: RoundItem[] = ['idea-hidden', 'idea-withdrawn', 'idea-fatma'].map((id, place) => ({
      id,
      letter: 'ABC'[place] ?? '',
      name: null,
    }))
    addRound(plein, 'round-ideas', {
      over: 'ideas',
      items,
      final: result(items.map((item) => row(item.id, [7, 3], { withdrawn: item.id === 'idea-withdrawn' }))),
    })

    const planted = [...plein.ideas.values()].filter((idea) => idea.text.includes('KANARIE')).length
    expect(planted).toBe(6)
    for (const [format, body] of everyFormat(plein))
      for (const secret of [...secrets, 'idea-waits', 'deal-waits', 'proposal-waits', 'cluster-desk'])
        expect(body.includes(secret), `${secret} in ${format}`).toBe(false)
    expect(outcomeOf(plein).counts).toEqual({ shared: 7, notShared: 3, hidden: 2, withdrawn: 1 })
    expect(outcomeOf(plein).rounds[1]?.result?.rows.map((one) => one.label)).toEqual([null, null, 'Mijn kinderen slapen niet'])
  })

  test('S3 nothing of a round that can still be taken back, and no result that the room was not shown', () => {
    const plein = afternoon()
    const ballots = [{ 'cluster-night': 3 }, { 'cluster-money': 2 }, {}]
    plein.ballots.set('round-open', new Map([['seat-fatma', { 'cluster-night': 3 }]]))
    addRound(plein, 'round-open', { status: 'open', revealed: false, final: null, cast: 0 })
    addRound(plein, 'round-closed', { status: 'closed', revealed: false, final: null, cast: 0 })
    addRound(plein, 'round-closed-shown', { status: 'closed', revealed: true, final: null, ballots, cast: 0 })
    addRound(plein, 'round-secret', { revealed: false })
    const rounds = outcomeOf(plein).rounds.slice(1)
    expect(rounds.map((round) => [round.status, round.result])).toEqual([
      ['open', null],
      ['closed', null],
      ['closed', null],
      ['not-shown', null],
    ])
    for (const [format, body] of everyFormat(plein)) expect(body, format).not.toContain('seat-fatma')
  })

  test('S4 a round with fewer than three ballots is held back with its reason', () => {
    const plein = afternoon()
    addRound(plein, 'round-few', { cast: 2, final: result([], { ballots: 2, voters: 2, heldBack: true }) })
    expect(outcomeOf(plein).rounds[1]).toMatchObject({ status: 'held-back', reason: 'fewer-than-three-ballots', result: null })
    expect(renderOutcome(plein, 'html', 'nl').body).toContain('minder dan drie stembiljetten')
    expect(renderOutcome(plein, 'md', 'en').body).toContain('fewer than three ballots')
    expect(renderOutcome(plein, 'csv', 'nl').body).toContain('minder dan drie stembiljetten')
  })

  test('S3 single ballots are in no format', () => {
    const plein = afternoon()
    addRound(plein, 'round-2', { ballots: [{ 'cluster-night': 1 }, { 'cluster-night': 1 }, { 'cluster-money': 2 }], cast: 3, final: null })
    const { result: counted } = outcomeOf(plein).rounds[1] ?? {}
    expect(counted).toMatchObject({
      ballots: 3,
      voters: 3,
      rows: [
        { dots: 2, voters: 2 },
        { dots: 2, voters: 1 },
      ],
    })
    for (const [format, body] of everyFormat(plein)) expect(body, format).not.toMatch(/"?cluster-night"?: ?1\b/)
  })
})
