import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import { phaseKinds } from '../../shared/domain/phases/kinds.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { anneke, fatma, joost } from '../support/people.ts'
import { enough, runs } from '../support/runs.ts'
import { morning, testWorld } from '../support/world.ts'

const minute = 60_000
const story = () => given(aPlein('welcome', 'ideas', 'cluster', 'vote'), opened, entered('welcome'))
const signature = { by: 'coach', seat: 'seat-joost', at: morning }

describe('P2 next and back follow the order of the programme', () => {
  test('P2 past phases that are skipped, and both ends are named', () => {
    story()
      .when(joost, { type: 'phase.skip', phase: 'ideas', skipped: true })
      .then([{ type: 'phase.skipped', phase: 'ideas', skipped: true, ...signature }])
      .when(joost, { type: 'phase.next' })
      .then([{ type: 'phase.entered', phase: 'cluster', ...signature }])
      .answers({ phase: 'cluster' })
      .when(joost, { type: 'phase.back' })
      .then([{ type: 'phase.entered', phase: 'welcome' }])
      .when(joost, { type: 'phase.back' })
      .then({ code: 'no-previous-phase' })
      .when(joost, { type: 'phase.enter', phase: 'vote' })
      .when(joost, { type: 'phase.next' })
      .then({ code: 'no-next-phase' })
  })

  test('P2 a programme that has not begun begins with its first phase', () => {
    given(aPlein('welcome', 'ideas'), opened)
      .when(joost, { type: 'phase.next' })
      .then([{ type: 'phase.entered', phase: 'welcome' }])
  })
})

describe('P3 any phase can be entered at any moment', () => {
  test('P3 also one that was skipped, which it then is no longer', () => {
    const told = story()
      .when(joost, { type: 'phase.skip', phase: 'vote', skipped: true })
      .when(anneke, { type: 'phase.enter', phase: 'vote' })
    expect(told.plein.phases.get('vote')).toMatchObject({ played: 1, skipped: false })
    expect(told.plein.played.map(({ phase }) => phase)).toEqual(['welcome', 'vote'])
    told
      .when(joost, { type: 'phase.enter', phase: 'vote' })
      .then({ code: 'phase-current', phase: 'vote' })
      .when(joost, { type: 'phase.enter', phase: 'gone' })
      .then({ code: 'phase-unknown', phase: 'gone' })
  })
})

describe('P4 any kind can be played at once, and the interrupted phase waits with its remaining time', () => {
  test.each(phaseKinds)('P4 %s, with defaults that work', (kind) => {
    const told = story()
    told.when(joost, { type: 'phase.play', kind }).then([
      { type: 'phase.inserted', phase: { kind, played: 0, title: null }, after: 'welcome' },
      { type: 'phase.entered', interrupted: [{ phase: 'welcome', left: null }] },
    ])
    expect(told.plein.order).toEqual(['welcome', told.answer['phase'], 'ideas', 'cluster', 'vote'])
    expect(told.plein.current).toBe(told.answer['phase'])
  })

  test('P4 it comes back with the time it had left, standing still until a coach lets it run', () => {
    const told = story().when(joost, { type: 'phase.next' }).when(joost, { type: 'timer.start', seconds: 600 })
    told.world.pass(4 * minute)
    told
      .when(joost, { type: 'phase.play', kind: 'pause', title: 'Koffie' })
      .then([{ type: 'phase.inserted', phase: { title: 'Koffie' } }, { type: 'phase.entered' }])
    told.world.pass(20 * minute)
    told
      .when(joost, { type: 'phase.resume' })
      .then([
        { type: 'phase.entered', phase: 'ideas', interrupted: [], timer: { status: 'paused', left: 6 * minute, length: 10 * minute } },
      ])
      .when(joost, { type: 'phase.resume' })
      .then({ code: 'nothing-interrupted' })
  })

  test('P4 interruptions pile up, the last one comes back first', () => {
    const told = story().when(joost, { type: 'phase.play', kind: 'plenary' })
    const plenary = told.answer['phase']
    told.when(joost, { type: 'phase.play', kind: 'pause' })
    expect(told.plein.interrupted.map((one) => one.phase)).toEqual(['welcome', plenary])
    told.when(joost, { type: 'phase.resume' }).then([{ phase: plenary, type: 'phase.entered' }])
    told.when(joost, { type: 'phase.resume' }).then([{ phase: 'welcome', type: 'phase.entered' }])
  })

  test('P4 going on elsewhere keeps it resumable; entering it by hand ends the interruption', () => {
    const told = story().when(joost, { type: 'phase.play', kind: 'pause' }).when(joost, { type: 'phase.next' })
    expect(told.plein).toMatchObject({ current: 'ideas', interrupted: [{ phase: 'welcome' }] })
    told.when(joost, { type: 'phase.enter', phase: 'welcome' })
    expect(told.plein.interrupted).toEqual([])
  })

  test('P2 P4 next passes an interlude, also after a way back to it or from it', () => {
    const told = story().when(joost, { type: 'phase.play', kind: 'pause' })
    const pause = told.answer['phase'] as string
    const goesOn = (phase: string) => told.when(joost, { type: 'phase.next' }).then([{ type: 'phase.entered', phase }])
    told.when(joost, { type: 'phase.resume' })
    goesOn('ideas')
    told.when(joost, { type: 'phase.enter', phase: pause })
    goesOn('ideas')
    told.when(joost, { type: 'phase.enter', phase: 'welcome' })
    goesOn('ideas')
    told
      .when(joost, { type: 'phase.play', kind: 'plenary' })
      .when(joost, { type: 'phase.play', kind: 'pause' })
      .when(joost, { type: 'phase.resume' })
    goesOn('cluster')
    // They stand as they were played.
    const kinds = told.plein.order.map((id) => told.plein.phases.get(id)?.kind)
    expect(kinds).toEqual(['welcome', 'pause', 'ideas', 'plenary', 'pause', 'cluster', 'vote'])
    told.when(joost, { type: 'phase.enter', phase: 'ideas' }).when(joost, { type: 'phase.play', kind: 'harvest' })
    expect(told.plein.order.indexOf('cluster') - told.plein.order.indexOf(told.answer['phase'] as string)).toBe(1)
  })

  test('P4 what is played where nothing is interrupted is the programme itself, and so is what older logs played', () => {
    const empty = given(aPlein(), opened)
    for (const kind of ['welcome', 'pause'] as const) empty.when(joost, { type: 'phase.play', kind })
    expect(empty.plein.order.map((id) => empty.plein.phases.get(id)?.interlude)).toEqual([undefined, true])

    const now = story().when(joost, { type: 'phase.play', kind: 'pause' })
    const pause = now.answer['phase']
    now.when(joost, { type: 'phase.resume' })
    for (const event of now.log) if (event.type === 'phase.inserted') delete event.phase.interlude
    given(...now.log)
      .when(joost, { type: 'phase.next' })
      .then([{ type: 'phase.entered', phase: pause }])
  })

  test('P2 back finds an interlude, and its repetition is an ordinary phase', () => {
    const told = story().when(joost, { type: 'phase.play', kind: 'pause' })
    const pause = told.answer['phase'] as string
    told
      .when(joost, { type: 'phase.next' })
      .when(joost, { type: 'phase.back' })
      .then([{ type: 'phase.entered', phase: pause }])
    told.when(joost, { type: 'phase.repeat', phase: pause }).when(joost, { type: 'phase.enter', phase: 'welcome' })
    const again = told.plein.order.at(told.plein.order.indexOf(pause) + 1)
    told.when(joost, { type: 'phase.next' }).then([{ type: 'phase.entered', phase: again }])
  })
})

describe('P5 a repetition is a copy, and the first one keeps its results', () => {
  test('P5 right after it, with its settings and its title, and entered', () => {
    const told = given(
      aPlein(['ideas', { minutes: 3, whoPosts: ['coach'] }], 'vote'),
      opened,
      entered('ideas'),
      posted('a', 'een'),
      listed('a'),
      released('a'),
    )
    told.when(joost, { type: 'phase.repeat', phase: 'ideas' }).then([
      {
        type: 'phase.inserted',
        after: 'ideas',
        phase: { kind: 'ideas', repeats: 'ideas', played: 0, settings: { minutes: 3, whoPosts: ['coach'] } },
      },
      { type: 'phase.entered' },
    ])
    expect(told.plein.order).toEqual(['ideas', told.answer['phase'], 'vote'])
    expect(told.plein.ideas.get('a')).toMatchObject({ phase: 'ideas', released: true })
    expect(told.plein.phases.get('ideas')?.played).toBe(1)
  })

  test('P5 a repetition of a repetition still names the first one', () => {
    const told = story().when(joost, { type: 'phase.repeat', phase: 'ideas' })
    told
      .when(joost, { type: 'phase.repeat', phase: String(told.answer['phase']) })
      .then([{ type: 'phase.inserted', phase: { repeats: 'ideas' } }, { type: 'phase.entered' }])
  })
})

describe('P6 the programme is edited before and during', () => {
  test('P6 inserted first, or after any phase', () => {
    const told = given(aPlein('welcome', 'vote')).when(joost, {
      type: 'phase.insert',
      kind: 'ideas',
      after: 'welcome',
      title: '  ',
      settings: { minutes: 4 },
    })
    told.then([{ type: 'phase.inserted', after: 'welcome', phase: { kind: 'ideas', title: null, settings: { minutes: 4, hidden: true } } }])
    const middle = told.answer['phase']
    told.when(joost, { type: 'phase.insert', kind: 'pause', after: null })
    expect(told.plein.order).toEqual([told.answer['phase'], 'welcome', middle, 'vote'])
    told.when(joost, { type: 'phase.insert', kind: 'pause', after: 'gone' }).then({ code: 'phase-unknown', phase: 'gone' })
  })

  test('P6 reordered', () => {
    const told = story().when(joost, { type: 'phase.move', phase: 'vote', after: 'welcome' })
    expect(told.plein.order).toEqual(['welcome', 'vote', 'ideas', 'cluster'])
    told
      .when(joost, { type: 'phase.move', phase: 'welcome', after: null })
      .then({ code: 'nothing-changed' })
      .when(joost, { type: 'phase.move', phase: 'vote', after: 'vote' })
      .then({ code: 'nothing-changed' })
      .when(joost, { type: 'phase.move', phase: 'vote', after: 'gone' })
      .then({ code: 'phase-unknown', phase: 'gone' })
  })

  test('P6 edited while it is played; only what changes is told', () => {
    story()
      .when(joost, { type: 'phase.edit', phase: 'welcome', title: 'Inloop', settings: { minutes: 15, hidden: true } })
      .then([{ type: 'phase.edited', title: 'Inloop', settings: { minutes: 15 } }])
      .when(joost, { type: 'phase.edit', phase: 'welcome', title: 'Inloop' })
      .then({ code: 'nothing-changed' })
      .when(joost, { type: 'phase.edit', phase: 'welcome', settings: { prompt: 'a'.repeat(301) } })
      .then({ code: 'text-too-long', maximum: 300 })
  })

  test('P6 the current phase is not skipped', () => {
    story()
      .when(joost, { type: 'phase.skip', phase: 'welcome', skipped: true })
      .then({ code: 'phase-current' })
      .when(joost, { type: 'phase.skip', phase: 'vote', skipped: false })
      .then({ code: 'nothing-changed' })
  })

  test('P10 a programme has a largest number of phases', () => {
    const told = given(testWorld(1, { phases: 2 }), aPlein('welcome', 'ideas'), opened, entered('welcome'))
    for (const asks of [
      { type: 'phase.play', kind: 'pause' },
      { type: 'phase.insert', kind: 'pause', after: null },
      { type: 'phase.repeat', phase: 'ideas' },
    ] as Command[])
      told.when(joost, asks).then({ code: 'too-many-phases', maximum: 2 })
  })
})

describe('P7 only a phase that was never used is removed', () => {
  test('P7 not the current one, not one that was played, not one that somebody wrote for', () => {
    story()
      .when(joost, { type: 'phase.remove', phase: 'welcome' })
      .then({ code: 'phase-current' })
      .when(joost, { type: 'phase.next' })
      .when(joost, { type: 'phase.remove', phase: 'welcome' })
      .then({ code: 'phase-played', phase: 'welcome' })
      .when(joost, { type: 'phase.remove', phase: 'vote' })
      .then([{ type: 'phase.removed', phase: 'vote' }])
    given(aPlein('welcome', 'ideas'), opened, entered('welcome'))
      .when(fatma, { type: 'idea.post', key: keyOf('f'), as: 'idea', text: 'Vast', phase: 'ideas' })
      .when(joost, { type: 'phase.remove', phase: 'ideas' })
      .then({ code: 'phase-played', phase: 'ideas' })
  })
})

describe('P1 moving never destroys, closes or locks anything', () => {
  const moves = (phases: string[]): fc.Arbitrary<Command> => {
    const phase = fc.constantFrom(...phases, 'id-1', 'id-2', 'id-3', 'id-4')
    const kind = fc.constantFrom(...phaseKinds)
    return fc.oneof(
      fc.record({ type: fc.constant('phase.enter' as const), phase }),
      fc.constantFrom<Command>({ type: 'phase.next' }, { type: 'phase.resume' }),
      fc.constantFrom<Command>({ type: 'phase.back' }, { type: 'timer.pause' }, { type: 'timer.stop' }),
      fc.record({ type: fc.constant('phase.play' as const), kind }),
      fc.record({ type: fc.constant('phase.insert' as const), kind, after: fc.option(phase) }),
      fc.record({ type: fc.constant('phase.repeat' as const), phase }),
      fc.record({ type: fc.constant('phase.move' as const), phase, after: fc.option(phase) }),
      fc.record({ type: fc.constant('phase.skip' as const), phase, skipped: fc.boolean() }),
      fc.record({ type: fc.constant('phase.remove' as const), phase }),
      fc.record({ type: fc.constant('timer.start' as const), seconds: fc.integer({ min: 1, max: 900 }) }),
    )
  }

  test('P1 on any walk no phase that was played, no idea and no round is lost, and every phase can be entered', () => {
    const first = ['welcome', 'ideas', 'cluster', 'vote']
    let entries = 0
    fc.assert(
      fc.property(fc.array(moves(first), { maxLength: 40 }), (walk) => {
        const told = given(
          aPlein('welcome', 'ideas', 'cluster', 'vote'),
          opened,
          entered('ideas'),
          posted('a', 'een'),
          posted('b', 'twee'),
          listed('a', 'b'),
          released('a', 'b'),
          entered('vote'),
          {
            type: 'round.opened',
            round: 'r',
            phase: 'vote',
            over: 'ideas',
            question: null,
            items: [
              { id: 'a', letter: 'A', name: null },
              { id: 'b', letter: 'B', name: null },
            ],
            budget: 1,
            maximum: 1,
            by: 'coach',
            seat: 'seat-joost',
            at: morning,
          },
        )
        const idea = structuredClone(told.plein.ideas.get('a'))
        const round = structuredClone(told.plein.rounds.get('r'))
        const played = new Set<string>(['ideas', 'vote'])
        for (const asks of walk) {
          const before = new Set(told.plein.order)
          told.world.pass(1000)
          told.when(joost, asks)
          if (told.last.ok && told.plein.current) played.add(told.plein.current)
          if (told.last.ok && asks.type === 'phase.next')
            expect(told.plein.phases.get(told.plein.current ?? '')).not.toHaveProperty('interlude')
          if (asks.type !== 'phase.remove') for (const id of before) expect(told.plein.phases.has(id)).toBe(true)
          // Every phase stands in the order once, and the order holds nothing else.
          expect([...told.plein.order].sort()).toEqual([...told.plein.phases.keys()].sort())
          expect(told.plein.order.includes(told.plein.current ?? '')).toBe(true)
          for (const { phase } of told.plein.interrupted) expect(told.plein.phases.has(phase)).toBe(true)
          expect(told.plein.interrupted.some(({ phase }) => phase === told.plein.current)).toBe(false)
        }
        for (const id of played) expect(told.plein.phases.get(id)?.played).toBeGreaterThan(0)
        expect(told.plein.ideas.get('a')).toEqual(idea)
        expect(told.plein.rounds.get('r')).toEqual(round)
        expect(told.plein.played.length).toBe([...told.plein.phases.values()].reduce((sum, phase) => sum + phase.played, 0))
        for (const id of [...told.plein.order])
          if (id !== told.plein.current) told.when(joost, { type: 'phase.enter', phase: id }).then([{ type: 'phase.entered', phase: id }])
        entries += told.plein.played.length
      }),
      { numRuns: runs(150) },
    )
    expect(entries).toBeGreaterThan(enough(300))
  })
})

describe('P11 a command that names what its coach saw does that or nothing', () => {
  const next = { type: 'phase.next', during: 'welcome', to: 'ideas' } as const

  test('P11 two coaches press the same Next: the room moves once, and the other hears where it is', () => {
    story()
      .when(joost, next)
      .then([{ type: 'phase.entered', phase: 'ideas' }])
      .when(anneke, next)
      .then({ code: 'room-moved', phase: 'ideas' })
  })

  test('P11 when the programme was changed under the finger, no other phase is entered than the button said', () => {
    story()
      .when(anneke, { type: 'phase.skip', phase: 'ideas', skipped: true })
      .when(joost, next)
      .then({ code: 'leads-elsewhere', phase: 'cluster' })
      .when(joost, { type: 'phase.next', to: 'cluster' })
      .then([{ type: 'phase.entered', phase: 'cluster' }])
      .when(joost, { type: 'phase.back', to: 'ideas' })
      .then({ code: 'leads-elsewhere', phase: 'welcome' })
      .when(joost, { type: 'phase.play', kind: 'pause' })
      .when(joost, { type: 'phase.resume', to: 'welcome' })
      .then({ code: 'leads-elsewhere', phase: 'cluster' })
  })

  const others: Command[] = [
    { type: 'phase.enter', phase: 'vote' },
    { type: 'phase.play', kind: 'pause' },
    { type: 'phase.repeat', phase: 'welcome' },
    { type: 'phase.back' },
    { type: 'phase.resume' },
    { type: 'timer.start', seconds: 60 },
    { type: 'timer.add', seconds: 60 },
    { type: 'timer.pause' },
    { type: 'timer.resume' },
    { type: 'timer.stop' },
    { type: 'screen.show', show: { on: 'phase', page: 2 } },
    { type: 'round.open' },
  ]
  test.each(others)('P11 $type of a phase that is over', (command) => {
    const over = { ...command, during: 'welcome' } as Command
    const told = given(aPlein('welcome', 'vote', 'ideas'), opened, entered('welcome'), entered('vote'))
    told.when(joost, over).then({ code: 'room-moved', phase: 'vote' })
  })

  test('P11 a hand that was raised in a phase that is over', () => {
    story()
      .when(joost, { type: 'phase.next' })
      .when(fatma, { type: 'seat.hand', up: true, during: 'welcome' })
      .then({ code: 'room-moved', phase: 'ideas' })
      .when(fatma, { type: 'seat.hand', up: true, during: 'ideas' })
      .then([])
  })

  test('P11 before any phase was entered, that is what was seen', () => {
    const before = given(aPlein('welcome', 'ideas'), opened).when(joost, { type: 'phase.next', during: null, to: 'welcome' })
    before.then([{ type: 'phase.entered', phase: 'welcome' }])
    before.when(anneke, { type: 'phase.next', during: null }).then({ code: 'room-moved', phase: 'welcome' })
  })
})
