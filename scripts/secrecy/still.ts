/** A world for two Pleinen that are to be equal. */
import { createHash } from 'node:crypto'
import { type ServerWorld, world as serverWorld } from '../../server/world.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import type { Time } from './time.ts'

/** No chance at all, so that two Pleinen can be equal. */
export const still = ({ now }: Time): ServerWorld => {
  let made = 0
  const text = (length: number): string => createHash('sha256').update(`${++made}`).digest('base64url').padEnd(length, 'x').slice(0, length)
  return {
    ...serverWorld(domainLimits, now),
    id: () => text(22),
    secret: (bits) => text(Math.ceil(bits / 6)),
    letters: (alphabet, length) => Array.from({ length }, (_, place) => alphabet[place]).join(''),
    shuffle: (list) => [...list].reverse(),
  }
}
