import { describe, expect, test } from 'vitest'
import { isOwnSource } from '../../client/phone/useOwnSource.ts'
import { makeServerClock } from '../../client/session/clock.ts'
import type { OutboxEntry, Outgoing } from '../../client/session/outbox.ts'
import { type OwnIdea, ownLine } from '../../client/session/ownIdeas.ts'
import { deviceShelf } from '../../client/session/shelf.ts'
import { halvesOf } from '../../client/writing/promise.ts'
import type { Mine } from '../../shared/wire/messages.ts'

const idea: OwnIdea = { key: 'k', as: 'idea', text: 'Na zes uur is alles dicht.', who: null, by: null, phase: 'p', order: 1 }
const entry = (command: Outgoing, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'x',
  order: 1,
  command,
  sent: false,
  refused: null,
  ...more,
})
const post = { type: 'idea.post', key: 'k', as: 'idea', text: idea.text, phase: 'p' } as const
const mine = (state: Mine['state'], more: Partial<Mine> = {}): Mine => ({
  state,
  idea: 'i',
  as: 'idea',
  text: idea.text,
  edit: null,
  phase: 'p',
  cluster: null,
  who: null,
  by: null,
  ...more,
})

describe('Anneke sees how far her idea is', () => {
  test.each([
    ['held', [entry(post)], undefined, true],
    ['held', [entry(post, { sent: true })], undefined, false],
    ['sending', [entry(post, { sent: true })], undefined, true],
    ['sent', [], undefined, true],
    ['sent', [], mine('waiting'), true],
    ['shared', [], mine('shared'), true],
    ['hidden', [], mine('hidden'), true],
    ['withdrawn', [], mine('withdrawn'), true],
    ['withdrawn', [entry({ type: 'idea.withdraw', key: 'k' })], mine('shared'), true],
    ['refused', [entry(post, { refused: { code: 'plein-full', message: '', remedy: 'rejected' } })], undefined, true],
  ] as const)('%s', (state, outbox, said, live) => {
    expect(ownLine(idea, outbox, said, live).state).toBe(state)
  })

  test('A change is shown at once, and says that it waits for the coach', () => {
    const edit = entry({ type: 'idea.edit', key: 'k', text: 'Na zeven uur.' })
    expect(ownLine(idea, [edit], mine('shared'), true)).toMatchObject({ text: 'Na zeven uur.', changing: 'sending' })
    expect(ownLine(idea, [], mine('shared', { edit: 'Na zeven uur.' }), true)).toMatchObject({ text: 'Na zeven uur.', changing: 'waiting' })
  })

  test('I14 a day and a name that are changed or taken away are shown at once; what was refused stands nowhere', () => {
    const given = { ...idea, as: 'commitment' as const, who: 'Ria', day: '2027-05-01' }
    const told = mine('waiting', { as: 'commitment', who: 'Ria', day: '2027-05-01' })
    const edit = { type: 'idea.edit', key: 'k', text: idea.text, who: '', day: '2027-06-01' } as const
    expect(ownLine(given, [entry(edit)], told, true)).toMatchObject({ who: null, day: '2027-06-01' })
    const no = { code: 'idea-released', idea: 'i', message: '', remedy: 'rejected' } as const
    expect(ownLine(given, [entry(edit, { refused: no })], told, true)).toMatchObject({ who: 'Ria', day: '2027-05-01' })
    // What the server holds, and not what this phone once sent.
    expect(ownLine(given, [], mine('shared', { as: 'commitment' }), true)).toMatchObject({ who: null })
    expect(ownLine(given, [], mine('shared', { as: 'commitment' }), true)).not.toHaveProperty('day')
  })

  test('What was withdrawn keeps on this phone the words that the server has no more', () => {
    expect(ownLine(idea, [], mine('withdrawn', { text: '' }), true).text).toBe(idea.text)
  })

  test("Another idea's messages say nothing about it", () => {
    expect(ownLine(idea, [entry({ ...post, key: 'other' })], mine('shared'), true).state).toBe('shared')
  })
})

test.each([
  ['Als het maandag is, dan bel ik Fatma', { when: 'het maandag is', act: 'bel ik Fatma' }],
  ['Als het regent, dan wacht ik, dan ga ik', { when: 'het regent', act: 'wacht ik, dan ga ik' }],
  ['Ik bel Fatma', { when: '', act: 'Ik bel Fatma' }],
  ['Ooit, dan bel ik', { when: '', act: 'Ooit, dan bel ik' }],
  ['Als het  maandag is, dan bel ik', { when: '', act: 'Als het  maandag is, dan bel ik' }],
  ['', { when: '', act: '' }],
])('A commitment comes apart into the halves it was made of, or stays whole: %s', (text, halves) => {
  expect(halvesOf(text, { when: 'Als', act: 'dan' })).toEqual(halves)
})

test('M6 “Daar zit ook uw idee in” is said of a group and of an idea, not of an answer after a vote, and not of what was taken back', () => {
  const inGroup = { k: mine('shared', { cluster: 'g' }) }
  expect(isOwnSource(inGroup, [{ kind: 'cluster', id: 'g' }])).toBe(true)
  expect(isOwnSource(inGroup, [{ kind: 'idea', id: 'i' }])).toBe(true)
  expect(isOwnSource(inGroup, [{ kind: 'round', id: 'i' }])).toBe(false)
  // M6 It would tell who gave no dots.
  expect(isOwnSource({ k: mine('shared', { as: 'condition' }) }, [{ kind: 'idea', id: 'i' }])).toBe(false)
  expect(isOwnSource({ k: mine('withdrawn', { cluster: 'g' }) }, [{ kind: 'cluster', id: 'g' }])).toBe(false)
})

test('S2 what was still under way when a phone was wiped is not written onto it again', async () => {
  const shelf = deviceShelf('plein')
  await shelf.put([['out:1', 'Na zes uur is alles dicht.']])
  expect(await shelf.all()).toHaveLength(1)
  await shelf.clear()
  await shelf.put([['out:1', 'Na zes uur is alles dicht.']])
  expect(await shelf.all()).toEqual([])
})

describe("The server's time", () => {
  test('is shown whatever the clock of the phone says, and a slow message does not set it back', () => {
    let wall = 1_000_000
    const clock = makeServerClock(() => wall)
    clock.told(5_000_000)
    expect(clock.now()).toBe(5_000_000)
    wall += 1000
    clock.told(5_000_800)
    expect(clock.now()).toBe(5_001_000)
  })
  test('follows when the clock of the phone is set', () => {
    let wall = 1_000_000
    const clock = makeServerClock(() => wall)
    clock.told(5_000_000)
    wall += 3_600_000
    clock.told(5_001_000)
    expect(clock.now()).toBe(5_001_000)
  })
})
