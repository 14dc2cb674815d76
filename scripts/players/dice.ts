/** Chance from a seed (mulberry32). */
export type Dice = {
  /** 0 up to, not including, `count`. */
  below(count: number): number
  /** True once in so many times. */
  one(of: number): boolean
  pick<T>(list: readonly T[]): T
}

export const dice = (seed: number): Dice => {
  let state = (seed * 2654435761) >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(roll() * count)
  return { below, one: (of) => below(of) === 0, pick: (list) => list[below(list.length)] as (typeof list)[number] }
}
