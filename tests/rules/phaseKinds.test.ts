/** What a coach can set of each kind of phase, and what a phase is where nothing was set. */
import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import { asksOf } from '../../shared/domain/phases/asked.ts'
import { kinds, phaseKinds } from '../../shared/domain/phases/kinds.ts'
import type { PhaseKind, PhaseSettings } from '../../shared/domain/phases.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { fatma, joost, type Person } from '../support/people.ts'

const offering = (setting: keyof PhaseSettings): PhaseKind[] => phaseKinds.filter((kind) => kinds[kind].shows.includes(setting))

/** Three shared ideas, two of them in groups; a phase of this kind, set like this, is now. */
const roomIn = (kind: PhaseKind, settings: Partial<PhaseSettings>) => {
  const ids = ['bankje', 'boom', 'vijver']
  const ideas = ids.map((id) => posted(id, `Over ${id}`))
  const story = given(aPlein('ideas', [kind, settings]), opened, entered('ideas'), ...ideas, listed(...ids), released(...ids))
  for (const id of ids.slice(1)) story.when(joost, { type: 'cluster.create', name: `Groep ${id}`, ideas: [id] })
  const phase = story.plein.order.at(-1) as string
  return Object.assign(story.when(joost, { type: 'phase.enter', phase }), { phase })
}
/** The kinds in which this does something else when a phase is set otherwise. */
const differing = (
  one: Partial<PhaseSettings>,
  other: Partial<PhaseSettings>,
  who: Person,
  asks: (kind: PhaseKind, phase: string) => Command,
) =>
  phaseKinds.filter((kind) => {
    const [first, second] = [one, other].map((settings) => {
      const story = roomIn(kind, settings)
      return JSON.stringify(story.when(who, asks(kind, story.phase)).last)
    })
    return first !== second
  })
const post = (kind: PhaseKind, phase: string): Command => {
  const as = kinds[kind].contributions[0] ?? 'idea'
  return { type: 'idea.post', key: keyOf('fatma'), as, text: 'Wie zorgt er voor?', phase, open: true }
}
const open = (): Command => ({ type: 'round.open' })

describe('P6 a kind offers what does something in it, and nothing else', () => {
  test('P6 P8 of each kind what is asked and for how long', () => {
    expect([offering('prompt'), offering('minutes')]).toEqual([phaseKinds, phaseKinds])
  })

  test('P6 I6 who writes, where anything is written', () => {
    const writing = differing({ whoPosts: [] }, { whoPosts: ['participant'] }, fatma, post)
    expect(writing).toEqual(['checkin', 'ideas', 'burst', 'reframe', 'harvest'])
    expect(offering('whoPosts')).toEqual(writing)
  })

  test('P6 S1 whether it waits, where anything is written; the questions of a burst always do', () => {
    const writers: PhaseSettings['whoPosts'] = ['participant']
    const waiting = differing({ whoPosts: writers, hidden: true }, { whoPosts: writers, hidden: false }, fatma, post)
    expect(offering('hidden')).toEqual(waiting.filter((kind) => kind !== 'burst'))
    expect(kinds.burst.defaults.hidden).toBe(true)
  })

  test('P6 C6 who groups, where is grouped', () => {
    expect(offering('whoGroups')).toEqual(['cluster'])
  })

  test('P6 V1 on what the dots go and how many there are, where is voted', () => {
    expect(offering('over')).toEqual(differing({ over: 'clusters' }, { over: 'ideas' }, joost, open))
    expect(offering('dots')).toEqual(differing({ dots: 4 }, { dots: 5 }, joost, open))
    expect(offering('maximum')).toEqual(differing({ dots: 5, maximum: 1 }, { dots: 5, maximum: 2 }, joost, open))
    expect(offering('over')).toEqual(['vote'])
  })
})

describe('where nothing was set', () => {
  test.each(phaseKinds)('P4 P8 %s has every setting, and a clock that is ready; the welcome has none', (kind) => {
    const story = roomIn(kind, {}).when(joost, { type: 'phase.play', kind })
    const { settings } = story.plein.phases.get(story.answer['phase'] as string) ?? {}
    expect(Object.keys(settings ?? {}).sort()).toEqual(
      ['dots', 'hidden', 'maximum', 'minutes', 'over', 'prompt', 'whoGroups', 'whoPosts'].sort(),
    )
    expect(story.plein.timer.status).toBe(kind === 'welcome' ? 'stopped' : 'paused')
  })

  test('V16 a vote on wordings asks another question than one on groups or ideas, and no other kind does', () => {
    const asks = (kind: PhaseKind) => (['clusters', 'ideas', 'framings'] as const).map((over) => asksOf({ kind, settings: { over } }))
    for (const kind of phaseKinds) expect(asks(kind)).toEqual([kind, kind, kind === 'vote' ? 'wordings' : kind])
  })
})
