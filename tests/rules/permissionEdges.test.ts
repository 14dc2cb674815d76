/** Who may what, at its edges: what exactly a refusal says, and what is listed beside it. */
import { describe, expect, test } from 'vitest'
import { anonymous, questions } from '../../shared/domain/commands.ts'
import { may, mayEver } from '../../shared/domain/permissions.ts'
import { about, ask, asked } from '../support/asking.ts'
import { aPlein, aPleinWith, closed, entered, given, opened } from '../support/given.ts'
import { clock, fatma, joost, olga, wim } from '../support/people.ts'
import { samples } from '../support/samples.ts'
import { morning } from '../support/world.ts'

const sealed = { type: 'plein.sealed', by: 'server', seat: null, at: morning } as const
const deleted = { type: 'plein.deleted', by: 'organiser', seat: null, at: morning } as const
const over = () => given(aPlein('ideas'), opened, closed, sealed)
const wider = { retainUntil: Date.UTC(2026, 3, 11) }

describe('A7 a refusal names what was asked, by whom, and the phase of now', () => {
  test('E1 A7 where the owner adopts nothing, nothing is taken back either', () => {
    const story = given(aPlein('reframe'), opened, entered('reframe'))
    story.when(wim, { type: 'undo' }).then({ code: 'not-allowed', command: 'undo', role: 'owner' })
    story
      .when(wim, { type: 'framing.adopt', text: 'Van wie?', sources: [] })
      .then({ code: 'not-allowed', command: 'framing.adopt', role: 'owner' })
  })

  test('E4 before the first harvest the owner hears in which phase the room is, or that it is in none', () => {
    const word = { type: 'owner.word', text: 'Ik neem de bank mee.' } as const
    given(aPlein('ideas', 'harvest'), opened)
      .when(wim, word)
      .then({ code: 'not-now', command: 'owner.word', phase: null })
      .when(joost, { type: 'phase.enter', phase: 'ideas' })
      .when(wim, word)
      .then({ code: 'not-now', command: 'owner.word', phase: 'ideas' })
  })

  test('A6 A7 how long it is kept is not for a coach to say, and the organiser says nothing else once it is over', () => {
    const story = over()
    story.when(joost, { type: 'plein.set', ...wider }).then({ code: 'not-allowed', command: 'plein.set', role: 'coach' })
    story.when(olga, { type: 'plein.set', ...wider, title: 'Anders' }).then({ code: 'plein-sealed' })
    story.when(olga, { type: 'plein.set', ...wider, settings: { ownerAdopts: true } }).then({ code: 'plein-sealed' })
    story.when(olga, { type: 'plein.set', ...wider }).then([{ type: 'plein.set', ...wider }])
  })

  test('A6 what is deleted is unknown, also where it was closed for good before', () => {
    over().when(joost, samples['link.rotate']).then([])
    given(aPlein('ideas'), opened, closed, sealed, deleted).when(joost, samples['link.rotate']).then({ code: 'plein-unknown' })
  })

  test('P11 who names no phase means the one of now; who names none where there is one, or one where there is none, is late', () => {
    const next = { type: 'phase.next' } as const
    const story = given(aPlein('checkin', 'ideas'), opened)
    story.when(joost, { ...next, during: 'checkin' }).then({ code: 'room-moved', phase: null })
    story.when(joost, { ...next, during: null }).then([{ type: 'phase.entered', phase: 'checkin' }])
    story.when(joost, { ...next, during: null }).then({ code: 'room-moved', phase: 'checkin' })
    // As a page in the same process says it: over the wire there is no such value.
    story.when(joost, { ...next, during: undefined } as unknown as typeof next).then([{ type: 'phase.entered', phase: 'ideas' }])
  })
})

describe('A7 what is listed', () => {
  test('I4 in a phase that collects nothing, writing is for whom a phase that collects lets write, whatever this one says', () => {
    const { plein } = given(
      aPleinWith({ ownerListens: false }, ['ideas', { whoPosts: ['owner'] }], ['pause', { whoPosts: ['participant', 'owner', 'coach'] }]),
      opened,
      entered('pause'),
    )
    const posts = (['participant', 'owner', 'coach'] as const).filter((role) => may(plein, role).includes('idea.post'))
    expect(posts).toEqual(['owner'])
  })

  test('M1 M2 phones answer while any question is asked; a coach enters an answer to one that ended too', () => {
    const vote = asked()
    const listed = () => [
      may(vote.story.plein, 'participant').includes('condition.post'),
      may(vote.story.plein, 'coach').includes('condition.enter'),
    ]
    ask(vote, true, 'zitten').then([{ type: 'round.asked' }])
    ask(vote, false).then([{ type: 'round.asked' }])
    expect(listed()).toEqual([true, true])
    ask(vote, false, 'zitten').then([{ type: 'round.asked' }])
    expect(listed()).toEqual([false, true])
    vote.story
      .when(joost, { type: 'condition.enter', ...about(vote), text: 'Schaduw.' })
      .then([{ type: 'idea.posted' }, { type: 'desk.listed' }])
  })

  test('L2 what a role may at no moment is not what it may at another', () => {
    expect([mayEver('participant', 'plein.open'), mayEver('coach', 'plein.open'), mayEver('server', 'time.passed')]).toEqual([
      false,
      true,
      true,
    ])
    expect(may(given(aPlein('ideas'), opened).plein, 'coach')).not.toContain('plein.open')
  })
})

describe('what an act leaves behind', () => {
  test('S2 whatever comes with an edit key is told and kept without a seat, and nothing else is', () => {
    const withKey = Object.values(samples).flatMap((one) => ('key' in one || 'keys' in one ? [one.type] : []))
    expect([...anonymous].sort()).toEqual(withKey.sort())
  })

  test('L1 of what only asks nothing is stored', () => {
    expect([...questions]).toEqual(['mine', 'text.earlier'])
    const story = given(aPlein('ideas'), opened)
    for (const type of ['mine', 'text.earlier'] as const)
      expect(story.when(joost, samples[type]).last).toMatchObject({ ok: true, events: [], ledger: [], redactions: [] })
  })

  test('L1 an ordinary act replaces nothing in the log', () => {
    expect(given(aPlein('ideas'), opened).when(joost, { type: 'door.set', locked: true }).last).toEqual({
      ok: true,
      events: [{ type: 'door.set', locked: true, by: 'coach', seat: 'seat-joost', at: morning }],
      ledger: [],
      redactions: [],
      answer: {},
    })
    expect(given(aPlein('ideas'), opened).when(clock, { type: 'time.passed' }).last).toMatchObject({ redactions: [] })
    expect(given(aPlein('ideas'), opened).when(fatma, { type: 'seat.hand', up: true }).last).toMatchObject({ events: [], redactions: [] })
  })
})
