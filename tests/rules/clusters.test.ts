import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPlein, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { anneke, fatma, joost } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { enough, runs } from '../support/runs.ts'

const ideas = [posted('bankje', 'Een bankje bij de school'), posted('boom', 'Meer bomen'), posted('vijver', 'De vijver schoon')]
const room = () => given(aPlein('ideas', 'cluster'), opened, ...ideas, listed('bankje', 'boom', 'vijver'), released('bankje', 'boom'))
const create = (name: string, ...chosen: string[]) => ({ type: 'cluster.create' as const, name, ideas: chosen })

describe('clusters', () => {
  test('C2 ideas are selected and placed, moved to another cluster, and moved out', () => {
    const story = room().when(joost, create('Groen', 'boom'))
    const groen = story.answer['cluster'] as string
    story.when(joost, { type: 'ideas.assign', ideas: ['bankje', 'boom', 'bankje'], cluster: groen })
    story.then([{ type: 'step.done', label: 'placed', changes: [{ change: 'place', idea: 'bankje', from: null, to: groen }] }])
    story.when(joost, { type: 'ideas.assign', ideas: ['boom'], cluster: null })
    expect(story.plein.ideas.get('boom')?.cluster).toBeNull()
    expect([...(story.plein.members.get(groen) ?? [])]).toEqual(['bankje'])
    story.when(joost, { type: 'ideas.assign', ideas: ['boom'], cluster: null }).then({ code: 'nothing-changed' })
    story.when(joost, { type: 'ideas.assign', ideas: ['onzin'], cluster: groen }).then({ code: 'idea-unknown', idea: 'onzin' })
    story.when(joost, { type: 'ideas.assign', ideas: ['boom'], cluster: 'onzin' }).then({ code: 'cluster-unknown', cluster: 'onzin' })
  })

  test('C2 a split takes along only what still stands in the cluster', () => {
    const story = room().when(joost, create('Groen', 'boom', 'bankje'))
    const groen = story.answer['cluster'] as string
    story.when(anneke, { type: 'ideas.assign', ideas: ['boom'], cluster: null })
    story.when(joost, { type: 'cluster.split', cluster: groen, ideas: ['boom', 'bankje'], name: 'Zitten' })
    expect(story.plein.ideas.get('boom')?.cluster).toBeNull()
    expect(story.plein.ideas.get('bankje')?.cluster).toBe(story.answer['cluster'])
    story.when(joost, { type: 'cluster.split', cluster: groen, ideas: ['boom'], name: 'Bomen' }).then({ code: 'nothing-changed' })
  })

  test('C3 a cluster that was merged away or removed is refused by name', () => {
    const story = room().when(joost, create('Groen', 'boom'))
    const groen = story.answer['cluster'] as string
    story.when(joost, create('Natuur', 'bankje'))
    const natuur = story.answer['cluster'] as string
    story.when(anneke, { type: 'cluster.merge', from: groen, into: natuur })
    const assign = { type: 'ideas.assign' as const, ideas: ['vijver'], cluster: groen }
    story.when(joost, assign).then({ code: 'cluster-merged', cluster: groen, into: natuur, name: 'Natuur' })
    story.when(anneke, { type: 'cluster.remove', cluster: natuur })
    story.when(joost, assign).then({ code: 'cluster-removed', cluster: groen })
    story.when(joost, { ...assign, cluster: natuur }).then({ code: 'cluster-removed', cluster: natuur, name: 'Natuur' })
    story.when(joost, { type: 'cluster.merge', from: natuur, into: natuur }).then({ code: 'cluster-same' })
  })

  test('C4 merging gives all ideas to the other cluster, removing leaves them loose', () => {
    const story = room().when(joost, create('Groen', 'boom', 'vijver'))
    const groen = story.answer['cluster'] as string
    story.when(joost, create('Natuur', 'bankje'))
    const natuur = story.answer['cluster'] as string
    story.when(joost, { type: 'cluster.merge', from: groen, into: natuur })
    expect([...(story.plein.members.get(natuur) ?? [])].sort()).toEqual(['bankje', 'boom', 'vijver'])
    story.when(joost, { type: 'cluster.remove', cluster: natuur })
    expect([...story.plein.ideas.values()].map((idea) => idea.cluster)).toEqual([null, null, null])
  })

  test('C5 grouping of what is not shared stays at the desk until it is shared or the cluster is opened', () => {
    const story = room().when(joost, create('Water', 'vijver'))
    const water = story.answer['cluster'] as string
    const documents = () => {
      const { board, desk } = replay(story.log)
      return { board: maps(board)['clusters']?.[water], desk: maps(desk)['clusters']?.[water], place: maps(board)['places']?.['vijver'] }
    }
    const entry = { name: 'Water', order: 0, open: false }
    expect(documents()).toEqual({ board: undefined, desk: entry, place: undefined })
    story.when(joost, { type: 'cluster.open', cluster: water })
    expect(documents()).toEqual({ board: { ...entry, open: true }, desk: undefined, place: undefined })
    story.when(joost, { type: 'undo' })
    expect(documents()).toEqual({ board: undefined, desk: entry, place: undefined })
    story.when(joost, { type: 'ideas.release', ideas: ['vijver'] })
    expect(documents()).toEqual({ board: entry, desk: undefined, place: water })
  })

  test('C6 an author places an own idea only where the board shows a cluster', () => {
    const key = keyOf('Fatma')
    const story = given(
      aPlein('ideas', ['cluster', { whoGroups: 'authors' }]),
      opened,
      ...ideas,
      listed('bankje', 'boom', 'vijver'),
      entered('ideas'),
    )
    const place = (cluster: string | null) => ({ type: 'idea.place' as const, key, cluster })
    story.when(fatma, place(null)).then({ code: 'authors-do-not-place' })
    story.when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Speeltuin', phase: 'ideas' })
    const mine = story.answer['idea'] as string
    story.when(joost, create('Groen', 'boom'))
    const groen = story.answer['cluster'] as string
    story.when(joost, { type: 'phase.enter', phase: 'cluster' })
    story.when(fatma, place(groen)).then({ code: 'cluster-unknown' })
    story.when(joost, { type: 'cluster.open', cluster: groen })
    story.when(fatma, place(groen)).then([{ type: 'idea.placed', idea: mine, from: null, cluster: groen }])
    expect(Object.keys(story.events[0] as object)).toEqual(['type', 'idea', 'from', 'cluster'])
    expect(JSON.stringify(maps(replay(story.log).desk))).not.toContain(mine)
    story.when(fatma, place(groen)).then([])
    story.when(fatma, place(null)).then([{ type: 'idea.placed', idea: mine, from: groen, cluster: null }])
    story.when(fatma, { ...place(groen), key: keyOf('Samir') }).then({ code: 'key-unknown' })
  })

  test('C10 hiding takes an idea off the board at once, and showing brings it back to the same place', () => {
    const story = room().when(joost, create('Groen', 'boom'))
    const groen = story.answer['cluster'] as string
    const before = maps(replay(story.log).board)
    story.when(joost, { type: 'idea.hide', ideas: ['boom'] })
    const hidden = replay(story.log)
    expect(JSON.stringify(maps(hidden.board))).not.toMatch(/Meer bomen|Groen/)
    expect(maps(hidden.desk)['ideas']?.['boom']).toMatchObject({ text: 'Meer bomen', hidden: true, released: true })
    expect(maps(hidden.desk)['places']?.['boom']).toBe(groen)
    story.when(joost, { type: 'idea.hide', ideas: ['boom'] }).then({ code: 'nothing-changed' })
    story.when(joost, { type: 'idea.show', ideas: ['boom'] })
    expect({ ...maps(replay(story.log).board), meta: null }).toEqual({ ...before, meta: null })
  })

  test('R5 an empty or too long name is refused and changes nothing', () => {
    const story = room().when(joost, create('   ', 'boom')).then({ code: 'text-empty' })
    story.when(joost, create('n'.repeat(81), 'boom')).then({ code: 'text-too-long' })
    expect(story.plein.clusters.size).toBe(0)
    const full = given(aPlein('cluster'), opened)
    full.world.limits.clusters = 1
    full.when(joost, create('Groen')).when(joost, create('Natuur')).then({ code: 'too-many-clusters', maximum: 1 })
  })

  test('C1 whatever two coaches do at once, no idea and no cluster is lost', () => {
    const deed = fc.record({ who: fc.boolean(), act: fc.nat(7), idea: fc.nat(5), cluster: fc.nat(5), other: fc.nat(5) })
    let accepted = 0
    fc.assert(
      fc.property(fc.array(deed, { minLength: 10, maxLength: 60 }), (deeds) => {
        const all = ['a', 'b', 'c', 'd', 'e', 'f']
        const story = given(aPlein('ideas'), opened, ...all.map((id) => posted(id, `idee ${id}`)), listed(...all))
        // Both coaches look at clusters as they were some steps ago.
        const seen: string[] = []
        for (const { who, act, idea, cluster, other } of deeds) {
          const coach = who ? joost : anneke
          const chosen = [all[idea] as string, all[other] as string]
          const one = seen[cluster] ?? 'onzin'
          const two = seen[other] ?? 'onzin'
          if (act === 0) story.when(coach, create(`groep ${seen.length}`, ...chosen))
          else if (act === 1) story.when(coach, { type: 'ideas.assign', ideas: chosen, cluster: one })
          else if (act === 2) story.when(coach, { type: 'ideas.assign', ideas: chosen, cluster: null })
          else if (act === 3) story.when(coach, { type: 'cluster.merge', from: one, into: two })
          else if (act === 4) story.when(coach, { type: 'cluster.split', cluster: one, ideas: chosen, name: 'deel' })
          else if (act === 5) story.when(coach, { type: 'cluster.remove', cluster: one })
          else story.when(coach, { type: 'undo', any: act === 7 })
          if (story.last.ok) accepted++
          if (story.last.ok && typeof story.answer['cluster'] === 'string') seen.unshift(story.answer['cluster'])
          expect([...story.plein.ideas.keys()]).toEqual(all)
          for (const idea of story.plein.ideas.values()) {
            const homes = [...story.plein.members].filter(([, members]) => members.has(idea.id)).map(([id]) => id)
            expect(homes).toEqual(idea.cluster === null ? [] : [idea.cluster])
            if (idea.cluster) expect(story.plein.clusters.get(idea.cluster)?.removed).toBe(false)
          }
        }
      }),
      { numRuns: runs(100) },
    )
    expect(accepted).toBeGreaterThan(enough(300))
  })
})
