/** The programme at its edges: whole events and whole refusals, texts that cannot be kept, what was set already, and where an interlude lands. */
import { describe, expect, test } from 'vitest'
import type { Command, CommandOf } from '../../shared/domain/commands.ts'
import { kinds } from '../../shared/domain/phases/kinds.ts'
import { aPlein, entered, given, keyOf, opened, type Story } from '../support/given.ts'
import { fatma, joost, samir } from '../support/people.ts'
import { morning } from '../support/world.ts'

const signature = { by: 'coach', seat: 'seat-joost', at: morning } as const
const unchanged = { code: 'nothing-changed' as const }
const meeting = (): Story => given(aPlein('welcome', 'ideas', 'cluster', 'vote'), opened, entered('welcome'))
const asked = (story: Story, asks: Command): unknown => story.when(joost, asks).last

describe('what is not there', () => {
  test.each<Command>([
    { type: 'phase.enter', phase: 'gone' },
    { type: 'phase.repeat', phase: 'gone' },
    { type: 'phase.insert', kind: 'pause', after: 'gone' },
    { type: 'phase.edit', phase: 'gone', title: 'Koffie' },
    { type: 'phase.move', phase: 'gone', after: null },
    { type: 'phase.move', phase: 'vote', after: 'gone' },
    { type: 'phase.skip', phase: 'gone', skipped: true },
    { type: 'phase.remove', phase: 'gone' },
  ])('P3 P5 P6 P7 a phase that another coach has just removed is refused by name: $type', (asks) => {
    expect(asked(meeting(), asks)).toEqual({ ok: false, refusal: { code: 'phase-unknown', phase: 'gone' } })
  })

  test('a log that enters, edits, moves, skips or removes a phase it never told of stops with the name of that phase', () => {
    const reason = 'the log names a phase that is not there: gone'
    expect(() => given(aPlein('welcome'), entered('gone'))).toThrow(reason)
    expect(() => given(aPlein('welcome'), { type: 'phase.edited', phase: 'gone', title: 'Koffie', ...signature })).toThrow(reason)
    expect(() => given(aPlein('welcome'), { type: 'phase.skipped', phase: 'gone', skipped: true, ...signature })).toThrow(reason)
    expect(() => given(aPlein('welcome'), { type: 'phase.moved', phase: 'gone', after: null, ...signature })).toThrow(reason)
    expect(() => given(aPlein('welcome'), { type: 'phase.removed', phase: 'gone', ...signature })).toThrow(reason)
  })
})

describe('a title and a question of its own', () => {
  const asking: [string, (worded: Pick<CommandOf<'phase.edit'>, 'title' | 'settings'>) => Command][] = [
    ['inserted', (worded) => ({ type: 'phase.insert', kind: 'pause', after: null, ...worded })],
    ['played', (worded) => ({ type: 'phase.play', kind: 'pause', ...worded })],
    ['edited', (worded) => ({ type: 'phase.edit', phase: 'ideas', ...worded })],
  ]

  test.each(asking)('P4 P6 I2 what cannot be kept is refused by name, and nothing of it is: %s', (_, asks) => {
    const story = meeting()
    const before = structuredClone([...story.plein.phases.values()])
    const long = { code: 'text-too-long', maximum: 120, length: 121 }
    expect(asked(story, asks({ title: 'a'.repeat(121), settings: { minutes: 3 } }))).toEqual({ ok: false, refusal: long })
    const turned = { code: 'text-forbidden', character: 'U+202E' }
    expect(asked(story, asks({ title: 'Thee', settings: { prompt: 'Wat\u202e nu?' } }))).toEqual({ ok: false, refusal: turned })
    expect([...story.plein.phases.values()]).toEqual(before)
  })

  test('P6 a question is kept as it was written; of spaces alone, or taken away, it is the standard sentence again', () => {
    const story = meeting()
    const ask = (prompt: string | null) => story.when(joost, { type: 'phase.edit', phase: 'ideas', settings: { prompt } })
    const edited = (prompt: string | null) => [{ type: 'phase.edited', phase: 'ideas', settings: { prompt }, ...signature }]
    ask('   ').then(unchanged)
    expect(ask('Wat missen we?\n').events).toEqual(edited('Wat missen we?\n'))
    ask('Wat missen we?\n').then(unchanged)
    expect(ask(' \n ').events).toEqual(edited(null))
    ask('Wat nog?')
    expect(ask(null).events).toEqual(edited(null))
    expect(story.plein.phases.get('ideas')?.settings.prompt).toBeNull()
  })
})

describe('only what changes is told', () => {
  const edit = (story: Story, asks: Pick<CommandOf<'phase.edit'>, 'title' | 'settings'>): Story =>
    story.when(joost, { type: 'phase.edit', phase: 'ideas', ...asks })

  test('P6 of what is set together, setting by setting, so that another coach keeps theirs', () => {
    const story = meeting()
    edit(story, { title: null, settings: { minutes: 15, hidden: true, over: 'clusters' } })
    expect(story.events).toEqual([{ type: 'phase.edited', phase: 'ideas', settings: { minutes: 15 }, ...signature }])
    edit(story, { title: ' Ronde een ', settings: { minutes: 15 } })
    expect(story.events).toEqual([{ type: 'phase.edited', phase: 'ideas', title: 'Ronde een', ...signature }])
    edit(story, { settings: { minutes: 15 } }).then(unchanged)
    edit(story, { title: 'Ronde een', settings: { minutes: 15 } }).then(unchanged)
    edit(story, {}).then(unchanged)
  })

  test('P6 I6 whoever is named twice among those who write writes no more than once', () => {
    const story = meeting()
    edit(story, { settings: { whoPosts: ['participant', 'owner', 'participant'] } }).then(unchanged)
    edit(story, { settings: { whoPosts: ['coach', 'coach'] } })
    expect(story.events).toEqual([{ type: 'phase.edited', phase: 'ideas', settings: { whoPosts: ['coach'] }, ...signature }])
    edit(story, { settings: { whoPosts: [] } })
    expect(story.events).toEqual([{ type: 'phase.edited', phase: 'ideas', settings: { whoPosts: [] }, ...signature }])
  })

  test('P7 what somebody wrote for another phase keeps none from being removed', () => {
    meeting()
      .when(fatma, { type: 'idea.post', key: keyOf('f'), as: 'idea', text: 'Een bank', phase: 'ideas' })
      .when(joost, { type: 'phase.remove', phase: 'vote' })
      .then([{ type: 'phase.removed', phase: 'vote', ...signature }])
  })
})

describe('where a phase comes to stand', () => {
  const play = (story: Story): string => story.when(joost, { type: 'phase.play', kind: 'pause' }).answer['phase'] as string

  test('P4 played before the programme has begun, it comes after all that was planned', () => {
    const story = given(aPlein('welcome', 'ideas', 'vote'), opened).when(joost, { type: 'phase.play', kind: 'plenary' })
    story.then([
      { type: 'phase.inserted', after: 'vote' },
      { type: 'phase.entered', interrupted: [] },
    ])
    expect(story.plein.order).toEqual(['welcome', 'ideas', 'vote', story.answer['phase']])
  })

  test.each([['welcome'], ['vote']])(
    'P4 interludes of one phase stand as they were played, before the next one and at the end: %s',
    (phase) => {
      const story = given(aPlein('welcome', 'ideas', 'vote'), opened, entered(phase))
      const played: string[] = []
      for (let time = 1; time <= 4; time += 1) {
        played.push(play(story))
        story.when(joost, { type: 'phase.resume' })
        const at = story.plein.order.indexOf(phase) + 1
        expect(story.plein.order.slice(at, at + time)).toEqual(played)
      }
    },
  )

  test('P5 a repetition of a phase that is skipped is a whole phase: played next, with nothing of how the first one went', () => {
    const story = meeting().when(joost, { type: 'phase.edit', phase: 'ideas', title: 'Ronde een' })
    story.when(joost, { type: 'phase.enter', phase: 'ideas' }).answers({ phase: 'ideas' })
    story.when(joost, { type: 'phase.next' }).when(joost, { type: 'phase.skip', phase: 'ideas', skipped: true })
    story.when(joost, { type: 'phase.repeat', phase: 'ideas' })
    const id = story.answer['phase'] as string
    const { settings } = given(aPlein('ideas')).plein.phases.get('ideas')!
    const phase = { id, kind: 'ideas', title: 'Ronde een', settings, played: 0, skipped: false, repeats: 'ideas' }
    const length = kinds.ideas.defaults.minutes! * 60_000
    expect(story.events).toEqual([
      { type: 'phase.inserted', phase, after: 'ideas', ...signature },
      { type: 'phase.entered', phase: id, interrupted: [], timer: { status: 'paused', left: length, length }, ...signature },
    ])
  })
})

test('A12 another phase lowers the hands that are up, and of nobody else is anything written', () => {
  const story = meeting()
  story.when(fatma, { type: 'seat.hand', up: true })
  story.when(samir, { type: 'seat.hand', up: true }).when(samir, { type: 'seat.hand', up: false })
  story.when(joost, { type: 'phase.enter', phase: 'vote' }).answers({ phase: 'vote' })
  expect(story.last).toMatchObject({ ok: true, ledger: [{ keep: 'hand', seat: 'seat-fatma', up: false }] })
  story.when(joost, { type: 'phase.next' }).when(joost, { type: 'phase.back' })
  expect(story.last).toMatchObject({ ok: true, ledger: [] })
})
