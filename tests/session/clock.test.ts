import { expect, test } from 'vitest'
import { turnClock } from '../../client/coach/programme/turnClock.ts'

const noon = Date.parse('2026-10-01T12:00:00Z')
const minute = 60_000

test('P9 the one button of the clock starts, pauses and goes on; a clock that has run out starts again', () => {
  const length = 10 * minute
  expect(turnClock({ status: 'stopped' }, 10, noon)).toEqual({ type: 'timer.start', seconds: 600 })
  expect(turnClock({ status: 'stopped' }, null, noon)).toEqual({ type: 'timer.start', seconds: 60 })
  expect(turnClock({ status: 'running', endsAt: noon + minute, length }, 10, noon)).toEqual({ type: 'timer.pause' })
  expect(turnClock({ status: 'paused', left: minute, length }, 10, noon)).toEqual({ type: 'timer.resume' })
  expect(turnClock({ status: 'running', endsAt: noon, length }, 10, noon)).toEqual({ type: 'timer.start', seconds: 600 })
  expect(turnClock({ status: 'paused', left: 0, length }, 10, noon)).toEqual({ type: 'timer.start', seconds: 600 })
})
