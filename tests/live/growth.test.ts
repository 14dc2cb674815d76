/** What a command costs does not grow with what a meeting has gathered, nor an event that is read again with what came before it. */
import { afterEach, expect, it } from 'vitest'
import { world } from '../../scripts/profile/desk.ts'
import { fill, sorts } from '../../scripts/profile/filled.ts'
import { timers } from '../../server/timers.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { happen } from '../../shared/domain/project/replay.ts'
import { emptyPlein } from '../../shared/domain/state.ts'
import { aPlein, entered, listed, opened, posted, released } from '../support/given.ts'
import { count, counted } from '../support/steps.ts'

afterEach(() => void counted())

/** Told whole to the owner alone, who marks by hand. */
const whole = ['owner.mark']
/** An answer was about the name of before: all of that group go. */
const clears = ['cluster.rename']
const times = 30
/** What happens by itself when its time has come is the work of no command, and on a busy machine that is in the middle of one. */
const still = { ...timers, after: () => () => undefined }

/** The most steps that one command of each sort took. */
const stepsOn = async (ideas: number): Promise<Record<string, number>> => {
  const on = await fill(ideas, still)
  const most: Record<string, number> = {}
  for (const { name, command } of sorts) {
    const asking = Array.from({ length: times }, (_, time) => command(on, time))
    for (const [who, asks] of asking) {
      count()
      const answer = await on.room.command(who, world.id(), asks)
      await on.room.idle()
      const steps = counted()
      expect([name, answer.ok]).toEqual([name, true])
      most[name] = Math.max(most[name] ?? 0, steps)
    }
  }
  on.room.close()
  return most
}

it('a command walks over no more where ten times as many ideas, answers, taps, ballots, cards and conditions are', async () => {
  const [few, many] = [await stepsOn(100), await stepsOn(1000)]
  const grown = Object.entries(many).filter(([name, most]) => most > few[name]! + 20)
  expect(grown.filter(([name]) => ![...whole, ...clears].includes(name))).toEqual([])
  // That something is counted at all.
  expect(grown.map(([name]) => name).sort()).toEqual([...clears, ...whole].sort())
})

const by = { by: 'coach', seat: 'seat-joost', at: 0 } as const
/** After so many votes over two other ideas, by fifty people, this one is laid into a group and taken out again. */
const regrouped = (votes: number): PleinEvent[] => [
  aPlein('ideas', 'vote'),
  opened,
  entered('vote'),
  ...['bank', 'boom', 'later'].map((id) => posted(id, id)),
  listed('bank', 'boom', 'later'),
  released('bank', 'boom', 'later'),
  {
    type: 'step.done',
    step: 'made',
    label: 'created',
    changes: [{ change: 'create', cluster: 'groen' }],
    made: [{ cluster: 'groen', name: 'Groen', open: true }],
    ...by,
  },
  ...Array.from({ length: votes }, (_, place) => vote(`ronde-${place}`)).flat(),
  ...['s1', 's2'].flatMap((step) => placing(step)),
]
const vote = (round: string): PleinEvent[] => [
  {
    type: 'round.opened',
    round,
    phase: 'vote',
    over: 'ideas',
    question: '',
    items: [
      { id: 'bank', letter: 'A', name: null },
      { id: 'boom', letter: 'B', name: null },
    ],
    budget: 3,
    maximum: 2,
    ...by,
  },
  { type: 'round.closed', round, closesAt: 0, ...by },
  {
    type: 'round.counted',
    round,
    cast: 50,
    ballots: Array.from({ length: 50 }, () => ({ bank: 2 })),
    perspectives: [],
    final: null,
    by: 'server',
    seat: null,
    at: 0,
  },
]
const placing = (step: string): PleinEvent[] => {
  const changes = [{ change: 'place' as const, idea: 'later', from: null, to: 'groen' }]
  return [
    { type: 'step.done', step, label: 'placed', changes, made: [], ...by },
    { type: 'step.undone', step, changes, ...by },
  ]
}
const stepsOfLast = (events: readonly PleinEvent[]): number => {
  const plein = emptyPlein('plein')
  for (const event of events.slice(0, -2)) happen(plein, event)
  count()
  for (const event of events.slice(-2)) happen(plein, event)
  return counted()
}

it('V10 laying an idea into a group counts no vote anew that was not about it, however many there were', () => {
  const votes = 30
  // That there is such a vote is seen for each of them.
  expect(stepsOfLast(regrouped(votes)) - stepsOfLast(regrouped(1))).toBeLessThan(votes * 20)
})
