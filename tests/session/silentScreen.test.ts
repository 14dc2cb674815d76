import { expect, it } from 'vitest'
import { patience } from '../../client/screen/useSilent.ts'

it.each([
  ['of which nothing is known yet', [], 3500],
  ['that answers at once', [20, 35, 20], 3500],
  ['that takes four seconds there and back', [4000, 4100, 4000], 6150],
  ['that was slow once', [20, 5000, 20], 7500],
  ['that is all but dead', [9000, 9500], 8000],
])('B3 a screen says of a line %s that it is lost after so long', (_, took, milliseconds) => {
  expect(patience(took)).toBe(milliseconds)
})
