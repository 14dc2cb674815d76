/** Chance from a seed (mulberry32), and the odd things that are drawn with it. */
export type Chance = {
  below(count: number): number
  one(of: number): boolean
  pick<T>(list: readonly T[]): T
  bytes(most: number): Buffer
}

export const chance = (seed: number): Chance => {
  let state = (seed * 2654435761) >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (count: number): number => roll() % count
  return {
    below,
    one: (of) => below(of) === 0,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    bytes: (most) => Buffer.from(Array.from({ length: below(most) + 1 }, () => below(256))),
  }
}

const nested = (depth: number, open: string, close: string): unknown => JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`)

/** What no field of ours expects. */
export const oddValue = ({ pick, below }: Chance): unknown =>
  pick<() => unknown>([
    () => null,
    () => true,
    () => -1,
    () => 1e308,
    () => 0.1,
    () => '',
    () => '\u0000',
    () => '\u202e\u2066',
    () => '\ud800',
    () => 'x'.repeat(below(9000)),
    () => '=HYPERLINK("x")',
    () => [],
    () => ({}),
    () => ({ length: 1e9 }),
    () => ({ toString: 1, valueOf: null }),
    () => JSON.parse('{"__proto__":{"role":"coach"}}'),
    () => ({ constructor: { prototype: { role: 'coach' } } }),
    () => Array.from({ length: below(3000) }, () => 1),
    () => Object.fromEntries(Array.from({ length: below(900) }, (_, n) => [`k${n}`, n])),
    () => nested(3 + below(40), '[', ']'),
    () => nested(3 + below(40), '{"a":', '}'),
  ])()
