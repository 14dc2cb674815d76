import { describe, expect, it } from 'vitest'
import { flood } from '../../scripts/fuzz/flood.ts'
import { sendFrames } from '../../scripts/fuzz/frames.ts'
import { stall } from '../../scripts/fuzz/readers.ts'
import { mannWhitney } from '../../scripts/fuzz/timing.ts'
import { leaveUnfinished } from '../../scripts/fuzz/unfinished.ts'

const MB = 1e6
/** How fast others are answered meanwhile is measured by `npm run fuzz`, on a machine of its own. */
describe('a server that strangers rattle at', () => {
  it('R5 malformed frames on every endpoint end nothing, change nothing and fill nothing', async () => {
    const seed = Date.now() % 1e6
    const found = await sendFrames({ frames: 50_000, seed, seconds: 10, least: 2000, rest: 3 })
    const { ended, changed, accepted, failures } = found
    expect({ seed, ended, changed, accepted, failures }).toEqual({ seed, ended: null, changed: [], accepted: [], failures: [] })
    expect(found.frames).toBeGreaterThan(2000)
    for (const [name, { bouts }] of Object.entries(found.counts)) expect(bouts, name).toBeGreaterThan(1)
    expect(found.memory.after - found.memory.before).toBeLessThan(128 * MB)
    expect(found.logged).toBeLessThan(MB)
    expect(found.healthFailed).toBe(0)
  }, 180_000)

  it('R5 sockets that never finish are gone within seconds, and others notice nothing', async () => {
    const found = await leaveUnfinished(180)
    for (const [sort, seconds] of Object.entries(found.gone)) expect(seconds, sort).toBeLessThan(60)
    expect(found.memory.peak - found.memory.before).toBeLessThan(32 * MB)
    expect(found.refused).toBe(0)
  })

  it.each(['websocket', 'polling'] as const)(
    'R5 a seat that floods is heard as often as any other, and nobody else waits, by %s',
    async (by) => {
      const found = await flood({ seats: 30, seconds: 2, by })
      expect(found.sent).toBeGreaterThan(1000)
      expect(found.accepted).toBeLessThanOrEqual(20 + 2 * (found.lasted + 2))
      // Read no faster than a hasty desk speaks.
      expect(found.answered).toBeLessThan(2000)
      expect(found.refused).toBe(0)
    },
    120_000,
  )

  it('R5 phones that stop reading are let go, and cost no more than what may wait for them', async () => {
    const found = await stall({ stalled: 10, megabytes: 9 })
    expect(found.left).toBe(0)
    expect(found.memory.peak - found.memory.before).toBeLessThan(128 * MB)
    expect(found.refused).toBe(0)
  })
})

it('tells two rows of times apart as Mann and Whitney do', () => {
  const times = Array.from({ length: 200 }, (_, n) => (n * 37) % 101)
  expect(mannWhitney(times, times)).toBeGreaterThan(0.9)
  expect(
    mannWhitney(
      times,
      times.map((time) => time + 20),
    ),
  ).toBeLessThan(0.001)
})
