/** What a vote does at its edges: rounds that are not there, that are over, and things that went while people voted. */
import { describe, expect, test } from 'vitest'
import { decide } from '../../shared/domain/decide.ts'
import { emptyPlein, newSeat } from '../../shared/domain/state.ts'
import { perspectivesOf } from '../../shared/domain/votes/perspectives.ts'
import { sameWording } from '../../shared/text/sameWording.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { fatma, hanna, joost, mo, ria, samir, teun } from '../support/people.ts'
import { casts, close, resultIn, reveal, roomWith, rowIn, type Vote, voteOn } from '../support/voting.ts'

const names = ['Groen', 'Water', 'Zitten']
const everybody = [fatma, ria, samir, hanna, teun, mo]
const nowhere = 'nergens'

/** Over the ideas themselves, each with two dots of everybody but the last, who gave none. */
const overIdeas = (): Vote => {
  const vote = roomWith(names)
  vote.story.when(joost, { type: 'round.open', over: 'ideas', budget: 6, maximum: 3 })
  const opened = { ...vote, round: vote.story.answer['round'] as string }
  everybody.forEach((who, at) => {
    opened.story.when(who, {
      type: 'ballot.cast',
      round: opened.round,
      dots: at === 5 ? {} : { 'idee-groen': 2, 'idee-water': 2, 'idee-zitten': 2 },
    })
  })
  return opened
}

describe('a round that is not there, or is over', () => {
  test('V3 V6 V7 of a round that nobody opened everything is refused by its name', () => {
    const { story } = voteOn(names)
    const unknown = { code: 'round-unknown' as const, round: nowhere }
    story.when(fatma, { type: 'ballot.cast', round: nowhere, dots: {} }).then(unknown)
    story.when(joost, { type: 'ballot.enter', round: nowhere, paper: 1, dots: {} }).then(unknown)
    story.when(joost, { type: 'round.close', round: nowhere, confirmed: true }).then(unknown)
    story.when(joost, { type: 'round.reopen', round: nowhere }).then(unknown)
    story.when(joost, { type: 'round.reveal', round: nowhere, revealed: true }).then(unknown)
    expect(story.plein.ballots.has(nowhere)).toBe(false)
  })

  test('V6 V8 what was counted takes no ballot, from a phone or on paper, and cannot be closed again', () => {
    const vote = voteOn(names)
    for (const who of everybody) casts(vote, who, { groen: 1 })
    close(vote)
    reveal(vote)
    const counted = { code: 'round-counted' as const, round: vote.round }
    vote.story.when(fatma, { type: 'ballot.cast', round: vote.round, dots: {} }).then(counted)
    vote.story.when(joost, { type: 'ballot.enter', round: vote.round, paper: 4, dots: {} }).then(counted)
    close(vote).then(counted)
    expect(resultIn(vote)).toMatchObject({ ballots: 6 })
  })

  test('V6 who asks to close before anybody voted hears that there are no ballots', () => {
    const vote = voteOn(names)
    vote.story
      .when(joost, { type: 'round.close', round: vote.round, confirmed: false })
      .then({ code: 'not-confirmed', counts: { ballots: 0 } })
    vote.story.when(joost, { type: 'round.reopen', round: vote.round }).then({ code: 'round-open', round: vote.round })
  })
})

test.each([
  { type: 'ballot.cast', round: nowhere, dots: {} },
  { type: 'tap.set', on: 'pulse', value: 'calm' },
] as const)('V3 H1 whoever has no seat casts no ballot and gives no tap: $type', (asks) => {
  const { plein, world } = given(aPlein('vote'), opened, entered('vote'))
  const refusal = { code: 'not-allowed', command: asks.type, role: 'participant' }
  expect(decide(plein, { ...fatma, seat: null }, asks, world)).toEqual({ ok: false, refusal })
})

/** Written in the order of their names, and shared in another one. */
const shared = (...order: string[]) => {
  const asked = (id: string) => ({ ...posted(id, `Wie kiest ${id}?`, 'burst'), as: 'question' as const })
  const written = [...order].sort()
  return given(
    aPlein('ideas', 'burst', 'vote'),
    opened,
    entered('ideas'),
    ...written.map((id) => (id.startsWith('vraag') ? asked(id) : posted(id, `Over ${id}`))),
    listed(...written),
    released(...order),
    entered('vote'),
  )
}

describe('what is voted on', () => {
  test('V1 ideas stand in the order in which they were shared, not in that in which they were written; a question is none of them', () => {
    const story = shared('zand', 'boom', 'vraag', 'gras')
    story.when(joost, { type: 'round.open', over: 'ideas' })
    expect(story.plein.rounds.get(String(story.answer['round']))?.items).toEqual([
      { id: 'zand', letter: 'A', name: null },
      { id: 'boom', letter: 'B', name: null },
      { id: 'gras', letter: 'C', name: null },
    ])
  })

  test('V16 a question of a burst is voted on when it is chosen, and not by itself', () => {
    const story = shared('vraag 2', 'vraag 1', 'boom')
    story.when(joost, { type: 'round.open', over: 'framings' }).then({ code: 'too-few-items', minimum: 2, items: 1 })
    story.when(joost, { type: 'round.open', over: 'framings', items: ['vraag 1', 'boom'] }).then({ code: 'item-unknown', item: 'boom' })
    story.when(joost, { type: 'round.open', over: 'framings', items: ['vraag 1', 'vraag 2', 'dilemma'] })
    const items = story.plein.rounds.get(String(story.answer['round']))?.items
    expect(items?.map(({ id }) => id)).toEqual(['dilemma', 'vraag 2', 'vraag 1'])
  })

  test('V1 V16 more than twelve are too many wordings, and not too many ideas', () => {
    const story = shared(...Array.from({ length: 13 }, (_, at) => `idee ${10 + at}`))
    story.when(joost, { type: 'round.open', over: 'ideas' })
    expect(story.plein.rounds.get(String(story.answer['round']))?.items.at(-1)).toEqual({ id: 'idee 22', letter: 'M', name: null })
  })

  test('V1 what is asked with the round must say something', () => {
    const { story } = roomWith(names)
    story.when(joost, { type: 'round.open', question: ' ' }).then({ code: 'text-empty' })
    expect(story.plein.rounds.size).toBe(0)
    story.when(joost, { type: 'round.open', question: 'Wat eerst?' }).then([{ type: 'round.opened', question: 'Wat eerst?' }])
  })

  test('V1 ideas in the order in which they were shared; what waits, and what is a question, is none', () => {
    const { story } = roomWith(names)
    story.when(joost, { type: 'idea.enter', as: 'idea', text: 'Een bank', phase: 'ideas' })
    story.when(joost, { type: 'round.open', over: 'ideas' })
    const round = story.plein.rounds.get(story.answer['round'] as string)
    const byOrder = [...story.plein.ideas.values()].filter(({ released }) => released).sort((a, b) => a.order - b.order)
    expect(round?.items.map(({ id }) => id)).toEqual(byOrder.map(({ id }) => id))
    expect(round?.items).toHaveLength(3)
  })

  test('V16 two wordings that differ in nothing but blanks are one', () => {
    expect(sameWording('  Wie   beslist\u00a0hier? ')).toBe('Wie beslist hier?')
    expect(sameWording('Wie beslist hier?')).not.toBe(sameWording('Wiebeslisthier?'))
  })

  test('V10 V11 what its author withdrew keeps its dots and is marked, and what is in a group counts for the group too', () => {
    const vote = roomWith(names)
    vote.story.when(fatma, { type: 'idea.post', key: keyOf('fatma'), as: 'idea', text: 'Een bank', phase: 'ideas' })
    const own = vote.story.last.ok ? ([...vote.story.plein.ideas.keys()].at(-1) as string) : ''
    vote.story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all', as: 'idea' })
    vote.story.when(joost, { type: 'round.open', over: 'ideas', budget: 6, maximum: 3 })
    const opened = { ...vote, round: vote.story.answer['round'] as string }
    for (const who of everybody)
      opened.story.when(who, { type: 'ballot.cast', round: opened.round, dots: { [own]: 2, 'idee-groen': 1, 'idee-water': 1 } })
    close(opened)
    reveal(opened)
    opened.story.when(fatma, { type: 'idea.withdraw', key: keyOf('fatma') })
    expect(opened.story.last.ok).toBe(true)
    expect(rowIn(opened, own)).toMatchObject({ dots: 12, withdrawn: true })
    expect(rowIn(opened, 'idee-groen')).toMatchObject({ dots: 6, withdrawn: false })
    const { clusters } = resultIn(opened)
    expect(clusters.map(({ item, dots }) => [item, dots])).toEqual([
      [vote.cluster['groen'], 6],
      [vote.cluster['water'], 6],
      [vote.cluster['zitten'], 0],
    ])
  })

  test('V17 again over ideas needs two that the room still sees', () => {
    const vote = overIdeas()
    close(vote)
    reveal(vote)
    const again = { type: 'round.open' as const, again: vote.round }
    vote.story.when(joost, { type: 'idea.hide', ideas: ['idee-groen'] })
    vote.story.when(joost, { type: 'idea.hide', ideas: ['idee-water'] })
    vote.story.when(joost, again).then({ code: 'too-few-items', minimum: 2, items: 1 })
    vote.story
      .when(joost, { type: 'undo' })
      .when(joost, again)
      .then([{ type: 'round.opened', again: vote.round }])
  })
})

describe('again over what is left', () => {
  test('V17 a group that was merged into a new one is there under that one', () => {
    const vote = voteOn(names)
    for (const who of everybody) casts(vote, who, { groen: 1 })
    close(vote)
    reveal(vote)
    const { story, cluster } = vote
    story.when(joost, { type: 'cluster.create', name: 'Buiten', ideas: [] })
    const into = String(story.answer['cluster'])
    story.when(joost, { type: 'cluster.merge', from: cluster['groen'] as string, into })
    story.when(joost, { type: 'cluster.remove', cluster: cluster['water'] as string })
    story.when(joost, { type: 'round.open', again: vote.round }).then([{ type: 'round.opened', again: vote.round }])
  })

  test('V17 of wordings a link counts until it is taken back, and a proposal until it is hidden', () => {
    const proposal = (id: string) => ({ ...posted(id, `Voorstel ${id}?`, 'reframe'), as: 'proposal' as const })
    const story = given(
      aPlein('reframe', 'vote'),
      opened,
      entered('reframe'),
      ...['wie', 'hoe'].map(proposal),
      listed('wie', 'hoe'),
      released('wie', 'hoe'),
      entered('vote'),
    )
    story.when(joost, { type: 'framing.adopt', text: 'Wat nu?', sources: [] })
    const link = String(story.answer['framing'])
    story.when(joost, { type: 'round.open', over: 'framings' })
    const round = String(story.answer['round'])
    for (const who of everybody) story.when(who, { type: 'ballot.cast', round, dots: { [link]: 1 } })
    story.when(joost, { type: 'round.close', round, confirmed: true }).when(joost, { type: 'round.reveal', round, revealed: true })
    const again = () => story.when(joost, { type: 'round.open', again: round })
    const hide = (id: string) => story.when(joost, { type: 'idea.hide', ideas: [id] })
    hide('wie')
    hide('hoe')
    again().then({ code: 'too-few-items', minimum: 2, items: 1 })
    for (let times = 0; times < 3; times++) story.when(joost, { type: 'undo' })
    expect(story.plein.framings.get(link)?.undone).toBe(true)
    hide('hoe')
    again().then({ code: 'too-few-items', minimum: 2, items: 1 })
    story.when(joost, { type: 'undo' })
    again().then([{ type: 'round.opened', again: round }])
  })
})

describe('whose totals are told', () => {
  const told = (sizes: Record<string, number>, rest: number) => {
    const plein = emptyPlein('plein')
    plein.settings.perspectives = ['bewoner', 'ondernemer', 'ambtenaar']
    const voters = [
      ...Object.entries(sizes).flatMap(([lens, size]) => new Array<string | null>(size).fill(lens)),
      ...new Array<null>(rest).fill(null),
    ]
    const ballots = voters.map((perspective, at) => {
      plein.seats.set(`seat-${at}`, { ...newSeat(`seat-${at}`, 'participant'), perspective })
      return { voter: `seat-${at}`, dots: { groen: 1 + (at % 3) } }
    })
    return perspectivesOf(plein, ballots).map(({ perspective }) => perspective)
  }

  test('V9 where one must join the rest it is the smallest, wherever it stands in the settings', () => {
    expect(told({ bewoner: 3, ambtenaar: 5 }, 1)).toEqual(['ambtenaar'])
    expect(told({ bewoner: 5, ambtenaar: 3 }, 1)).toEqual(['bewoner'])
    expect(told({ ambtenaar: 4, ondernemer: 6, bewoner: 5 }, 2)).toEqual(['bewoner', 'ondernemer'])
  })

  test('V9 of two that are as large the one that is named first in the settings stays', () => {
    expect(told({ ambtenaar: 4, bewoner: 4 }, 1)).toEqual(['bewoner'])
    expect(told({ bewoner: 4, ambtenaar: 4 }, 1)).toEqual(['bewoner'])
  })

  test('V9 a perspective that the settings no longer have stands behind the others', () => {
    expect(told({ bezoeker: 4, ambtenaar: 4 }, 0)).toEqual(['ambtenaar', 'bezoeker'])
    expect(told({ bezoeker: 4, ambtenaar: 4 }, 1)).toEqual(['ambtenaar'])
  })
})
