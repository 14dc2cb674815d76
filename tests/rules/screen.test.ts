import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import type { Show } from '../../shared/domain/state.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { anneke, fatma, joost, olga, samir, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

const ideas = [posted('bankje', 'Een bankje bij de school'), posted('boom', 'Meer bomen'), posted('vijver', 'De vijver schoon')]
const all = listed('bankje', 'boom', 'vijver')
const room = () => given(aPlein('ideas', 'vote'), opened, entered('ideas'), ...ideas, all, released('bankje', 'boom'))
const show = (what: Show) => ({ type: 'screen.show' as const, show: what })
const theIdea: Show = { on: 'idea', idea: 'boom' }
const thePhase: Show = { on: 'phase', page: null }

describe('before the room', () => {
  test('B1 a coach shows a page, an idea, the question chain, the way in, or nothing; before the Plein is open too', () => {
    const story = room()
    for (const what of [theIdea, { on: 'phase', page: 3 }, { on: 'chain', page: null }, { on: 'join' }, { on: 'dark' }, thePhase] as Show[])
      story.when(joost, show(what)).then([{ type: 'screen.shown', show: what, by: 'coach', seat: 'seat-joost' }])
    story.when(joost, show(thePhase)).then({ code: 'nothing-changed' })
    given(aPlein('ideas'))
      .when(joost, show({ on: 'dark' }))
      .then([{ type: 'screen.shown' }])
    story.when(fatma, show({ on: 'dark' })).then({ code: 'not-allowed' })
    story.when(wim, show({ on: 'dark' })).then({ code: 'not-allowed' })
  })

  test('B1 only what the board holds', () => {
    const story = room()
    story.when(joost, show({ on: 'idea', idea: 'vijver' })).then({ code: 'idea-not-released', idea: 'vijver' })
    story.when(joost, show({ on: 'idea', idea: 'onzin' })).then({ code: 'idea-unknown', idea: 'onzin' })
    // S1: what the desk has not heard of is answered as what is not there.
    const key = keyOf('fatma')
    const { idea } = story.when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Stil', phase: 'ideas' }).answer as { idea: string }
    story.when(joost, show({ on: 'idea', idea })).then({ code: 'idea-unknown', idea })
    story.when(fatma, { type: 'idea.withdraw', key })
    story.when(joost, show({ on: 'idea', idea })).then({ code: 'idea-unknown', idea })
    story.when(joost, { type: 'idea.hide', ideas: ['boom'] })
    story.when(joost, show(theIdea)).then({ code: 'idea-not-released', idea: 'boom' })
    const made = story.when(joost, { type: 'cluster.create', name: 'Water', ideas: ['vijver'] }).answer['cluster'] as string
    const group = show({ on: 'cluster', cluster: made, page: null })
    story.when(joost, group).then({ code: 'cluster-not-shared', cluster: made })
    story.when(joost, { type: 'cluster.open', cluster: made })
    story.when(joost, group).then([{ type: 'screen.shown' }])
    expect(story.plein.show).toEqual({ on: 'cluster', cluster: made, page: null })
    story.when(joost, show({ on: 'cluster', cluster: 'onzin', page: null })).then({ code: 'cluster-unknown' })
  })

  test('B1 what its author took back is refused by that name, once the desk knew of it', () => {
    const story = room()
    const key = keyOf('fatma')
    const { idea } = story.when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Weg ermee', phase: 'ideas' }).answer as { idea: string }
    story
      .later(5000)
      .when(joost, { type: 'ideas.release', ideas: 'all' })
      .when(joost, show({ on: 'idea', idea }))
      .then([{ type: 'screen.shown' }])
    story.when(fatma, { type: 'idea.withdraw', key })
    expect(story.plein.show).toEqual(thePhase)
    story.when(joost, show({ on: 'idea', idea })).then({ code: 'idea-withdrawn', idea })
  })

  test('S1 an idea that the desk has not heard of is as unknown as one that is not there', () => {
    const story = given(aPlein('ideas'), opened, entered('ideas'), posted('net', 'Net geschreven'))
    story.when(joost, show({ on: 'idea', idea: 'net' })).then({ code: 'idea-unknown', idea: 'net' })
  })

  test('B2 entering a phase shows the phase', () => {
    const story = room().when(joost, show({ on: 'dark' }))
    story.when(joost, { type: 'phase.next' })
    expect(story.plein.show).toEqual(thePhase)
  })

  test('B2 a result that is shown begins with its first page; the way in stays', () => {
    const story = room().when(joost, { type: 'phase.next' })
    const round = story.when(joost, { type: 'round.open', over: 'ideas' }).answer['round'] as string
    story.when(joost, show({ on: 'phase', page: 2 })).when(joost, { type: 'round.close', round, confirmed: true })
    expect(story.plein.show).toEqual({ on: 'phase', page: 2 })
    story.when(joost, { type: 'round.reveal', round, revealed: true })
    expect(story.plein.show).toEqual(thePhase)
    story.when(joost, show({ on: 'join' })).when(joost, { type: 'round.reveal', round, revealed: false })
    expect(story.plein.show).toEqual({ on: 'join' })
  })

  test('B3 what leaves the board leaves the screen, and does not come back to it by itself', () => {
    const story = room()
      .when(joost, show(theIdea))
      .when(anneke, { type: 'idea.hide', ideas: ['boom'] })
    expect(story.plein.show).toEqual(thePhase)
    story.when(anneke, { type: 'idea.show', ideas: ['boom'] })
    expect(story.plein.show).toEqual(thePhase)
    const made = story.when(joost, { type: 'cluster.create', name: 'Groen', ideas: ['boom'] }).answer['cluster'] as string
    const group: Show = { on: 'cluster', cluster: made, page: 1 }
    story.when(joost, show(group))
    expect(story.plein.show).toEqual(group)
    story.when(joost, { type: 'idea.hide', ideas: ['boom'] })
    expect(story.plein.show).toEqual(thePhase)
    story.when(joost, { type: 'undo' }).when(joost, show(group)).when(joost, { type: 'undo' })
    expect(story.plein.show).toEqual(thePhase)
    expect(maps(replay(story.log).board)['plein']?.['show']).toEqual(thePhase)
  })
})

describe('signals', () => {
  test('A12 ready and a raised hand stand on the seat and in no event', () => {
    const story = room().when(fatma, { type: 'seat.ready', phase: 'ideas', ready: true }).then([])
    story.when(fatma, { type: 'seat.hand', up: true }).then([])
    expect(story.plein.seats.get('seat-fatma')).toMatchObject({ ready: 'ideas', hand: true })
    story.when(fatma, { type: 'seat.ready', phase: 'ideas', ready: false }).when(fatma, { type: 'seat.hand', up: false })
    expect(story.plein.seats.get('seat-fatma')).toMatchObject({ ready: null, hand: false })
    story.when(fatma, { type: 'seat.ready', phase: 'onzin', ready: true }).then({ code: 'phase-unknown' })
    story.when(joost, { type: 'seat.hand', up: true }).then({ code: 'not-allowed' })
    story.when(olga, { type: 'seat.hand', up: true }).then({ code: 'not-allowed' })
  })

  test.each<Command>([
    { type: 'phase.enter', phase: 'vote' },
    { type: 'phase.next' },
    { type: 'phase.back' },
    { type: 'phase.play', kind: 'pause' },
    { type: 'phase.resume' },
    { type: 'phase.repeat', phase: 'ideas' },
  ])('A12 another phase lowers all hands: $type', (moves) => {
    const story = given(aPlein('welcome', 'ideas', 'cluster', 'vote'), opened, entered('cluster'))
    story.when(joost, { type: 'phase.play', kind: 'plenary' })
    for (const who of [fatma, samir])
      story.when(who, { type: 'seat.hand', up: true }).when(who, { type: 'seat.ready', phase: 'ideas', ready: true })
    story.when(joost, { type: 'phase.enter', phase: 'gone' })
    expect([...story.plein.seats.values()].filter(({ hand }) => hand)).toHaveLength(2)
    story.when(joost, moves)
    expect([...story.plein.seats.values()].filter(({ hand }) => hand)).toEqual([])
    expect(story.plein.seats.get('seat-samir')).toMatchObject({ ready: 'ideas' })
  })
})
