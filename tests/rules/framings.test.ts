import { describe, expect, test } from 'vitest'
import { chain, currentFraming } from '../../shared/domain/framings/chain.ts'
import type { Source } from '../../shared/domain/state.ts'
import { aPleinWith, entered, given, listed, opened, posted, released } from '../support/given.ts'
import { anneke, joost, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

const proposal = (idea: string, text: string) => ({ ...posted(idea, text, 'reframe'), as: 'proposal' as const })
const room = (ownerAdopts = false) =>
  given(
    aPleinWith({ ownerAdopts }, 'ideas', 'reframe'),
    opened,
    entered('reframe'),
    posted('boom', 'Meer bomen'),
    posted('geheim', 'Nog niet gedeeld'),
    proposal('voorstel', 'Van wie is het groen?'),
    proposal('wacht', 'Wacht nog'),
    listed('boom', 'geheim', 'voorstel', 'wacht'),
    released('boom', 'voorstel'),
  )
const adopt = (text: string, ...sources: Source[]) => ({ type: 'framing.adopt' as const, text, sources })
const idea = (id: string): Source => ({ kind: 'idea', id })

describe('the question chain', () => {
  test('F2 a coach adopts a wording with its sources, each once, and it is the dilemma now', () => {
    const story = room().when(joost, adopt('Wie hoort het groen?', idea('boom'), idea('boom'), { kind: 'framing', id: 'dilemma' }))
    const id = story.answer['framing'] as string
    const link = {
      text: 'Wie hoort het groen?',
      order: 1,
      sources: [idea('boom'), { kind: 'framing', id: 'dilemma' }],
      by: 'coach',
      at: story.world.now(),
      phase: 'reframe',
    }
    expect(currentFraming(story.plein)).toEqual({ id, ...link, undone: false })
    expect(maps(replay(story.log).board)['framings']).toMatchObject({ dilemma: { order: 0 }, [id]: link })
    expect(Object.keys(maps(replay(story.log).board)['framings']?.[id] as object)).toEqual([
      'text',
      'order',
      'sources',
      'by',
      'at',
      'phase',
    ])
  })

  test('F2 the owner adopts only when the setting says so', () => {
    room().when(wim, adopt('Anders?')).then({ code: 'not-allowed' })
    const story = room(true).when(wim, adopt('Anders?'))
    expect(currentFraming(story.plein)).toMatchObject({ text: 'Anders?', by: 'owner' })
  })

  test('F3 a proposal is adopted as the participants’, with itself as first source', () => {
    const story = room().when(joost, { ...adopt('Van wie is het groen?', idea('boom'), idea('voorstel')), proposal: 'voorstel' })
    expect(currentFraming(story.plein)).toMatchObject({ by: 'participant', sources: [idea('voorstel'), idea('boom')] })
  })

  test('F3 a proposal that is not shared, or is none, is not adopted', () => {
    const story = room()
    story.when(joost, { ...adopt('Wacht nog'), proposal: 'wacht' }).then({ code: 'idea-not-released', idea: 'wacht' })
    story.when(joost, { ...adopt('Meer bomen'), proposal: 'boom' }).then({ code: 'idea-unknown', idea: 'boom' })
    story.when(joost, { type: 'idea.hide', ideas: ['voorstel'] })
    story.when(joost, { ...adopt('Van wie?'), proposal: 'voorstel' }).then({ code: 'source-unknown', kind: 'idea', id: 'voorstel' })
  })

  test('F4 the same wording is no new link; unknown, unshared and taken back sources are refused by name', () => {
    const story = room().when(joost, adopt('Wie zorgt er voor het groen?')).then({ code: 'framing-same' })
    // A phone sets a space behind the last word by itself.
    for (const same of ['Wie zorgt er voor het groen? ', ' Wie zorgt er  voor\nhet groen?'])
      story.when(joost, adopt(same)).then({ code: 'framing-same' })
    story.when(joost, adopt('Anders?', idea('geheim'))).then({ code: 'source-unknown', kind: 'idea', id: 'geheim' })
    story.when(joost, { type: 'cluster.create', name: 'Dicht', ideas: ['geheim'] })
    const dicht = story.answer['cluster'] as string
    story.when(joost, adopt('Anders?', { kind: 'cluster', id: dicht })).then({ code: 'source-unknown', kind: 'cluster', id: dicht })
    for (const kind of ['idea', 'cluster', 'round', 'framing'] as const) {
      story.when(joost, adopt('Anders?', { kind, id: 'onzin' })).then({ code: 'source-unknown', kind, id: 'onzin' })
    }
    story.when(joost, adopt('Anders?')).when(joost, { type: 'undo' })
    const undone = [...story.plein.framings.values()].find((framing) => framing.undone)?.id as string
    story.when(joost, adopt('Nog anders?', { kind: 'framing', id: undone })).then({ code: 'source-unknown' })
    story.when(joost, adopt('  ')).then({ code: 'text-empty' })
    expect(chain(story.plein)).toHaveLength(1)
  })

  test('F2 C3 a group that was merged away stands among the sources as what it became, until that is taken back', () => {
    const story = room().when(joost, { type: 'ideas.release', ideas: ['geheim'] })
    const group = (name: string, ...ideas: string[]) => {
      story.when(joost, { type: 'cluster.create', name, ideas })
      return story.answer['cluster'] as string
    }
    const [groen, stil, alles] = [group('Groen', 'boom'), group('Stil', 'geheim'), group('Alles')]
    const of = (id: string): Source => ({ kind: 'cluster', id })
    story.when(joost, adopt('Wie hoort het groen?', of(groen), idea('boom'), of(stil)))
    const link = story.answer['framing'] as string
    const told = () => (maps(replay(story.log).board)['framings'] as Record<string, { sources: Source[] }>)[link]?.sources
    const merged = () => maps(replay(story.log).desk)['merged'] ?? {}
    story.when(joost, { type: 'cluster.merge', from: groen, into: stil })
    expect(told()).toEqual([of(stil), idea('boom')])
    expect(merged()).toEqual({ [groen]: stil })
    story.when(anneke, { type: 'cluster.merge', from: stil, into: alles })
    expect(told()).toEqual([of(alles), idea('boom')])
    expect(Object.keys(maps(replay(story.log).board)['clusters'] ?? {})).toEqual([alles])
    story.when(anneke, { type: 'undo' }).when(joost, { type: 'undo' })
    expect(told()).toEqual([of(groen), idea('boom'), of(stil)])
    expect(merged()).toEqual({})
  })

  test('F1 taken back, a link stands in no document and the former one is the dilemma again', () => {
    const story = room().when(joost, adopt('Kanarie?'))
    story.when(joost, { type: 'undo' }).answers({ undone: 'adopted' })
    expect(currentFraming(story.plein)?.id).toBe('dilemma')
    const { board, desk } = replay(story.log)
    expect(JSON.stringify([maps(board), maps(desk)])).not.toContain('Kanarie')
    story.when(joost, adopt('Opnieuw?'))
    expect(currentFraming(story.plein)).toMatchObject({ text: 'Opnieuw?', order: 1 })
  })

  test('F5 a link that others follow is not taken out', () => {
    const story = room().when(joost, adopt('Eerst?')).when(anneke, adopt('Daarna?'))
    story.when(joost, { type: 'undo' }).then({ code: 'changed-since', label: 'adopted' })
    story.when(anneke, { type: 'undo' }).when(joost, { type: 'undo' })
    expect(chain(story.plein).map(({ id }) => id)).toEqual(['dilemma'])
  })

  test('F6 correcting a typo keeps the link, its place, sources and moment', () => {
    const story = room().when(joost, adopt('Van wei is het?', idea('boom')))
    const before = { ...currentFraming(story.plein) }
    story.world.pass(1000)
    story.when(anneke, { type: 'framing.correct', framing: before.id as string, text: 'Van wie is het?' })
    expect(currentFraming(story.plein)).toEqual({ ...before, text: 'Van wie is het?' })
    story.when(joost, { type: 'framing.correct', framing: before.id as string, text: 'Van wie is het?' }).then({ code: 'nothing-changed' })
    story.when(joost, { type: 'framing.correct', framing: 'onzin', text: 'x' }).then({ code: 'framing-unknown', framing: 'onzin' })
    story.when(joost, { type: 'undo' })
    story.when(joost, { type: 'framing.correct', framing: before.id as string, text: 'x' }).then({ code: 'framing-unknown' })
  })
})
