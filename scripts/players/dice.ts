/** Chance from a seed (mulberry32). */
import { createHash } from 'node:crypto'

export type Dice = {
  /** 0 up to, not including, `count`. */
  below(count: number): number
  /** True once in so many times. */
  one(of: number): boolean
  pick<T>(list: readonly T[]): T
}

const word = 2 ** 32

/** 0 for 0, and another for each other. */
const scattered = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Each whole number from 0 to 2^53 - 1 has a stream of its own. `further`: that of the seed so much higher, as long as that is below 2^32. */
export const dice = (seed: number, further = 0): Dice => {
  let state = Math.imul((seed >>> 0) + further, 2654435761) >>> 0
  // What is above 32 bits of the seed; without it the small ones have the streams that they always had.
  const above = scattered(Math.floor(seed / word))
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1) ^ above
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / word
  }
  const below = (count: number): number => Math.floor(roll() * count)
  return { below, one: (of) => below(of) === 0, pick: (list) => list[below(list.length)] as (typeof list)[number] }
}

/** The seed of one who has a part in a run: seeds that are multiplied and added up meet those of others, and run out of digits. */
export const seedOf = (seed: number, ...part: readonly number[]): number =>
  createHash('sha256')
    .update([seed, ...part].join())
    .digest()
    .readUIntBE(0, 6)

/** So many seeds on; after the last one comes 0. */
export const seedAfter = (seed: number, by: number): number => {
  const left = Number.MAX_SAFE_INTEGER - seed
  return by <= left ? seed + by : by - left - 1
}
