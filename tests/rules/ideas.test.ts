import { describe, expect, test } from 'vitest'
import { aPlein, aPleinWith, closed, entered, given, keyOf, listed, opened, posted } from '../support/given.ts'
import { fatma, joost, ria, samir, wim } from '../support/people.ts'
import { post, story } from '../support/posting.ts'
import { testWorld } from '../support/world.ts'

const shared = () => story().when(fatma, post('f', 'Meer bankjes')).later(5000).when(joost, { type: 'ideas.release', ideas: 'all' })
const own = (told: ReturnType<typeof story>, name: string) =>
  (told.when(fatma, { type: 'mine', keys: [keyOf(name)] }).answer['ideas'] as Record<string, unknown>)[keyOf(name)]

describe('I4 an idea comes in by its edit key, without seat and without time', () => {
  test('I4 it is unreleased, and only the hash of its key is kept', () => {
    const told = story().when(fatma, post('f', '  Meer\r\nbankjes '))
    expect(told.events).toEqual([
      {
        type: 'idea.posted',
        idea: 'id-1',
        as: 'idea',
        text: '  Meer\nbankjes ',
        phase: 'ideas',
        late: false,
        entry: 'phone',
        who: null,
        by: null,
      },
    ])
    told.answers({ idea: 'id-1' })
    expect([...told.plein.keys]).toEqual([[told.world.hash(keyOf('f')), 'id-1']])
    expect(JSON.stringify([...told.plein.keys, ...told.log])).not.toContain(keyOf('f'))
    expect(told.plein.ideas.get('id-1')).toMatchObject({ released: false, listed: false, hidden: false, withdrawn: false, order: 0 })
  })

  test('S2 nothing in the log of anonymous acts names Fatma or a moment', () => {
    const told = shared()
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Nog meer bankjes' })
      .when(fatma, { type: 'idea.withdraw', key: keyOf('f') })
    for (const event of told.log.filter(({ type }) => ['idea.posted', 'idea.edited', 'idea.withdrawn', 'desk.listed'].includes(type)))
      expect(Object.keys(event)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(seat|at|role)$/u)]))
    expect(JSON.stringify(told.log)).not.toContain('seat-fatma')
  })

  test('I4 a key that opens another idea is refused; the same idea again is one idea', () => {
    const told = story().when(fatma, post('f', 'Meer bankjes'))
    told.when(fatma, post('f', 'Meer bankjes')).then([]).answers({ idea: 'id-1' })
    told.when(fatma, post('f', 'Minder bankjes')).then({ code: 'key-used' })
    told.when(ria, post('r', 'Meer bankjes')).then([{ type: 'idea.posted' }])
    expect(told.plein.ideas.size).toBe(2)
  })

  test('I1 an empty, a too long and a forbidden text are refused', () => {
    story()
      .when(fatma, post('f', ' \n'))
      .then({ code: 'text-empty' })
      .when(fatma, post('f', 'a'.repeat(501)))
      .then({ code: 'text-too-long', maximum: 500, length: 501 })
      .when(fatma, post('f', 'a\u2066b'))
      .then({ code: 'text-forbidden', character: 'U+2066' })
  })
})

describe('I5 an idea may be posted to any phase whose kind offers it', () => {
  test('I5 also when the room has moved on: it is late, and waits even where nothing is hidden', () => {
    const told = given(aPlein(['ideas', { hidden: false }], 'cluster'), opened, entered('ideas'))
      .when(fatma, post('f', 'Op tijd', { open: true }))
      .when(joost, { type: 'phase.next' })
      .when(ria, post('r', 'Te laat', { open: true }))
      .then([{ type: 'idea.posted', text: 'Te laat', late: true }])
    told.later(5000).then([{ type: 'desk.listed' }])
    expect([...told.plein.ideas.values()].map(({ text, released }) => [text, released])).toEqual([
      ['Op tijd', true],
      ['Te laat', false],
    ])
  })

  test('I5 a kind that does not ask for it refuses, and so does a phase that is not there', () => {
    story()
      .when(fatma, post('f', 'Een idee', { phase: 'cluster' }))
      .then({ code: 'not-contributed-here', contribution: 'idea', kind: 'cluster' })
      .when(fatma, post('f', 'Een afspraak', { as: 'commitment' }))
      .then({ code: 'not-contributed-here', contribution: 'commitment', kind: 'ideas' })
      .when(fatma, post('f', 'Ik ben er', { as: 'checkin', phase: 'checkin' }))
      .then([{ type: 'idea.posted', as: 'checkin', late: true }])
      .when(fatma, post('f2', 'Weg', { phase: 'gone' }))
      .then({ code: 'phase-unknown', phase: 'gone' })
  })

  test('I6 only by whom the phase asks', () => {
    given(aPleinWith({ ownerListens: false }, ['ideas', { whoPosts: ['owner'] }]), opened, entered('ideas'))
      .when(fatma, post('f', 'Een idee'))
      .then({ code: 'may-not-post', role: 'participant' })
      .when(wim, post('w', 'Een idee'))
      .then([{ type: 'idea.posted' }])
      .when(joost, post('j', 'Een idee'))
      .then({ code: 'may-not-post', role: 'coach' })
  })
})

describe('I7 limits are per participant and per Plein', () => {
  test('R4 who has posted enough in a phase hears so, others go on', () => {
    given(testWorld(1, { ideasPerSeatPerPhase: 2 }), aPlein('ideas'), opened, entered('ideas'))
      .when({ ...fatma, posted: 2 }, post('f', 'Nog een'))
      .then({ code: 'too-many-ideas', maximum: 2 })
      .when({ ...ria, posted: 1 }, post('r', 'Een'))
      .then([{ type: 'idea.posted' }])
  })

  test('I7 a full Plein says so, to the coach too; what is in already is answered as before', () => {
    given(testWorld(1, { ideasPerPlein: 1 }), aPlein('ideas'), opened, entered('ideas'))
      .when(ria, post('r', 'een'))
      .when(fatma, post('f', 'twee'))
      .then({ code: 'plein-full', maximum: 1 })
      .when(ria, post('r', 'een'))
      .then([])
      .when(joost, { type: 'idea.enter', as: 'idea', text: 'twee', phase: 'ideas' })
      .then({ code: 'plein-full', maximum: 1 })
  })
})

describe('I8 the desk is told in shuffled batches, so that nobody sees who just typed', () => {
  test('I8 everything that came in, in another order', () => {
    const told = story()
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    for (const name of names) told.when(fatma, post(name, `idee ${name}`))
    const came = [...told.plein.ideas.keys()]
    told.later(5000)
    const [batch] = told.events
    if (batch?.type !== 'desk.listed') throw new Error('nothing was listed')
    expect([...batch.ideas].sort()).toEqual([...came].sort())
    expect(batch.ideas).not.toEqual(came)
    told.later(5000).then([])
  })

  test('I8 what was withdrawn before is never told', () => {
    story()
      .when(fatma, post('f', 'Toch niet'))
      .when(fatma, { type: 'idea.withdraw', key: keyOf('f') })
      .later(5000)
      .then([])
  })

  test('I8 a new wording of what the desk knows waits for the next batch too', () => {
    const told = story()
      .when(fatma, post('f', 'Meer bankjes'))
      .later(5000)
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Meer bomen' })
    told.when(joost, { type: 'ideas.release', ideas: ['id-1'] }).then({ code: 'nothing-to-release' })
    told.later(5000).then([{ type: 'desk.listed', ideas: ['id-1'] }])
    told.when(joost, { type: 'ideas.release', ideas: ['id-1'] }).then([{ type: 'ideas.released' }])
    expect(told.plein.ideas.get('id-1')?.text).toBe('Meer bomen')
  })

  test('I8 a phase that hides nothing shares with the turn itself, and the event says nothing of when', () => {
    const told = given(aPlein(['ideas', { hidden: false }]), opened, entered('ideas'))
      .when(fatma, post('f', 'Meer bankjes', { open: true }))
      .then([{ type: 'idea.posted', open: true }])
    expect(told.events[0]).not.toHaveProperty('at')
    expect(told.plein.ideas.get('id-1')).toMatchObject({ released: true, listed: true, order: 1 })
    told.later(5000).then([])
  })

  test('I8 what was written for the coach first is not shared because the phase is opened after it', () => {
    const told = given(aPlein('ideas'), opened, entered('ideas')).when(fatma, post('f', 'Alleen voor de coach'))
    told.when(joost, { type: 'phase.edit', phase: 'ideas', settings: { hidden: false } })
    told.later(5000).then([{ type: 'desk.listed', ideas: ['id-1'] }])
    expect(told.plein.ideas.get('id-1')?.released).toBe(false)
  })

  test.each([
    ['checkin', 'checkin'],
    ['ideas', 'idea'],
    ['burst', 'question'],
    ['reframe', 'proposal'],
    ['harvest', 'commitment'],
    ['harvest', 'closing'],
  ] as const)('I8 S1 in %s, a %s of which its author was told that the coach reads first waits, whenever it comes in', (kind, as) => {
    const said = (name: string, open?: boolean) =>
      post(name, 'Wie zorgt er voor?', { as, phase: kind, ...(open === undefined ? {} : { open }) })
    const told = given(aPlein(kind, 'plenary'), opened, entered(kind)).when(joost, {
      type: 'phase.edit',
      phase: kind,
      settings: { hidden: false },
    })
    // Of an older page too, and of a program that says nothing.
    const waiting = [said('fatma'), said('ria', false)].flatMap((command) => told.when(fatma, command).events)
    for (const event of waiting) expect(event).toMatchObject({ type: 'idea.posted', late: false })
    expect(told.when(fatma, said('samir', true)).events).toMatchObject([{ open: true }])
    expect([...told.plein.ideas.values()].map(({ released }) => released)).toEqual([false, false, true])
    // What waits says nothing of what its author was told: it looks like what came in before the phase was opened.
    const [before] = given(aPlein(kind), opened, entered(kind)).when(fatma, said('mo', true)).events
    for (const event of waiting) expect(Object.keys(event)).toEqual(Object.keys(before!))
    expect(before).not.toHaveProperty('open')
  })

  test('I8 I5 what was sent as a late one for the coach stays so when the room is back in its phase', () => {
    const told = given(aPlein(['ideas', { hidden: false }], 'plenary'), opened, entered('ideas'), entered('plenary'))
    told.when(joost, { type: 'phase.back' }).when(fatma, post('f', 'Van daarnet'))
    expect(told.events).toMatchObject([{ type: 'idea.posted', late: false }])
    told.later(5000).then([{ type: 'desk.listed', ideas: ['id-1'] }])
    expect(told.plein.ideas.get('id-1')?.released).toBe(false)
  })
})

describe('I9 the coach releases one, some or all, in one shuffled batch', () => {
  const waiting = () =>
    given(aPlein('ideas'), opened, entered('ideas'), ...'abcdefgh'.split('').map((id) => posted(id, `idee ${id}`)), listed(...'abcdefg'))

  test('I9 all that the desk knows of, with places in a shuffled order', () => {
    const told = waiting().when(joost, { type: 'ideas.release', ideas: 'all' }).answers({ released: 7 })
    const orders = [...'abcdefg'].map((id) => told.plein.ideas.get(id)?.order)
    expect([...orders].sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(orders).not.toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(told.plein.ideas.get('h')?.released).toBe(false)
    told.when(joost, { type: 'ideas.release', ideas: 'all' }).then({ code: 'nothing-to-release' })
  })

  test('I9 one that is released or withdrawn meanwhile does not hold up the others', () => {
    const told = waiting()
      .when(joost, { type: 'ideas.release', ideas: ['a'] })
      .then([{ type: 'ideas.released', ideas: ['a'], by: 'coach', seat: 'seat-joost' }])
    told.when(joost, { type: 'ideas.release', ideas: ['a', 'b', 'b'] }).then([{ type: 'ideas.released', ideas: ['b'] }])
    told.when(joost, { type: 'ideas.release', ideas: ['a'] }).then({ code: 'idea-released', idea: 'a' })
    told.when(joost, { type: 'ideas.release', ideas: ['c', 'nobody'] }).then({ code: 'idea-unknown', idea: 'nobody' })
  })

  test('I9 hidden ones stay hidden, and one kind of contribution at a time', () => {
    const told = waiting().when(joost, { type: 'idea.hide', ideas: ['a'] })
    told.when(joost, { type: 'ideas.release', ideas: 'all', as: 'checkin' }).then({ code: 'nothing-to-release' })
    told.when(joost, { type: 'ideas.release', ideas: 'all', as: 'idea' }).answers({ released: 6 })
    expect(told.plein.ideas.get('a')?.released).toBe(false)
  })
})

describe('I10 the author edits through the edit key', () => {
  test('I10 what is not shared is replaced at once', () => {
    const told = story()
      .when(fatma, post('f', 'Meer bankjes'))
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Meer bomen' })
    told.then([{ type: 'idea.edited', text: 'Meer bomen', waits: false }]).answers({ waits: false })
    expect(told.plein.ideas.get('id-1')).toMatchObject({ text: 'Meer bomen', edit: null })
  })

  test('I10 what is shared waits at the desk, and the room keeps the old text until it is released', () => {
    const told = shared()
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Meer bomen' })
      .answers({ waits: true })
    expect(told.plein.ideas.get('id-1')).toMatchObject({ text: 'Meer bankjes', edit: 'Meer bomen' })
    told
      .when(joost, { type: 'edit.release', idea: 'id-1' })
      .then({ code: 'no-edit-waiting' })
      .later(5000)
      .when(joost, { type: 'edit.release', idea: 'id-1' })
      .then([{ type: 'edit.released', idea: 'id-1', text: 'Meer bomen', by: 'coach' }])
    expect(told.plein.ideas.get('id-1')).toMatchObject({ text: 'Meer bomen', edit: null, released: true })
  })

  test('I10 new words that came while the coach read other ones are neither shared nor dropped by that', () => {
    const told = shared().when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Meer bomen' })
    told
      .later(5000)
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Minder bomen' })
      .later(5000)
    for (const type of ['edit.release', 'edit.drop'] as const)
      told.when(joost, { type, idea: 'id-1', words: 'Meer bomen' }).then({ code: 'edit-changed', idea: 'id-1' })
    told.when(joost, { type: 'edit.release', idea: 'id-1', words: 'Minder bomen' }).then([{ type: 'edit.released', text: 'Minder bomen' }])
  })

  test('I10 the coach can leave it as it was', () => {
    const told = shared()
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Meer bomen' })
      .later(5000)
    told
      .when(joost, { type: 'edit.drop', idea: 'id-1' })
      .then([{ type: 'edit.dropped' }])
      .when(joost, { type: 'edit.drop', idea: 'id-1' })
      .then({ code: 'no-edit-waiting' })
    expect(told.plein.ideas.get('id-1')).toMatchObject({ text: 'Meer bankjes', edit: null })
  })

  test('I10 an author who goes back to the old text takes the edit back', () => {
    const told = shared()
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Meer bomen' })
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Meer bankjes' })
    expect(told.plein.ideas.get('id-1')).toMatchObject({ text: 'Meer bankjes', edit: null })
    told.when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Meer bankjes' }).then({ code: 'nothing-changed' })
  })

  test('I10 another key opens nothing', () => {
    shared()
      .when(samir, { type: 'idea.edit', key: keyOf('s'), text: 'Van mij' })
      .then({ code: 'key-unknown' })
      .when(samir, { type: 'idea.withdraw', key: keyOf('s') })
      .then({ code: 'key-unknown' })
  })
})

describe('I11 the author withdraws at once', () => {
  test('I11 also when it is shared; after that the key changes nothing any more', () => {
    const told = shared()
      .when(fatma, { type: 'idea.withdraw', key: keyOf('f') })
      .then([{ type: 'idea.withdrawn', idea: 'id-1' }])
    expect(told.plein.ideas.get('id-1')).toMatchObject({ withdrawn: true, edit: null })
    told
      .when(fatma, { type: 'idea.withdraw', key: keyOf('f') })
      .then({ code: 'idea-withdrawn', idea: 'id-1' })
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Toch' })
      .then({ code: 'idea-withdrawn' })
      .when(joost, { type: 'ideas.release', ideas: ['id-1'] })
      .then({ code: 'idea-withdrawn' })
      .when(fatma, post('f', 'Meer bankjes'))
      .then({ code: 'key-used' })
  })
})

describe('I12 one learns what became of an own idea by its key, and by nothing else', () => {
  test('I12 waiting, shared, hidden, withdrawn; unknown keys are left out', () => {
    const told = story().when(fatma, post('f', 'Meer bankjes'))
    expect(own(told, 'f')).toEqual({
      state: 'waiting',
      idea: 'id-1',
      as: 'idea',
      text: 'Meer bankjes',
      edit: null,
      phase: 'ideas',
      cluster: null,
      who: null,
      by: null,
    })
    told.later(5000).when(joost, { type: 'ideas.release', ideas: 'all' })
    expect(own(told, 'f')).toMatchObject({ state: 'shared' })
    told.when(joost, { type: 'idea.hide', ideas: ['id-1'] })
    expect(own(told, 'f')).toMatchObject({ state: 'hidden' })
    told.when(fatma, { type: 'idea.withdraw', key: keyOf('f') })
    expect(own(told, 'f')).toMatchObject({ state: 'withdrawn' })
    expect(own(told, 'nobody')).toBeUndefined()
  })

  test('S1 what the desk groups is told to nobody before the room sees it', () => {
    const told = story()
      .when(fatma, post('f', 'Meer bankjes'))
      .later(5000)
      .when(joost, { type: 'cluster.create', name: 'Zitten', ideas: ['id-1'] })
    expect(told.plein.ideas.get('id-1')?.cluster).not.toBeNull()
    expect(own(told, 'f')).toMatchObject({ state: 'waiting', cluster: null })
    told.when(joost, { type: 'ideas.release', ideas: 'all' })
    expect(own(told, 'f')).toMatchObject({ state: 'shared', cluster: told.plein.ideas.get('id-1')?.cluster })
  })

  test('I12 as long as the Plein can be reopened', () => {
    given(aPlein('ideas'), opened, closed).when(fatma, { type: 'mine', keys: [] }).answers({ ideas: {} })
  })
})

describe('I13 a coach enters ideas for people without a phone', () => {
  test('I13 as from paper, known to the desk at once, without a seat in what is kept of the idea', () => {
    const told = story().when(joost, { type: 'idea.enter', as: 'idea', text: 'Van een briefje', phase: 'ideas' })
    told
      .then([
        { type: 'idea.posted', entry: 'paper', text: 'Van een briefje', late: false },
        { type: 'desk.listed', ideas: ['id-1'] },
      ])
      .answers({ idea: 'id-1' })
    expect(told.plein.keys.size).toBe(0)
    told.when(joost, { type: 'ideas.release', ideas: ['id-1'] }).then([{ type: 'ideas.released' }])
  })

  test('I13 shared at once in a phase that hides nothing', () => {
    given(aPlein(['ideas', { hidden: false }]), opened, entered('ideas'))
      .when(joost, { type: 'idea.enter', as: 'idea', text: 'Van een briefje', phase: 'ideas' })
      .then([{ type: 'idea.posted' }, { type: 'desk.listed' }, { type: 'ideas.released', by: 'coach' }])
  })

  test('I13 whatever the phase says about who posts', () => {
    given(aPlein(['ideas', { whoPosts: [] }]), opened, entered('ideas'))
      .when(joost, { type: 'idea.enter', as: 'idea', text: 'Van een briefje', phase: 'ideas' })
      .then([{ type: 'idea.posted' }, { type: 'desk.listed' }])
      .when(fatma, { type: 'idea.enter', as: 'idea', text: 'Ik ook', phase: 'ideas' })
      .then({ code: 'not-allowed' })
  })
})
