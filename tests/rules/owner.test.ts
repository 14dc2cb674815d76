import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import type { CommandOf } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { chain } from '../../shared/domain/framings/chain.ts'
import { may } from '../../shared/domain/permissions.ts'
import type { Source } from '../../shared/domain/state.ts'
import { aPlein, aPleinWith, closed, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { fatma, joost, ria, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

const post = (name: string, phase: string, as: CommandOf<'idea.post'>['as'] = 'idea'): CommandOf<'idea.post'> => ({
  type: 'idea.post',
  key: keyOf(name),
  as,
  text: `Een bijdrage: ${name}`,
  phase,
})
const lift = (ownerListens: boolean) => ({ type: 'plein.set' as const, settings: { ownerListens } })
const rounds = aPlein('checkin', 'ideas', 'ideas', 'reframe', 'harvest')

describe('E1 the owner listens first', () => {
  test('E1 in the first round the owner posts nothing, while the room does; in the second one the owner joins in', () => {
    given(rounds, opened, entered('ideas'))
      .when(wim, post('w', 'ideas'))
      .then({ code: 'owner-listens' })
      .when(fatma, post('f', 'ideas'))
      .then([{ type: 'idea.posted' }])
      .when(joost, { type: 'phase.enter', phase: 'ideas-2' })
      .when(wim, post('w', 'ideas-2'))
      .then([{ type: 'idea.posted', phase: 'ideas-2', late: false }])
  })

  test('E1 nor late, nor when the first round is entered again, nor ahead of a round that was not entered', () => {
    given(rounds, opened, entered('checkin'))
      .when(wim, post('early', 'ideas'))
      .then({ code: 'owner-listens' })
      .when(joost, { type: 'phase.enter', phase: 'ideas' })
      .when(wim, post('ahead', 'ideas-2'))
      .then({ code: 'owner-listens' })
      .when(joost, { type: 'phase.enter', phase: 'ideas-2' })
      .when(wim, post('late', 'ideas'))
      .then({ code: 'owner-listens' })
      .when(joost, { type: 'phase.enter', phase: 'ideas' })
      .when(wim, post('again', 'ideas'))
      .then({ code: 'owner-listens' })
      .when(wim, post('second', 'ideas-2'))
      .then([{ type: 'idea.posted', late: true }])
  })

  test('E1 the round that was entered first is the first, wherever it stands in the programme', () => {
    given(rounds, opened, entered('ideas-2'))
      .when(wim, post('w', 'ideas-2'))
      .then({ code: 'owner-listens' })
      .when(joost, { type: 'phase.repeat', phase: 'ideas-2' })
      .when(wim, { ...post('w', 'ideas-2'), phase: '' })
      .then({ code: 'phase-unknown' })
  })

  test('E1 a repetition of the first round is another round', () => {
    const story = given(rounds, opened, entered('ideas')).when(joost, { type: 'phase.repeat', phase: 'ideas' })
    story.when(wim, post('w', story.plein.current ?? '')).then([{ type: 'idea.posted' }])
  })

  test('E1 checking in, proposing a wording and closing are no rounds of writing', () => {
    given(rounds, opened, entered('checkin'))
      .when(wim, post('c', 'checkin', 'checkin'))
      .then([{ type: 'idea.posted' }])
      .when(joost, { type: 'phase.enter', phase: 'ideas' })
      .when(wim, post('p', 'reframe', 'proposal'))
      .then([{ type: 'idea.posted' }])
      .when(wim, post('s', 'harvest', 'closing'))
      .then([{ type: 'idea.posted' }])
  })

  test('E1 a coach lifts it and puts it back; the owner does not; what was posted meanwhile stays', () => {
    const story = given(rounds, opened, entered('ideas'))
      .when(wim, lift(false))
      .then({ code: 'not-allowed' })
      .when(joost, lift(false))
      .then([{ type: 'plein.set', settings: { ownerListens: false } }])
      .when(wim, post('w', 'ideas'))
      .then([{ type: 'idea.posted' }])
      .when(joost, lift(true))
      .when(wim, post('more', 'ideas'))
      .then({ code: 'owner-listens' })
      .when(wim, { type: 'idea.edit', key: keyOf('w'), text: 'Anders gezegd' })
      .then([{ type: 'idea.edited' }])
    expect(story.plein.ideas.size).toBe(1)
  })

  test('E1 the list of what the owner may knows it too, and the board says which way it stands', () => {
    const story = given(rounds, opened, entered('ideas'))
    expect(may(story.plein, 'owner')).not.toContain('idea.post')
    expect(maps(replay(story.log).board)['plein']).toMatchObject({ settings: { ownerListens: true } })
    story.when(joost, lift(false))
    expect(may(story.plein, 'owner')).toContain('idea.post')
    expect(maps(replay(story.log).board)['plein']).toMatchObject({ settings: { ownerListens: false } })
  })

  test('E1 where the phase does not let the owner write, that is what is said', () => {
    given(aPlein(['ideas', { whoPosts: ['participant'] }]), opened, entered('ideas'))
      .when(wim, post('w', 'ideas'))
      .then({ code: 'may-not-post', role: 'owner' })
  })

  test('E1 a log from before there was such a setting has the owner listen', () => {
    const created = aPleinWith({}, 'ideas') as Extract<PleinEvent, { type: 'plein.created' }>
    const { ownerListens: _, ...settings } = created.settings
    const story = given({ ...created, settings: settings as typeof created.settings }, opened, entered('ideas'))
    expect(story.plein.settings.ownerListens).toBe(true)
    story.when(wim, post('w', 'ideas')).then({ code: 'owner-listens' })
  })
})

const mark = (idea: string, marked = true) => ({ type: 'owner.mark' as const, idea, marked })
const adopt = (text: string, ...sources: Source[]) => ({ type: 'framing.adopt' as const, text, sources })
const idea = (id: string): Source => ({ kind: 'idea', id })
const shared = () =>
  given(
    aPlein('ideas', 'reframe', 'harvest'),
    opened,
    entered('ideas'),
    posted('boom', 'Meer bomen'),
    posted('bank', 'Meer bankjes'),
    posted('geheim', 'Nog niet gedeeld'),
    listed('boom', 'bank', 'geheim'),
    released('boom', 'bank'),
  )
const board = (story: ReturnType<typeof shared>) => maps(replay(story.log).board)
const desk = (story: ReturnType<typeof shared>) => maps(replay(story.log).desk)
/** What the room is told of where the wordings after the first came from. */
const told = (story: ReturnType<typeof shared>): unknown[] =>
  Object.values(board(story)['framings'] ?? {}).flatMap((framing) =>
    (framing as { order: number; sources: unknown[] }).order > 0 ? [(framing as { sources: unknown[] }).sources] : [],
  )

describe('E2 the owner says what touches them', () => {
  test('E2 coaches know it, the room does not, and it is taken back in the same way', () => {
    const story = shared()
    const before = JSON.stringify(board(story))
    story.when(wim, mark('boom')).then([{ type: 'idea.marked', idea: 'boom', marked: true, by: 'owner' }])
    expect(desk(story)['marks']).toEqual({ boom: true })
    expect(JSON.stringify(board(story))).toBe(before)
    story
      .when(wim, mark('boom'))
      .then({ code: 'nothing-changed' })
      .when(wim, mark('boom', false))
      .then([{ type: 'idea.marked', marked: false }])
    expect(desk(story)['marks'] ?? {}).toEqual({})
  })

  test('E2 only by the owner, only of what the room has seen, and not when it is closed for good', () => {
    shared()
      .when(joost, mark('boom'))
      .then({ code: 'not-allowed' })
      .when(fatma, mark('boom'))
      .then({ code: 'not-allowed' })
      .when(wim, mark('geheim'))
      .then({ code: 'idea-unknown', idea: 'geheim' })
      .when(wim, mark('nergens'))
      .then({ code: 'idea-unknown', idea: 'nergens' })
      .when(joost, { type: 'plein.close', confirmed: true })
      .when(wim, mark('boom'))
      .then([{ type: 'idea.marked' }])
      .later(60_000)
      .when(wim, mark('bank'))
      .then({ code: 'plein-sealed' })
  })

  test('E2 what is hidden keeps its mark and shows it to nobody; the mark can still be taken back', () => {
    const story = shared()
      .when(wim, mark('boom'))
      .when(joost, { type: 'idea.hide', ideas: ['boom'] })
    expect(desk(story)['marks'] ?? {}).toEqual({})
    story.when(joost, { type: 'idea.show', ideas: ['boom'] })
    expect(desk(story)['marks']).toEqual({ boom: true })
    story
      .when(joost, { type: 'idea.hide', ideas: ['boom'] })
      .when(wim, mark('boom', false))
      .then([{ type: 'idea.marked', marked: false }])
    story.when(wim, mark('boom')).then({ code: 'idea-unknown' })
  })

  test('E2 while an idea is hidden, no wording that came from it tells of its mark, whenever it was adopted', () => {
    const story = shared()
      .when(wim, mark('boom'))
      .when(joost, adopt('Wie zijn wij hier?', idea('boom'), idea('bank')))
    const marked = [[{ ...idea('boom'), touched: true }, idea('bank')]]
    const unmarked = [[idea('boom'), idea('bank')]]
    expect(told(story)).toEqual(marked)
    story.when(joost, { type: 'idea.hide', ideas: ['boom'] })
    expect(told(story)).toEqual(unmarked)
    expect(
      outcomeOf(story.plein)
        .chain.flatMap(({ sources }) => sources)
        .filter((one) => 'touched' in one && one.touched),
    ).toEqual([])
    story.when(joost, { type: 'undo' })
    expect(told(story)).toEqual(marked)
    story.when(joost, { type: 'idea.hide', ideas: ['boom'] }).when(joost, { type: 'idea.show', ideas: ['boom'] })
    expect(told(story)).toEqual(marked)
  })

  test('E2 what is withdrawn is unmarked', () => {
    const story = shared()
      .when(joost, { type: 'phase.repeat', phase: 'ideas' })
      .when(ria, { ...post('r', 'ideas'), text: 'Weg ermee' })
      .later(5000)
      .when(joost, { type: 'ideas.release', ideas: 'all' })
    const own = [...story.plein.ideas.values()].find(({ text }) => text === 'Weg ermee')?.id ?? ''
    story.when(wim, mark(own)).when(joost, adopt('Wat nu?', idea(own)))
    expect(told(story)).toEqual([[{ ...idea(own), touched: true }]])
    story.when(ria, { type: 'idea.withdraw', key: keyOf('r') })
    expect(story.plein.marks.size).toBe(0)
    expect(told(story)).toEqual([[idea(own)]])
    story.when(wim, mark(own)).then({ code: 'idea-withdrawn' })
  })
})

describe('E3 a wording tells of what touched the owner', () => {
  test('E3 of each idea that it came from, as it was marked when the wording was adopted, by whoever', () => {
    const story = shared()
      .when(wim, mark('boom'))
      .when(joost, adopt('Wie zijn wij hier?', idea('boom'), idea('bank')))
    expect(told(story)).toEqual([[{ ...idea('boom'), touched: true }, idea('bank')]])
    story.when(wim, mark('bank'))
    expect(told(story)).toEqual([[{ ...idea('boom'), touched: true }, idea('bank')]])
  })

  test('E3 no longer than the owner leaves the mark', () => {
    const story = shared()
      .when(wim, mark('boom'))
      .when(joost, adopt('Wie zijn wij hier?', idea('boom')))
      .when(wim, mark('boom', false))
    expect(told(story)).toEqual([[idea('boom')]])
    story.when(wim, mark('boom'))
    expect(told(story)).toEqual([[{ ...idea('boom'), touched: true }]])
  })

  test('E3 taken back, the wording is gone and the mark stays', () => {
    const story = shared()
      .when(wim, mark('boom'))
      .when(joost, adopt('Wie zijn wij hier?', idea('boom')))
      .when(joost, { type: 'undo' })
    expect(told(story)).toEqual([])
    expect(chain(story.plein)).toHaveLength(1)
    expect(desk(story)['marks']).toEqual({ boom: true })
  })
})

describe('E4 the owner says what they take along', () => {
  const word = (text: string | null) => ({ type: 'owner.word' as const, text })
  const hide = (hidden: boolean) => ({ type: 'word.hide' as const, hidden })

  test('E4 from the first harvest on, also when the room has moved on, until it is closed for good', () => {
    const story = shared()
      .when(wim, word('Ik neem u mee.'))
      .then({ code: 'not-now', phase: 'ideas' })
      .when(joost, { type: 'phase.enter', phase: 'harvest' })
      .when(wim, word('Ik neem u mee.'))
      .then([{ type: 'owner.worded', text: 'Ik neem u mee.', by: 'owner' }])
      .when(joost, { type: 'phase.enter', phase: 'reframe' })
      .when(wim, word('Ik neem jullie mee.'))
      .then([{ type: 'owner.worded' }])
    expect(board(story)['plein']).toMatchObject({ word: 'Ik neem jullie mee.' })
    story
      .when(joost, { type: 'plein.close', confirmed: true })
      .when(wim, word('Ik neem iedereen mee.'))
      .then([{ type: 'owner.worded' }])
      .later(60_000)
      .when(wim, word('Te laat'))
      .then({ code: 'plein-sealed' })
    expect(board(story)['plein']).toMatchObject({ word: 'Ik neem iedereen mee.' })
  })

  test('E4 a Plein without a harvest has it when it is closed', () => {
    given(aPlein('ideas'), opened, closed)
      .when(wim, word('Ik neem u mee.'))
      .then([{ type: 'owner.worded' }])
  })

  test('E4 it is the owner’s: nobody else says it, and it is text like any other', () => {
    const harvest = () => shared().when(joost, { type: 'phase.enter', phase: 'harvest' })
    harvest().when(joost, word('Namens u')).then({ code: 'not-allowed' }).when(fatma, word('Namens u')).then({ code: 'not-allowed' })
    harvest()
      .when(wim, word('  '))
      .then({ code: 'text-empty' })
      .when(wim, word('a'.repeat(501)))
      .then({ code: 'text-too-long', maximum: 500 })
    const story = harvest().when(wim, word('Ja')).when(wim, word('Ja')).then({ code: 'nothing-changed' }).when(wim, word(null))
    expect(board(story)['plein']).not.toHaveProperty('word')
    story.when(wim, word(null)).then({ code: 'nothing-changed' })
  })

  test('E4 a coach keeps it from the room and shows it again; in other words it stays hidden', () => {
    const story = shared()
      .when(joost, { type: 'phase.enter', phase: 'harvest' })
      .when(joost, hide(true))
      .then({ code: 'nothing-changed' })
      .when(wim, word('Dat was Piet zijn schuld.'))
      .when(wim, hide(true))
      .then({ code: 'not-allowed' })
      .when(joost, hide(true))
      .then([{ type: 'word.hidden', hidden: true, by: 'coach' }])
    expect(board(story)['plein']).not.toHaveProperty('word')
    expect(desk(story)['owner']).toEqual({ word: 'Dat was Piet zijn schuld.' })
    story.when(wim, word(null)).when(wim, word('Ik neem mee dat ik moet luisteren.'))
    expect(board(story)['plein']).not.toHaveProperty('word')
    story.when(joost, hide(false))
    expect(board(story)['plein']).toMatchObject({ word: 'Ik neem mee dat ik moet luisteren.' })
    expect(desk(story)['owner'] ?? {}).toEqual({})
  })
})
