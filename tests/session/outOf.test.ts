import { expect, test } from 'vitest'
import { outOf } from '../../client/session/outOf.ts'

test.each([
  ['everybody is here', 3, { present: 4, joined: 4 }, 4],
  ['some sleep that gave nothing', 3, { present: 3, joined: 9 }, 3],
  ['those who gave sleep', 34, { present: 12, joined: 36 }, 36],
  ['those who gave have left for good', 5, { present: 2, joined: 4 }, 5],
  ['one or two, and one is here', null, { present: 1, joined: 1 }, 1],
  ['one or two, and nobody is here', null, { present: 0, joined: 2 }, 2],
])('V5 I8 out of how many a count is told: %s', (_name, count, crowd, all) => {
  expect(outOf(count, crowd)).toBe(all)
})
