/** A world in which nothing is by chance: the same seed gives the same ids, the same order and the same time. */
import { createHash } from 'node:crypto'
import { type DomainLimits, domainLimits, type World } from '../../shared/domain/world.ts'

export type TestWorld = World & {
  /** Lets time pass. */
  pass(milliseconds: number): void
}

/** Thursday 12 March 2026, 9:00 UTC. */
export const morning = Date.UTC(2026, 2, 12, 9)

/** Numbers from 0 up to 1, always the same ones for a seed (mulberry32). */
const dice = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const testWorld = (seed = 1, limits: Partial<DomainLimits> = {}): TestWorld => {
  const roll = dice(seed)
  let now = morning
  let made = 0
  return {
    now: () => now,
    id: () => `id-${++made}`,
    shuffle: (list) => {
      const shuffled = [...list]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = Math.floor(roll() * (last + 1))
        const kept = shuffled[last] as (typeof shuffled)[number]
        shuffled[last] = shuffled[other] as (typeof shuffled)[number]
        shuffled[other] = kept
      }
      return shuffled
    },
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    limits: { ...domainLimits, ...limits },
    pass: (milliseconds) => {
      now += milliseconds
    },
  }
}
