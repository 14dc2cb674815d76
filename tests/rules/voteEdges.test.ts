/** What a vote does at its edges: rounds that are not there, that are over, and things that went while people voted. */
import { describe, expect, test } from 'vitest'
import { emptyPlein, newSeat } from '../../shared/domain/state.ts'
import { perspectivesOf } from '../../shared/domain/votes/perspectives.ts'
import { sameWording } from '../../shared/text/sameWording.ts'
import { keyOf } from '../support/given.ts'
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

describe('what is voted on', () => {
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
