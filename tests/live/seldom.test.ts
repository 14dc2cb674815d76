import { expect, it } from 'vitest'
import { seldom } from '../../server/live/seldom.ts'
import { testTimers } from '../support/room.ts'
import { testWorld } from '../support/world.ts'

it('R5 is told at once, then once a second however often it changes, and the last of it always', () => {
  const { timers, pass } = testTimers(testWorld())
  const told: string[] = []
  const tell = seldom(timers, 1000, (name) => void told.push(name))
  tell('bos')
  expect(told).toEqual(['bos'])
  for (let time = 0; time < 100; time++) tell('bos')
  tell('markt')
  expect(told).toEqual(['bos', 'markt'])
  pass(1000)
  expect(told).toEqual(['bos', 'markt', 'bos'])
  pass(1000)
  pass(1000)
  tell('bos')
  expect(told).toEqual(['bos', 'markt', 'bos', 'bos'])
})
