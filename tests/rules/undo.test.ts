import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import { aPlein, aPleinWith, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { anneke, fatma, joost, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

const ideas = ['bankje', 'boom', 'vijver']
const room = () =>
  given(
    aPlein('ideas', ['cluster', { whoGroups: 'authors' }]),
    opened,
    ...ideas.map((id) => posted(id, `Over de ${id}`)),
    listed(...ideas),
    released(...ideas),
  )
const create = (name: string, ...chosen: string[]) => ({ type: 'cluster.create' as const, name, ideas: chosen })
const undo = { type: 'undo' as const }
const anybody = { type: 'undo' as const, any: true }

/** What people see, without the counters of versions and the list of steps. */
const seen = (log: Parameters<typeof replay>[0]) => {
  const { board, desk } = replay(log)
  const { meta: _board, ...onBoard } = maps(board)
  const { meta: _desk, undo: _undo, ...onDesk } = maps(desk)
  return { onBoard, onDesk }
}

describe('taking back', () => {
  test('C7 25 own steps are taken back one by one, the last one first, until everything is as it was', () => {
    const story = room()
    const states = [seen(story.log)]
    const clusters: string[] = []
    const then = () => states.push(seen(story.log))
    for (const name of ['Groen', 'Water', 'Zitten', 'Spelen', 'Rust']) {
      story.when(joost, create(name))
      clusters.push(story.answer['cluster'] as string)
      then()
      story.when(joost, { type: 'ideas.assign', ideas, cluster: story.answer['cluster'] as string })
      then()
      story.when(joost, { type: 'cluster.rename', cluster: clusters.at(-1) as string, name: `${name}!` })
      then()
    }
    const [groen, water, zitten, spelen, rust] = clusters as [string, string, string, string, string]
    const more = [
      { type: 'cluster.open' as const, cluster: groen },
      { type: 'cluster.merge' as const, from: rust, into: groen },
      { type: 'cluster.merge' as const, from: groen, into: water },
      { type: 'cluster.split' as const, cluster: water, ideas: ['boom'], name: 'Bomen' },
      { type: 'cluster.remove' as const, cluster: water },
      { type: 'idea.hide' as const, ideas: ['boom', 'vijver'] },
      { type: 'idea.show' as const, ideas: ['vijver'] },
      { type: 'ideas.assign' as const, ideas, cluster: zitten },
      { type: 'cluster.remove' as const, cluster: spelen },
      { type: 'framing.adopt' as const, text: 'Van wie is het groen?', sources: [] },
    ]
    for (const command of more) {
      story.when(joost, command)
      expect(story.last.ok).toBe(true)
      then()
    }
    expect(states).toHaveLength(26)
    for (let left = 24; left >= 0; left--) {
      story.when(joost, undo)
      expect(story.last.ok).toBe(true)
      expect(seen(story.log)).toEqual(states[left])
    }
    story.when(joost, undo).then({ code: 'nothing-to-undo' })
    // Whoever looks for the last step passes over none that was taken back.
    expect(story.plein.steps).toEqual([])
  })

  test('L5 undo takes back only one’s own step; with any the last one of whichever coach', () => {
    const story = room().when(joost, create('Groen', 'boom')).when(anneke, create('Water', 'vijver'))
    story.when(joost, undo).answers({ undone: 'created' })
    expect([...story.plein.clusters.values()].map(({ name, removed }) => [name, removed])).toEqual([
      ['Groen', true],
      ['Water', false],
    ])
    story.when(joost, undo).then({ code: 'nothing-to-undo' })
    story.when(joost, anybody).answers({ undone: 'created' })
    story.when(joost, anybody).then({ code: 'nothing-to-undo' })
  })

  test('L5 C9 two coaches take back the same step by its name: one step goes, and whoever came second takes nothing along', () => {
    const story = room().when(anneke, create('Goed werk', 'boom')).when(anneke, create('Vergissing', 'vijver'))
    const slip = story.answer['step'] as string
    story
      .when(anneke, { type: 'undo', step: slip })
      .answers({ undone: 'created' })
      .when(joost, { type: 'undo', any: true, step: slip })
      .then({ code: 'step-undone' })
    expect([...story.plein.clusters.values()].filter(({ removed }) => !removed).map(({ name }) => name)).toEqual(['Goed werk'])
  })

  test('C7 C9 a step that is named and is not the last one any more stays, and so does the one after it', () => {
    const story = room().when(anneke, create('Groen', 'boom'))
    const first = story.answer['step'] as string
    story
      .when(anneke, create('Water', 'vijver'))
      .when(joost, { type: 'undo', any: true, step: first })
      .then({ code: 'step-not-last' })
      .when(anneke, { type: 'undo', step: first })
      .then({ code: 'step-not-last' })
      .when(joost, { type: 'undo', step: first })
      .then({ code: 'step-not-last' })
    expect(story.plein.steps).toHaveLength(2)
  })

  test('C8 a step is not taken back when what it would restore was changed after it', () => {
    const story = room().when(joost, create('Groen', 'boom'))
    const groen = story.answer['cluster'] as string
    story.when(joost, { type: 'ideas.assign', ideas: ['bankje'], cluster: groen })
    story.when(anneke, { type: 'ideas.assign', ideas: ['bankje'], cluster: null })
    story.when(joost, undo).then({ code: 'changed-since', label: 'placed' })
    story.when(anneke, undo)
    story.when(joost, undo).answers({ undone: 'placed' })
    story.when(anneke, { type: 'cluster.rename', cluster: groen, name: 'Natuur' })
    story.when(joost, undo).then({ code: 'changed-since', label: 'created' })
    story.when(anneke, undo)
    story.when(anneke, { type: 'ideas.assign', ideas: ['vijver'], cluster: groen })
    story.when(joost, undo).then({ code: 'changed-since', label: 'created' })
  })

  test('C8 hiding again by another coach is that coach’s action, even if all looks as before', () => {
    const story = room().when(joost, { type: 'idea.hide', ideas: ['boom'] })
    story.when(anneke, { type: 'idea.show', ideas: ['boom'] }).when(anneke, { type: 'idea.hide', ideas: ['boom'] })
    story.when(joost, undo).then({ code: 'changed-since', label: 'hidden' })
    story.when(anneke, undo).when(anneke, undo).when(joost, undo).answers({ undone: 'hidden' })
  })

  test('C8 an author’s own placing is not undone by a coach', () => {
    const key = keyOf('Fatma')
    const story = room().when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Speeltuin', phase: 'ideas' })
    const mine = story.answer['idea'] as string
    story
      .later(5000)
      .when(joost, { type: 'phase.enter', phase: 'cluster' })
      .when(joost, { ...create('Groen'), open: true })
    const groen = story.answer['cluster'] as string
    story.when(joost, { type: 'ideas.assign', ideas: [mine], cluster: groen })
    for (const cluster of [null, groen]) story.when(fatma, { type: 'idea.place', key, cluster })
    story.when(joost, undo).then({ code: 'changed-since', label: 'placed' })
    expect(story.plein.ideas.get(mine)?.cluster).toBe(groen)
  })

  test('C8 an idea does not go back to a cluster that is no longer there', () => {
    const story = room().when(anneke, create('Groen', 'boom'))
    const groen = story.answer['cluster'] as string
    story.when(joost, { type: 'ideas.assign', ideas: ['boom'], cluster: null })
    story.when(anneke, { type: 'cluster.remove', cluster: groen })
    story.when(joost, undo).then({ code: 'changed-since', label: 'placed' })
  })

  test('C8 a group that another coach named aloud or removed is not taken back, and its name not either', () => {
    const story = room().when(joost, create('Groen'))
    const groen = story.answer['cluster'] as string
    const refused = (label: string) => story.when(joost, undo).then({ code: 'changed-since', label })
    story.when(anneke, { type: 'cluster.open', cluster: groen })
    refused('created')
    story.when(anneke, undo).when(anneke, { type: 'cluster.remove', cluster: groen })
    refused('created')
    for (const [command, label] of [
      [{ type: 'cluster.rename', cluster: groen, name: 'Natuur' }, 'renamed'],
      [{ type: 'cluster.open', cluster: groen }, 'opened'],
    ] as const) {
      story.when(anneke, undo).when(joost, command).when(anneke, { type: 'cluster.remove', cluster: groen })
      refused(label)
    }
    story.when(anneke, undo).when(joost, undo).answers({ undone: 'opened' })
    story.when(joost, undo).answers({ undone: 'renamed' })
  })

  test('C8 an idea that another coach moved and brought back, alone or among others, was changed all the same', () => {
    for (const moved of [['bankje'], ['bankje', 'vijver']]) {
      const story = room().when(anneke, create('Groen', 'vijver'))
      const groen = story.answer['cluster'] as string
      story.when(joost, { type: 'ideas.assign', ideas: ['bankje'], cluster: groen })
      for (const cluster of [null, groen]) story.when(anneke, { type: 'ideas.assign', ideas: moved, cluster })
      story.when(joost, undo).then({ code: 'changed-since', label: 'placed' })
    }
  })

  test('C8 what another coach did to something else, or something else to the same, stays and is in nobody’s way', () => {
    const story = room().when(joost, create('Groen'))
    const cluster = story.answer['cluster'] as string
    const pairs: [string, Command, Command][] = [
      ['placed', { type: 'ideas.assign', ideas: ['boom'], cluster }, { type: 'idea.hide', ideas: ['boom'] }],
      ['hidden', { type: 'idea.hide', ideas: ['bankje'] }, { type: 'idea.hide', ideas: ['vijver'] }],
      ['renamed', { type: 'cluster.rename', cluster, name: 'Natuur' }, { type: 'cluster.open', cluster }],
    ]
    for (const [undone, mine, other] of pairs) story.when(joost, mine).when(anneke, other).when(joost, undo).answers({ undone })
    expect(story.plein.clusters.get(cluster)).toMatchObject({ name: 'Groen', open: true })
    expect([...story.plein.ideas.values()].map(({ id, hidden, cluster }) => [id, hidden, cluster])).toEqual([
      ['bankje', false, null],
      ['boom', true, null],
      ['vijver', true, null],
    ])
  })

  test('C9 L5 an owner who asks for anybody’s last step takes back the own one, never a coach’s', () => {
    const story = given(aPleinWith({ ownerAdopts: true }, 'reframe'), opened)
    story.when(wim, { type: 'framing.adopt', text: 'Van wie is het groen?', sources: [] }).when(joost, create('Groen'))
    story.when(wim, anybody).answers({ undone: 'adopted' })
    story.when(wim, anybody).then({ code: 'nothing-to-undo' })
    expect([...story.plein.clusters.values()]).toMatchObject([{ name: 'Groen', removed: false }])
  })

  test('C9 no coach takes back what the owner adopted', () => {
    const story = given(aPleinWith({ ownerAdopts: true }, 'reframe'), opened)
    story.when(wim, { type: 'framing.adopt', text: 'Van wie is het groen?', sources: [] })
    story.when(joost, anybody).then({ code: 'nothing-to-undo' })
    expect(maps(replay(story.log).desk)['undo'] ?? { steps: [] }).toEqual({ steps: [] })
  })

  test('C7 the desk sees of each coach the last step, which is the one that is taken back, oldest first', () => {
    const story = room()
    for (let count = 0; count < 5; count++) story.when(joost, create(`Groep ${count}`))
    const steps = () => maps(replay(story.log).desk)['undo']?.['steps'] as { id: string; seat: string; label: string }[]
    const [first] = steps()
    expect(steps()).toMatchObject([{ seat: 'seat-joost', label: 'created' }])
    story.when(anneke, create('Groen', 'boom')).when(anneke, { type: 'ideas.assign', ideas: ['boom'], cluster: null })
    expect(steps()).toEqual([first, { id: expect.any(String), seat: 'seat-anneke', label: 'placed' }])
    story.when(anneke, undo)
    expect(steps()).toEqual([first, { id: expect.any(String), seat: 'seat-anneke', label: 'created' }])
    story.when(joost, undo)
    expect(steps()).toMatchObject([{ seat: 'seat-joost' }, { seat: 'seat-anneke' }])
    expect(steps()).not.toContainEqual(first)
  })

  test('C7 whose last step lies behind forty others is not told of it', () => {
    const story = room().when(anneke, create('Groen', 'boom'))
    for (let count = 0; count < 40; count++) story.when(joost, create(`Groep ${count}`))
    expect(maps(replay(story.log).desk)['undo']?.['steps']).toMatchObject([{ seat: 'seat-joost' }])
    story.when(joost, undo)
    expect(maps(replay(story.log).desk)['undo']?.['steps']).toMatchObject([{ seat: 'seat-anneke' }, { seat: 'seat-joost' }])
  })
})
