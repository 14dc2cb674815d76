/** Guessing a join code must be slow, and a room of people behind one address must not notice. */
import { isIPv6 } from 'node:net'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Limits } from '../limits.ts'

export type Throttle = {
  /** Counts one failure. Milliseconds that its answer waits; 0 within the limits. */
  failed(address: string): Promise<number>
}

/** IPv6 gives every home a /64, so anything finer is no limit. */
export const networkOf = (address: string): string => {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(mapped)) return mapped
  const [head = '', tail] = mapped.split('%')[0]!.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** Answers held back at one moment; more would cost memory and win nothing. */
const HELD = 2000
const STEP = 500

export const createThrottle = (limits: Pick<Limits, 'joinFailuresPerAddress' | 'joinFailuresTotal' | 'joinDelay'>): Throttle => {
  const perAddress = new RateLimiterMemory({ points: limits.joinFailuresPerAddress, duration: 60 })
  const total = new RateLimiterMemory({ points: limits.joinFailuresTotal, duration: 60 })
  let held = 0
  const excess = async (limiter: RateLimiterMemory, key: string, points: number): Promise<number> => {
    const { consumedPoints }: RateLimiterRes = await limiter.penalty(key)
    return Math.max(0, consumedPoints - points)
  }
  return {
    async failed(address) {
      const over = Math.max(
        await excess(perAddress, networkOf(address), limits.joinFailuresPerAddress),
        await excess(total, 'all', limits.joinFailuresTotal),
      )
      if (over === 0 || held >= HELD) return 0
      const wait = Math.min(limits.joinDelay, 2 * STEP + over * STEP)
      held += 1
      setTimeout(() => {
        held -= 1
      }, wait).unref()
      return wait
    },
  }
}
