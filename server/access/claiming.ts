/** How many devices one role link lets in: so many at once, then so many a second. Of each link apart: who spends that of the screen, which hangs in
 *  sight, keeps no coach outside (R3). In memory only, and by the hash of the link: a new one begins anew. */
import { type Bucket, refill } from '../bucket.ts'
import type { Limits } from '../limits.ts'

export type ClaimLimits = Pick<Limits, 'claimsBurst' | 'claimsRate'>
export type Claiming = {
  /** Looked at before anything is read. */
  isSpent(link: string): boolean
  /** `null`: nobody now. Else it counts from now on, and what came back gives it back, when the store made no seat. */
  take(link: string): (() => void) | null
  /** Another link came in its place: this one is as unknown as any. */
  forget(link: string): void
}

/** Links that are remembered before those that nobody spends are forgotten. */
const many = 1000

export const createClaiming = ({ claimsBurst: burst, claimsRate: rate }: ClaimLimits, now: () => number): Claiming => {
  const links = new Map<string, Bucket>()
  const left = (link: string): Bucket => {
    const bucket = links.get(link) ?? { left: burst, at: now() }
    refill(bucket, burst, rate, now())
    return bucket
  }
  const tidy = (): void => {
    for (const link of [...links.keys()]) if (left(link).left >= burst) links.delete(link)
  }
  return {
    isSpent: (link) => links.has(link) && left(link).left < 1,
    take: (link) => {
      if (links.size >= many && !links.has(link)) tidy()
      const bucket = left(link)
      if (bucket.left < 1) return null
      links.set(link, bucket)
      bucket.left -= 1
      return () => {
        bucket.left += 1
      }
    },
    forget: (link) => void links.delete(link),
  }
}
