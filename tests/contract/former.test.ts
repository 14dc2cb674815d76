import { expect, it } from 'vitest'
import { formerSeats } from '../../server/access/former.ts'

const minute = 60_000

it('N2 the former seat of an owner stores nothing for a minute, and ends when the new one is used', () => {
  const former = formerSeats(() => 0)
  expect(former.mayWriteOwn('old')).toBe(true)
  former.leave(['old'])
  former.follow('new', ['old'])
  expect(former.mayWriteOwn('old')).toBe(false)
  expect(former.end('new')).toEqual(['old'])
  expect(former.end('new')).toEqual([])
  expect(former.mayWriteOwn('old')).toBe(false)
})

it('N2 L1 whose new token was lost on the way writes on after a minute with the former one, which then stays', () => {
  const clock = { now: 0 }
  const former = formerSeats(() => clock.now)
  former.leave(['old', 'older'])
  former.follow('new', ['old', 'older'])
  clock.now = minute - 1
  expect(former.mayWriteOwn('old')).toBe(false)
  clock.now = minute
  expect(former.mayWriteOwn('old')).toBe(true)
  expect(former.end('new')).toEqual(['older'])
})

it('L1 a claim that was not stored changes nothing', () => {
  const former = formerSeats(() => 0)
  former.leave(['old'])
  former.stay(['old'])
  expect(former.mayWriteOwn('old')).toBe(true)
})
