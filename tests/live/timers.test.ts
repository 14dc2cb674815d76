import { expect, it } from 'vitest'
import { timers } from '../../server/timers.ts'

it('A4 what is due in a month is not done at once, and a month of taking back does not keep the server busy', async () => {
  const done: string[] = []
  const cancel = timers.after(30 * 24 * 3_600_000, () => done.push('a month'))
  await new Promise<void>((resolve) => timers.after(20, () => resolve()))
  expect(done).toEqual([])
  cancel()
})
