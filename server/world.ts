/** The only place with a clock and with chance. Everything else is handed these. */
import { hash, randomBytes, randomInt } from 'node:crypto'
import type { DomainLimits, World } from '../shared/domain/world.ts'

export type ServerWorld = World & {
  secret: (bits: number) => string
  /** `length` letters, each drawn evenly from `alphabet`. */
  letters: (alphabet: string, length: number) => string
}

/** Fisher-Yates with a cryptographic draw: a predictable order of release would tell who wrote first. */
const shuffle = <T>(list: readonly T[]): T[] => {
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const drawn = randomInt(last + 1)
    const held = shuffled[last] as T
    shuffled[last] = shuffled[drawn] as T
    shuffled[drawn] = held
  }
  return shuffled
}

/** That many random bits (a multiple of 8), base64url without padding. */
export const secret = (bits: number): string => randomBytes(bits / 8).toString('base64url')

export const clock = (): number => Date.now()

/** In UTC, as `2026-11-26`. */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** `now`: another clock, for tests. */
export const world = (limits: DomainLimits, now = clock): ServerWorld => ({
  now,
  id: () => secret(128),
  shuffle,
  hash: (text) => hash('sha256', text, 'hex'),
  limits,
  secret,
  letters: (alphabet, length) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
})
