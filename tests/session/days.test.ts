import { expect, test } from 'vitest'
import { afterDay, isDay, isoDay, lastDay } from '../../client/organiser/days.ts'

test('A1 a day is kept through itself, and a year of five figures, which browsers read in different ways, is no day and no fault of the page', () => {
  expect(afterDay('2030-02-28')).toBe('2030-03-01')
  expect(lastDay('2030-03-01T00:00:00.000Z')).toBe('2030-02-28')
  expect(isDay('2030-03-12')).toBe(true)
  for (const none of ['', '12030-03-12', '2030-13-40', 'morgen']) expect(isDay(none), none).toBe(false)
  expect(isoDay(Number.NaN)).toBe('')
  expect(afterDay('morgen')).toBe('')
})
