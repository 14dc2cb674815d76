import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import { aPlein, entered, given, opened, type Story } from '../support/given.ts'
import { joost } from '../support/people.ts'
import { morning } from '../support/world.ts'

const minute = 60_000
const story = () => given(aPlein('ideas', 'vote'), opened, entered('ideas'))
const running = () => story().when(joost, { type: 'timer.start', seconds: 600 })

describe('P8 the timer is set when a phase is entered, but a coach starts it', () => {
  test('P8 ready with the planned minutes', () => {
    story()
      .when(joost, { type: 'phase.enter', phase: 'vote' })
      .then([{ type: 'phase.entered', timer: { status: 'paused', left: 5 * minute, length: 5 * minute } }])
      .when(joost, { type: 'timer.resume' })
      .then([{ type: 'timer.set', timer: { status: 'running', endsAt: morning + 5 * minute } }])
  })

  test('P8 a phase without planned minutes has no timer', () => {
    given(aPlein('ideas', ['vote', { minutes: null }]), opened, entered('ideas'))
      .when(joost, { type: 'timer.start', seconds: 60 })
      .when(joost, { type: 'phase.next' })
      .then([{ type: 'phase.entered', timer: { status: 'stopped' } }])
  })
})

describe('P4 what was interrupted comes back with the time it had left', () => {
  const timer = { status: 'paused', length: 10 * minute, left: 6 * minute } as const
  /** The times that wait, and the timer of the phase that is entered then. */
  const entering = (told: Story, asks: Command) => {
    const [event] = told.when(joost, asks).events.filter(({ type }) => type === 'phase.entered')
    return event?.type === 'phase.entered' ? [event.interrupted.map((one) => one.left), event.timer] : null
  }
  const pause = { type: 'phase.play', kind: 'pause' } as const
  const ready = { status: 'paused', left: 15 * minute, length: 15 * minute }

  test('P4 also when it stood still, and it is not the time of another phase that is entered first', () => {
    const told = running()
    told.world.pass(4 * minute)
    told.when(joost, { type: 'timer.pause' })
    told.world.pass(minute)
    expect(entering(told, pause)).toEqual([[6 * minute], ready])
    expect(entering(told, { type: 'phase.next' })).toEqual([[6 * minute], { status: 'paused', left: 5 * minute, length: 5 * minute }])
    expect(entering(told, { type: 'phase.resume' })).toEqual([[], timer])
  })

  test('P4 P8 without a timer it comes back without one, whatever was planned', () => {
    const told = story()
    expect(entering(told, pause)).toEqual([[null], ready])
    expect(entering(told, { type: 'phase.resume' })).toEqual([[], { status: 'stopped' }])
  })
})

describe('P9 start, a minute more, pause, go on, stop', () => {
  test('P9 started, it ends at a time of the server', () => {
    running().then([
      { type: 'timer.set', timer: { status: 'running', endsAt: morning + 10 * minute, length: 10 * minute }, by: 'coach', at: morning },
    ])
  })

  test('P9 a minute more while it runs, and while it stands still', () => {
    const told = running()
    told.world.pass(minute)
    told
      .when(joost, { type: 'timer.add', seconds: 60 })
      .then([{ type: 'timer.set', timer: { status: 'running', endsAt: morning + 11 * minute, length: 11 * minute } }])
      .when(joost, { type: 'timer.pause' })
      .then([{ type: 'timer.set', timer: { status: 'paused', left: 10 * minute, length: 11 * minute } }])
      .when(joost, { type: 'timer.add', seconds: 60 })
      .then([{ type: 'timer.set', timer: { status: 'paused', left: 11 * minute, length: 12 * minute } }])
  })

  test('P9 a pause costs no time', () => {
    const told = running()
    told.world.pass(4 * minute)
    told.when(joost, { type: 'timer.pause' })
    told.world.pass(60 * minute)
    told.when(joost, { type: 'timer.resume' }).then([{ type: 'timer.set', timer: { status: 'running', endsAt: morning + 70 * minute } }])
  })

  test('P9 at zero nothing happens by itself, and a minute more counts from now', () => {
    const told = running()
      .later(15 * minute)
      .then([])
    expect(told.plein.current).toBe('ideas')
    told
      .when(joost, { type: 'timer.add', seconds: 60 })
      .then([{ type: 'timer.set', timer: { status: 'running', endsAt: morning + 16 * minute } }])
    told.world.pass(5 * minute)
    told.when(joost, { type: 'timer.pause' }).then([{ type: 'timer.set', timer: { status: 'paused', left: 0 } }])
  })

  test('P9 what cannot be is named', () => {
    story()
      .when(joost, { type: 'timer.pause' })
      .then({ code: 'timer-not-running' })
      .when(joost, { type: 'timer.resume' })
      .then({ code: 'timer-not-paused' })
      .when(joost, { type: 'timer.add', seconds: 60 })
      .then({ code: 'timer-not-running' })
      .when(joost, { type: 'timer.stop' })
      .then({ code: 'timer-not-running' })
      .when(joost, { type: 'timer.start', seconds: 60 })
      .when(joost, { type: 'timer.resume' })
      .then({ code: 'timer-not-paused' })
      .when(joost, { type: 'timer.stop' })
      .then([{ type: 'timer.set', timer: { status: 'stopped' } }])
  })
})
