import { describe, expect, test } from 'vitest'
import { isDivided } from '../../shared/domain/votes/tally.ts'
import { shown as counted, everybody, names } from '../support/asking.ts'
import { joost, type Person } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { casts, close, resultIn, reveal, roundOf, rowIn, shownResult, voteOn } from '../support/voting.ts'

describe('spread and strong minority', () => {
  test('V12 rows stand in the order of the letters, with dots, voters and spread', () => {
    const vote = counted({ zitten: 3 }, { zitten: 2, groen: 1 }, {}, { water: 1 })
    const { cluster } = vote
    const row = (name: string, dots: number, voters: number, spread: number[]) => ({
      item: cluster[name],
      dots,
      voters,
      spread,
      strongMinority: false,
      divided: false,
      withdrawn: false,
      merged: [],
    })
    expect(resultIn(vote)).toEqual({
      ballots: 4,
      paper: 0,
      voters: 3,
      heldBack: false,
      rows: [row('groen', 1, 1, [3, 1, 0, 0]), row('water', 1, 1, [3, 1, 0, 0]), row('zitten', 5, 2, [2, 0, 1, 1])],
      clusters: [],
      perspectives: [],
    })
  })

  test('V12 few who gave the most that one could are a strong minority', () => {
    const vote = counted({ water: 3 }, { water: 3, groen: 1 }, { groen: 2 }, { groen: 2 }, { groen: 2, zitten: 1 })
    expect(rowIn(vote, 'water')?.strongMinority).toBe(true)
    expect(rowIn(vote, 'groen')?.strongMinority).toBe(false)
  })

  test('V12 of those few exactly half who gave the most are enough', () => {
    const vote = counted({ water: 3 }, { water: 1 }, { groen: 1 }, { groen: 1 }, { groen: 1 })
    expect(rowIn(vote, 'water')).toMatchObject({ strongMinority: true, divided: false })
  })

  test('V12 opinions lie apart only where two people or more stand at either end', () => {
    expect(rowIn(counted({ water: 3 }, { groen: 1 }, { groen: 1 }), 'water')?.divided).toBe(false)
    expect(rowIn(counted({ water: 3 }, { water: 3 }, { groen: 1 }), 'water')?.divided).toBe(false)
    expect(rowIn(counted({ water: 3 }, { water: 3 }, { groen: 1 }, { groen: 1 }), 'water')?.divided).toBe(true)
    // Of seven who gave dots two are less than a third, of six they are a third.
    expect(isDivided({ voters: 5, spread: [2, 2, 0, 3] }, 3, 7)).toBe(false)
    expect(isDivided({ voters: 4, spread: [3, 2, 0, 2] }, 3, 7)).toBe(false)
    expect(isDivided({ voters: 4, spread: [2, 2, 0, 2] }, 3, 6)).toBe(true)
  })

  test.each([
    ['half of the voters are no minority', [{ water: 3 }, { water: 3 }, { groen: 1 }, { groen: 1 }]],
    ['one voter alone is not pointed at', [{ water: 3 }, { groen: 1 }, { groen: 1 }, { groen: 1 }]],
    ['few who mind a little are not strong', [{ water: 1 }, { water: 2 }, { groen: 1 }, { groen: 1 }, { groen: 1 }]],
  ])('V12 %s', (_, ballots) => {
    expect(rowIn(counted(...(ballots as Record<string, number>[])), 'water')?.strongMinority).toBe(false)
  })

  test('V12 where one dot is the most nobody can be strong', () => {
    const vote = voteOn(names, 2, 1)
    everybody.forEach((who, index) => {
      casts(vote, who, index < 2 ? { water: 1 } : { groen: 1 })
    })
    close(vote)
    reveal(vote)
    expect(resultIn(vote).rows.some((row) => row.strongMinority)).toBe(false)
  })
})

describe('regrouping recounts', () => {
  const ballots = [{ groen: 2, water: 1 }, { water: 3 }, { groen: 1 }, { zitten: 1 }]

  test('V10 merged clusters add up ballot by ballot: a voter of both is one voter', () => {
    const vote = counted(...ballots)
    const { story, cluster } = vote
    const before = resultIn(vote)
    story.when(joost, { type: 'cluster.merge', from: cluster['water'] as string, into: cluster['groen'] as string })
    expect(resultIn(vote).rows.map(({ item }) => item)).toEqual([cluster['groen'], cluster['zitten']])
    expect(rowIn(vote, 'groen')).toMatchObject({ dots: 7, voters: 3, spread: [1, 1, 0, 2], merged: [cluster['water']], withdrawn: false })
    expect(shownResult(maps(replay(story.log).board), vote.round)).toEqual(resultIn(vote))
    story.when(joost, { type: 'undo' })
    expect(resultIn(vote)).toEqual(before)
  })

  test('V10 clusters that were merged into one that had no dots are one row under the first of them', () => {
    const vote = counted(...ballots)
    const { story, cluster } = vote
    story.when(joost, { type: 'cluster.create', name: 'Buiten', ideas: [] })
    const buiten = story.answer['cluster'] as string
    for (const name of ['water', 'groen']) story.when(joost, { type: 'cluster.merge', from: cluster[name] as string, into: buiten })
    expect(rowIn(vote, 'groen')).toMatchObject({ dots: 7, voters: 3, merged: [cluster['water']], withdrawn: false })
  })

  test('V10 a split leaves the dots where they were given', () => {
    const vote = counted(...ballots)
    const before = resultIn(vote)
    vote.story.when(joost, { type: 'cluster.split', cluster: vote.cluster['groen'] as string, ideas: ['idee-groen'], name: 'Bomen' })
    expect(vote.story.last.ok).toBe(true)
    expect(resultIn(vote)).toEqual(before)
  })

  test('V11 a cluster that was removed keeps its dots and is marked', () => {
    const vote = counted(...ballots)
    vote.story.when(joost, { type: 'cluster.remove', cluster: vote.cluster['water'] as string })
    expect(rowIn(vote, 'water')).toMatchObject({ dots: 4, voters: 2, withdrawn: true })
  })

  const overIdeas = () => {
    const vote = voteOn(names)
    vote.story.when(joost, { type: 'round.close', round: vote.round, confirmed: true })
    vote.story.when(joost, { type: 'round.open', over: 'ideas', budget: 5, maximum: 3 })
    vote.round = vote.story.answer['round'] as string
    const dots = [{ 'idee-groen': 2, 'idee-water': 1 }, { 'idee-water': 3 }, { 'idee-zitten': 1 }]
    dots.forEach((ballot, index) => {
      casts(vote, everybody[index] as Person, ballot)
    })
    close(vote)
    reveal(vote)
    return vote
  }

  test('V10 a round over ideas is counted per present cluster as well, and again after regrouping', () => {
    const vote = overIdeas()
    const { story, cluster } = vote
    const perCluster = () => resultIn(vote).clusters.map(({ item, dots, voters }) => [item, dots, voters])
    expect(perCluster()).toEqual([
      [cluster['groen'], 2, 1],
      [cluster['water'], 4, 2],
      [cluster['zitten'], 1, 1],
    ])
    story.when(joost, { type: 'ideas.assign', ideas: ['idee-water'], cluster: cluster['groen'] as string })
    expect(perCluster()).toEqual([
      [cluster['groen'], 6, 2],
      [cluster['zitten'], 1, 1],
    ])
    expect(shownResult(maps(replay(story.log).board), vote.round)).toEqual(resultIn(vote))
  })

  test('V11 a withdrawn idea keeps its dots and is marked; a hidden one stays without text', () => {
    const vote = overIdeas()
    vote.story.when(joost, { type: 'idea.hide', ideas: ['idee-water'] })
    const board = maps(replay(vote.story.log).board)
    expect(board['ideas']?.['idee-water']).toBeUndefined()
    expect(shownResult(board, vote.round)?.rows).toContainEqual(expect.objectContaining({ item: 'idee-water', dots: 4 }))
    const { plein } = vote.story
    const idea = plein.ideas.get('idee-water')
    if (idea) idea.withdrawn = true
    expect(rowIn(vote, 'idee-water')).toMatchObject({ dots: 4, voters: 2, withdrawn: true })
  })

  test('V13 the result of one phase stands beside that of a repeated one', () => {
    const vote = counted(...ballots)
    const first = resultIn(vote)
    vote.story.when(joost, { type: 'phase.repeat', phase: 'vote' }).when(joost, { type: 'round.open' })
    const again = vote.story.answer['round'] as string
    expect(resultIn(vote)).toEqual(first)
    expect(Object.keys(maps(replay(vote.story.log).board)['rounds'] ?? {}).sort()).toEqual([vote.round, again].sort())
    expect(roundOf({ ...vote, round: again }).status).toBe('open')
  })
})
