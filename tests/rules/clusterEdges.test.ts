/** Grouping at its edges: what each deed leaves in the log, and groups and ideas that are not there any more. */
import { describe, expect, test } from 'vitest'
import type { Change, StepLabel } from '../../shared/domain/clusters/step.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released, type Story } from '../support/given.ts'
import { anneke, fatma, joost } from '../support/people.ts'
import { morning, testWorld } from '../support/world.ts'

const ideas = ['bankje', 'boom', 'vijver']
const room = (...more: Parameters<typeof given>) =>
  given(
    aPlein('ideas', 'reframe', ['cluster', { whoGroups: 'authors' }]),
    opened,
    entered('ideas'),
    ...ideas.map((id) => posted(id, `Over de ${id}`)),
    listed(...ideas),
    released(...ideas),
    ...more,
  )
const create = (name: string, ...chosen: string[]) => ({ type: 'cluster.create' as const, name, ideas: chosen })
const group = (story: Story, name: string, ...chosen: string[]): string =>
  String(story.when(joost, create(name, ...chosen)).answer['cluster'])
const unchanged = { code: 'nothing-changed' as const }

describe('what a deed at the desk leaves in the log', () => {
  test('C7 A10 one signed step that says what was done, what changed, and what was made', () => {
    const story = room()
    const does = (command: Command, label: StepLabel, changes: Change[], made: unknown[] = []) => {
      const { step } = story.when(joost, command).answer
      expect(story.events).toEqual([{ type: 'step.done', step, label, changes, made, by: 'coach', seat: 'seat-joost', at: morning }])
    }
    const place = (idea: string, from: string | null, to: string | null): Change => ({ change: 'place', idea, from, to })
    const [groen, bomen] = ['id-1', 'id-5']
    const make = (cluster: string, name: string, open = false) => ({ cluster, name, open })
    does(create('Groen', 'boom'), 'created', [{ change: 'create', cluster: groen }, place('boom', null, groen)], [make(groen, 'Groen')])
    does({ type: 'ideas.assign', ideas: ['vijver'], cluster: groen }, 'placed', [place('vijver', null, groen)])
    const rename: Change = { change: 'rename', cluster: groen, from: 'Groen', to: 'Natuur' }
    does({ type: 'cluster.rename', cluster: groen, name: 'Natuur' }, 'renamed', [rename])
    const part = [{ change: 'create' as const, cluster: bomen }, place('boom', groen, bomen)]
    does({ type: 'cluster.split', cluster: groen, ideas: ['boom'], name: 'Bomen' }, 'split', part, [make(bomen, 'Bomen')])
    does({ type: 'cluster.open', cluster: bomen }, 'opened', [{ change: 'open', cluster: bomen }])
    does({ type: 'cluster.merge', from: bomen, into: groen }, 'merged', [
      place('boom', bomen, groen),
      { change: 'remove', cluster: bomen, mergedInto: groen },
    ])
    does({ type: 'cluster.remove', cluster: groen }, 'removed', [
      place('vijver', groen, null),
      place('boom', groen, null),
      { change: 'remove', cluster: groen, mergedInto: null },
    ])
    does({ type: 'idea.hide', ideas: ['boom'] }, 'hidden', [{ change: 'hide', idea: 'boom', hidden: true }])
    does({ type: 'idea.show', ideas: ['boom', 'vijver'] }, 'shown', [{ change: 'hide', idea: 'boom', hidden: false }])
  })

  test('C1 of two coaches who give a group the same name, or name it aloud, the second changes nothing', () => {
    const story = room()
    const groen = group(story, 'Groen', 'boom')
    const rename = (name: string) => story.when(anneke, { type: 'cluster.rename', cluster: groen, name })
    rename('Natuur').then([{ type: 'step.done' }])
    rename('Natuur').then(unchanged)
    rename('  ').then({ code: 'text-empty' })
    rename('n'.repeat(81)).then({ code: 'text-too-long' })
    expect(story.plein.clusters.get(groen)?.name).toBe('Natuur')
    story.when(joost, { type: 'cluster.open', cluster: groen }).when(anneke, { type: 'cluster.open', cluster: groen }).then(unchanged)
  })
})

describe('what is not there any more', () => {
  test('C3 nothing is split off from a group that is merged away or never was', () => {
    const story = room()
    const [groen, natuur] = [group(story, 'Groen', 'boom'), group(story, 'Natuur')]
    const split = (cluster: string) => story.when(anneke, { type: 'cluster.split', cluster, ideas: ['boom'], name: 'Bomen' })
    split('nergens').then({ code: 'cluster-unknown', cluster: 'nergens' })
    story.when(joost, { type: 'cluster.merge', from: groen, into: natuur })
    split(groen).then({ code: 'cluster-merged', cluster: groen, into: natuur, name: 'Natuur' })
  })

  test('I11 what its author took back is grouped, hidden and placed no more', () => {
    const key = keyOf('Fatma')
    const story = room().when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Speeltuin', phase: 'ideas' })
    const idea = String(story.answer['idea'])
    const groen = group(story, 'Groen', 'boom')
    story.when(fatma, { type: 'idea.withdraw', key }).when(joost, { type: 'phase.enter', phase: 'cluster' })
    const gone = { code: 'idea-withdrawn', idea } as const
    story.when(joost, { type: 'ideas.assign', ideas: ['vijver', idea], cluster: groen }).then(gone)
    story.when(joost, { type: 'idea.hide', ideas: [idea] }).then(gone)
    story.when(fatma, { type: 'idea.place', key, cluster: groen }).then(gone)
    expect(story.plein.ideas.get('vijver')?.cluster).toBeNull()
  })

  test('C6 C3 an author hears what a group became only where the board shows that', () => {
    const key = keyOf('Fatma')
    const story = room().when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Speeltuin', phase: 'ideas' })
    const idea = String(story.answer['idea'])
    const [groen, natuur, stil] = [group(story, 'Groen', 'boom'), group(story, 'Natuur', 'bankje'), group(story, 'Stil', idea)]
    story.when(joost, { type: 'phase.enter', phase: 'cluster' })
    const place = (cluster: string) => story.when(fatma, { type: 'idea.place', key, cluster })
    story.when(joost, { type: 'cluster.merge', from: groen, into: natuur })
    place(groen).then({ code: 'cluster-merged', cluster: groen, into: natuur, name: 'Natuur' })
    story.when(joost, { type: 'idea.hide', ideas: ['boom', 'bankje'] })
    place(groen).then({ code: 'cluster-unknown', cluster: groen })
    place(stil).then({ code: 'cluster-unknown', cluster: stil })
  })

  test('R5 groups that were removed do not count for the most there may be', () => {
    const story = room(testWorld(1, { clusters: 2 }))
    const [groen] = [group(story, 'Groen'), group(story, 'Water')]
    story.when(joost, create('Zitten')).then({ code: 'too-many-clusters', maximum: 2 })
    story.when(joost, { type: 'cluster.remove', cluster: groen })
    story.when(joost, create('Zitten')).then([{ type: 'step.done' }])
    story.when(joost, create('Spelen')).then({ code: 'too-many-clusters', maximum: 2 })
  })
})

test('C6 C11 whoever proposed a wording says “none of these” of it too', () => {
  const key = keyOf('Fatma')
  const story = room().when(joost, { type: 'phase.enter', phase: 'reframe' })
  story.when(fatma, { type: 'idea.post', key, as: 'proposal', text: 'Van wie is het groen?', phase: 'reframe' })
  const idea = String(story.answer['idea'])
  const cluster = String(story.when(joost, { ...create('Van wie'), open: true, of: 'proposal' }).answer['cluster'])
  story.when(joost, { type: 'phase.enter', phase: 'cluster' })
  story.when(fatma, { type: 'idea.place', key, cluster }).then([{ type: 'idea.placed', idea, from: null, cluster }])
  story.when(fatma, { type: 'idea.place', key, cluster: null }).then([{ type: 'idea.placed', idea, from: cluster, cluster: null }])
  story.when(fatma, { type: 'idea.place', key, cluster: null }).then([])
})
