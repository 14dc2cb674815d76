/** Chance from a seed, and the odd things that are drawn with it. */
import { type Dice, dice } from '../players/dice.ts'

export type Chance = Dice & { bytes(most: number): Buffer }

export const chance = (seed: number): Chance => {
  const rolled = dice(seed)
  return { ...rolled, bytes: (most) => Buffer.from(Array.from({ length: rolled.below(most) + 1 }, () => rolled.below(256))) }
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
