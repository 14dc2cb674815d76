import { describe, expect, test } from 'vitest'
import type { Command, CommandType } from '../../shared/domain/commands.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { may } from '../../shared/domain/permissions.ts'
import { kinds, phaseKinds } from '../../shared/domain/phases/kinds.ts'
import type { PhaseKind, PhaseSettings } from '../../shared/domain/phases.ts'
import type { PleinSettings, Role } from '../../shared/domain/state.ts'
import { furniture } from '../decisions/furniture.ts'
import { barred, whoMay } from '../decisions/model.ts'
import { aPleinWith, closed, entered, given, keyOf, opened } from '../support/given.ts'
import { beamer, clock, fatma, joost, olga, type Person, wim } from '../support/people.ts'
import { samples } from '../support/samples.ts'
import { morning, testWorld } from '../support/world.ts'

const stages = ['prepared', 'open', 'closed', 'sealed', 'deleted'] as const
type LifeStage = (typeof stages)[number]
const cast: [string, Person][] = [
  ['c', joost],
  ['o', wim],
  ['p', fatma],
  ['s', beamer],
  ['g', olga],
  ['!', clock],
]
/** A Plein with something of everything, at this stage, in a phase of this kind. */
const scene = (stage: LifeStage, kind: PhaseKind | null, settings: Partial<PleinSettings> = {}, phase: Partial<PhaseSettings> = {}) => {
  const phases = phaseKinds.map((one): [PhaseKind, Partial<PhaseSettings>] => [one, phase])
  const happened: PleinEvent[] = [aPleinWith({ perspectives: ['bewoner'], ...settings }, ...phases, 'plenary')]
  if (stage !== 'prepared') {
    happened.push(opened, ...furniture)
    if (kind) happened.push(entered(kind))
  }
  if (stage === 'closed' || stage === 'sealed') happened.push(closed)
  if (stage === 'sealed') happened.push({ type: 'plein.sealed', by: 'server', seat: null, at: morning })
  if (stage === 'deleted') happened.push({ type: 'plein.deleted', by: 'organiser', seat: null, at: morning })
  const story = given(testWorld(), ...happened)
  story.plein.keys.set(story.world.hash(keyOf('own')), 'benches')
  return story
}

/** Good commands of this type; one that passes is enough. */
const samplesFor = (type: CommandType, who: Person, kind: PhaseKind | null): Command[] => {
  // To the current phase where it collects something, else, late, to any phase that does.
  if (type === 'idea.post') {
    const open = kind && kinds[kind].contributions.length > 0 ? [kind] : phaseKinds
    return open.flatMap((phase) => kinds[phase].contributions.map((as) => ({ ...samples['idea.post'], phase, as })))
  }
  // The owner too says how a question burst feels.
  if (type === 'tap.set' && kind === 'burst') return [samples[type], { type, on: 'mood-before', phase: kind, value: 'light' }]
  // What the organiser may set when it is all over.
  if (type === 'plein.set' && who === olga) return [{ type, retainUntil: morning }]
  return [samples[type]]
}
const passes = (story: ReturnType<typeof scene>, who: Person, type: CommandType, kind: PhaseKind | null): boolean =>
  samplesFor(type, who, kind).some((command) => {
    const decision = decide(story.plein, who, command, story.world)
    return decision.ok || !barred.has(decision.refusal.code)
  })

const types = Object.keys(samples) as CommandType[]

/** One line for a command: for each column the letters of those who may. */
const table = (
  columns: { name: string; kind: PhaseKind | null; story: ReturnType<typeof scene> }[],
  only: readonly CommandType[],
): string =>
  only
    .map((type) => {
      const cells = columns.map(
        ({ story, kind }) => cast.map(([letter, who]) => (passes(story, who, type, kind) ? letter : '')).join('') || '-',
      )
      return [type.padEnd(16), ...cells.map((cell, column) => cell.padEnd((columns[column]?.name.length ?? 0) + 1))].join(' ').trimEnd()
    })
    .join('\n')

const heading = (columns: { name: string }[]): string =>
  ['command'.padEnd(16), ...columns.map(({ name }) => `${name} `)].join(' ').trimEnd()

describe('A7 one table of permissions feeds every refusal and every list of what one may do', () => {
  test('A7 who may what at each stage of the Plein, in a phase in which ideas are collected', () => {
    const columns = stages.map((name) => ({ name, kind: 'ideas' as const, story: scene(name, 'ideas') }))
    expect(`\n${heading(columns)}\n${table(columns, types)}\n`).toBe(whoMay)
  })

  test('A7 what hangs on the kind of the current phase', () => {
    const columns = [null, ...phaseKinds].map((kind) => ({ name: (kind ?? 'none').padEnd(7), kind, story: scene('open', kind) }))
    const varying = types.filter(
      (type) => new Set(columns.map(({ story, kind }) => cast.filter(([, who]) => passes(story, who, type, kind)).length)).size > 1,
    )
    expect(`\n${heading(columns)}\n${table(columns, varying)}\n`).toMatchInlineSnapshot(`
      "
      command          none     welcome  checkin  ideas    burst    cluster  vote     reframe  write    harvest  plenary  pause
      idea.post        cop      cop      cop      p        p        cop      cop      cop      cop      cop      cop      cop
      round.open       -        -        -        -        -        -        c        -        -        -        -        -
      owner.word       -        -        -        -        -        -        -        -        -        o        -        -
      tap.set          p        p        p        p        op       p        p        p        p        p        p        p
      "
    `)
  })

  test('A7 what hangs on a setting', () => {
    const columns = [
      { name: 'ownerAdopts', kind: 'reframe' as const, story: scene('open', 'reframe', { ownerAdopts: true }) },
      { name: 'authors place', kind: 'cluster' as const, story: scene('open', 'cluster', {}, { whoGroups: 'authors' }) },
      { name: 'coach posts', kind: 'ideas' as const, story: scene('open', 'ideas', {}, { whoPosts: ['coach'] }) },
    ]
    expect(`\n${heading(columns)}\n${table(columns, ['framing.adopt', 'undo', 'idea.place', 'idea.post'])}\n`).toMatchInlineSnapshot(`
      "
      command          ownerAdopts  authors place  coach posts
      framing.adopt    co           c              c
      undo             co           c              c
      idea.place       -            cop            -
      idea.post        cop          cop            c
      "
    `)
  })

  const variants: [string, Partial<PleinSettings>, Partial<PhaseSettings>][] = [
    ['defaults', {}, {}],
    ['everything given away', { ownerAdopts: true }, { whoGroups: 'authors', whoPosts: ['participant', 'owner', 'coach'] }],
    ['nobody posts', {}, { whoPosts: [] }],
  ]
  test.each(variants)(
    'A7 for every command, role, stage and kind, what `may` lists is what `decide` lets through: %s',
    (_name, settings, phase) => {
      let looked = 0
      for (const stage of stages)
        for (const kind of stage === 'prepared' ? [null] : [null, ...phaseKinds]) {
          const story = scene(stage, kind, settings, phase)
          for (const [, who] of cast) {
            if (who.role === 'server') continue
            const listing = may(story.plein, who.role)
            const through = types.filter((type) => passes(story, who, type, kind))
            expect(listing, `${who.role}, ${stage}, ${kind}`).toEqual(through)
            looked += types.length
          }
        }
      expect(looked).toBeGreaterThan(10_000)
    },
  )

  test('A8 the screen may nothing, ever', () => {
    for (const stage of stages) for (const kind of phaseKinds) expect(may(scene(stage, kind).plein, 'screen')).toEqual([])
  })

  test('A7 asking changes nothing', () => {
    const story = scene('open', 'vote')
    const before = structuredClone(story.plein)
    for (const [, who] of cast) for (const type of types) decide(story.plein, who, samples[type], story.world)
    for (const role of ['coach', 'owner', 'participant', 'screen', 'organiser'] as Role[]) may(story.plein, role)
    expect(story.plein).toEqual(before)
  })
})
