/** A token bucket: so many at once after a silence, then so many a second. */
export type Bucket = { left: number; at: number }

/** `rate`: a second; `now`: epoch milliseconds. A clock that was set back takes nothing away. */
export const refill = (bucket: Bucket, burst: number, rate: number, now: number): void => {
  bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * rate) / 1000)
  bucket.at = now
}
