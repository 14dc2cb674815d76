import { describe, expect, test } from 'vitest'
import type { Plein } from '../../shared/domain/state.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { joost, mo } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

const proposal = (idea: string) => ({ ...posted(idea, `Voorstel ${idea}`, 'reframe'), as: 'proposal' as const })
const room = () =>
  given(
    aPlein('ideas', 'reframe', ['cluster', { whoGroups: 'authors' }], 'vote'),
    opened,
    entered('reframe'),
    posted('boom', 'Meer bomen'),
    posted('bank', 'Meer banken'),
    proposal('wie'),
    proposal('hoe'),
    listed('boom', 'bank', 'wie', 'hoe'),
    released('boom', 'bank', 'wie', 'hoe'),
  )
const made = (plein: Plein) => Object.fromEntries([...plein.clusters.values()].map(({ name, of }) => [name, of ?? 'idea']))

describe('groups of proposals', () => {
  test('C11 a group is made of what its first ones are, or of what is said; the board says which', () => {
    const story = room()
      .when(joost, { type: 'cluster.create', name: 'Groen', ideas: ['boom'] })
      .when(joost, { type: 'cluster.create', name: 'Van wie', ideas: ['wie', 'hoe'] })
      .when(joost, { type: 'cluster.create', name: 'Door elkaar', ideas: ['bank', 'hoe'] })
      .when(joost, { type: 'cluster.create', name: 'Leeg', ideas: [], open: true })
      .when(joost, { type: 'cluster.create', name: 'Nog leeg', ideas: [], open: true, of: 'proposal' })
    expect(made(story.plein)).toEqual({ Groen: 'idea', 'Van wie': 'proposal', 'Door elkaar': 'idea', Leeg: 'idea', 'Nog leeg': 'proposal' })
    const board = Object.values(maps(replay(story.log).board)['clusters'] ?? {}) as { name: string; of?: string }[]
    expect(Object.fromEntries(board.map(({ name, of }) => [name, of ?? 'idea']))).toEqual(made(story.plein))
  })

  test('C11 a part that is split off is made of the same; a coach lays anything into it, and takes it back', () => {
    const story = room().when(joost, { type: 'cluster.create', name: 'Van wie', ideas: ['wie', 'hoe'] })
    const cluster = String(story.answer['cluster'])
    story.when(joost, { type: 'cluster.split', cluster, ideas: ['hoe'], name: 'Hoe dan' })
    expect(made(story.plein)).toEqual({ 'Van wie': 'proposal', 'Hoe dan': 'proposal' })
    story.when(joost, { type: 'ideas.assign', ideas: ['boom'], cluster })
    expect(story.plein.ideas.get('boom')?.cluster).toBe(cluster)
    story.when(joost, { type: 'undo' })
    expect(story.plein.ideas.get('boom')?.cluster).toBeNull()
  })

  test('C11 an author places the own one only where it belongs', () => {
    const story = room().when(joost, { type: 'phase.enter', phase: 'ideas' })
    for (const [as, name, phase] of [
      ['idea', 'lamp', 'ideas'],
      ['proposal', 'waarom', 'reframe'],
    ] as const)
      story.when(mo, { type: 'idea.post', key: keyOf(name), as, text: name, phase })
    story.when(joost, { type: 'cluster.create', name: 'Groen', ideas: ['boom'] })
    const groen = String(story.answer['cluster'])
    story.when(joost, { type: 'cluster.create', name: 'Van wie', ideas: ['wie'] })
    const vanWie = String(story.answer['cluster'])
    story.when(joost, { type: 'phase.enter', phase: 'cluster' })
    story.when(mo, { type: 'idea.place', key: keyOf('lamp'), cluster: vanWie }).then({ code: 'cluster-of-other', cluster: vanWie })
    story.when(mo, { type: 'idea.place', key: keyOf('waarom'), cluster: groen }).then({ code: 'cluster-of-other', cluster: groen })
    story.when(mo, { type: 'idea.place', key: keyOf('waarom'), cluster: vanWie })
    expect(story.last.ok).toBe(true)
    story.when(mo, { type: 'idea.place', key: keyOf('lamp'), cluster: groen })
    expect(story.last.ok).toBe(true)
  })

  test('V1 F2 a round is over groups of ideas unless others are asked for, and a group of proposals is a source', () => {
    const story = room()
    const ids = ['boom', 'bank', 'wie', 'hoe'].map((idea) => {
      story.when(joost, { type: 'cluster.create', name: `Bij ${idea}`, ideas: [idea] })
      return String(story.answer['cluster'])
    })
    story.when(joost, { type: 'phase.enter', phase: 'vote' }).when(joost, { type: 'round.open', over: 'clusters' })
    const items = () => [...story.plein.rounds.values()].at(-1)!.items.map(({ id }) => id)
    expect(items()).toEqual(ids.slice(0, 2))
    story.when(joost, { type: 'round.close', round: String(story.answer['round']), confirmed: true })
    story.when(joost, { type: 'round.open', over: 'clusters', items: ids.slice(2) })
    expect(items()).toEqual(ids.slice(2))
    story.when(joost, { type: 'framing.adopt', text: 'Van wie?', sources: [{ kind: 'cluster', id: ids[2]! }] })
    expect(story.last.ok).toBe(true)
  })

  test('V1 where there are no groups of ideas a round is over those of proposals by itself', () => {
    const story = room()
    const ids = ['wie', 'hoe'].map((idea) => {
      story.when(joost, { type: 'cluster.create', name: `Bij ${idea}`, ideas: [idea] })
      return String(story.answer['cluster'])
    })
    story.when(joost, { type: 'phase.enter', phase: 'vote' }).when(joost, { type: 'round.open', over: 'clusters' })
    expect([...story.plein.rounds.values()].map(({ items }) => items.map(({ id }) => id))).toEqual([ids])
  })
})
