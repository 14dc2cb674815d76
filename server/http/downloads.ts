/** A ration of downloads, for each seat and for the organiser. Making an outcome holds the thread that answers the room, so that one phone that
 *  asks in a loop would be heard by all. In memory, by seat and never by address. */
import type { Bearer } from '../access/contract.ts'
import { type Bucket, refill } from '../bucket.ts'
import type { Limits } from '../limits.ts'

export type Downloads = {
  /** `null`: it may; else whole seconds after which it may. `bearer` is `null` for the organiser. */
  take(bearer: Bearer | null): number | null
  /** How many seats are remembered. */
  size(): number
}

/** From so many on, those whose ration is whole again are forgotten: coming back would give them no more. */
const many = 1000

export const createDownloads = (limits: Pick<Limits, 'downloadsPhone' | 'downloadsDesk'>, now: () => number): Downloads => {
  const rations = new Map<string, { bucket: Bucket; most: number }>()
  const tidy = (): void => {
    for (const [who, { bucket, most }] of rations) {
      refill(bucket, most, most / 60, now())
      if (bucket.left >= most) rations.delete(who)
    }
  }
  return {
    take: (bearer) => {
      if (rations.size >= many) tidy()
      const who = bearer === null ? '' : `${bearer.plein} ${bearer.seat}`
      const most = bearer?.role === 'participant' ? limits.downloadsPhone : limits.downloadsDesk
      const own = rations.get(who) ?? { bucket: { left: most, at: now() }, most }
      rations.set(who, own)
      refill(own.bucket, most, most / 60, now())
      if (own.bucket.left < 1) return Math.min(60, Math.ceil(((1 - own.bucket.left) * 60) / most))
      own.bucket.left -= 1
      return null
    },
    size: () => rations.size,
  }
}
