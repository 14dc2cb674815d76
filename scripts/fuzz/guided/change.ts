/** Makes of something that came through once something that may not: bytes and JSON, changed in a few places. */
import { type Chance, oddValue } from '../chance.ts'

export type Change = (one: Uint8Array, other: Uint8Array, chance: Chance) => Uint8Array

/** Lengths and clocks of Yjs are numbers of 7 bits a byte: those at an edge, and one that never ends. */
const numbers = [
  [0],
  [1],
  [0x7f],
  [0x80, 0x01],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
]

const places: readonly ((bytes: number[], other: Uint8Array, chance: Chance) => void)[] = [
  (bytes, _, { below }) => void bytes.splice(below(bytes.length), 1, below(256)),
  (bytes, _, { below }) => {
    const at = below(bytes.length)
    bytes[at] = (bytes[at] as number) ^ (1 << below(8))
  },
  (bytes, _, { below, pick }) => void bytes.splice(below(bytes.length), below(3), ...pick(numbers)),
  (bytes, _, { below }) => void bytes.splice(below(bytes.length), 1 + below(8)),
  (bytes, _, { below }) => {
    const from = below(bytes.length)
    bytes.splice(below(bytes.length), 0, ...bytes.slice(from, from + 1 + below(64)))
  },
  (bytes, other, { below }) => {
    const from = below(Math.max(1, other.length))
    bytes.splice(below(bytes.length), below(16), ...other.slice(from, from + 1 + below(128)))
  },
]

export const changedBytes: Change = (one, other, chance) => {
  const bytes = one.length === 0 ? [0] : [...one]
  for (let left = 1 + chance.below(4); left > 0; left--) {
    chance.pick(places)(bytes, other, chance)
    if (bytes.length === 0) bytes.push(chance.below(256))
  }
  return Uint8Array.from(bytes)
}

type Spot = { of: Record<string, unknown>; key: string }
const spotsIn = (value: unknown, spots: Spot[] = []): Spot[] => {
  if (typeof value !== 'object' || value === null) return spots
  for (const key of Object.keys(value)) {
    spots.push({ of: value as Spot['of'], key })
    spotsIn((value as Spot['of'])[key], spots)
  }
  return spots
}
const read = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return null
  }
}

/** What stood there may have been taken away by the change before. */
const copied = ({ of, key }: Spot): unknown => (Object.hasOwn(of, key) ? structuredClone(of[key]) : null)

const changeAt = ({ of, key }: Spot, spots: Spot[], others: Spot[], chance: Chance): void => {
  const { below, pick, one } = chance
  const now = of[key]
  if (one(6)) delete of[key]
  else if (one(5)) of[key] = oddValue(chance)
  else if (one(4) && others.length > 0) {
    const from = pick(others)
    of[key] = copied(from)
  } else if (one(3)) {
    const from = pick(spots)
    of[key] = copied(from)
  } else if (Array.isArray(now)) of[key] = one(2) ? [...now, ...now] : now.slice(0, below(now.length + 1))
  else if (typeof now === 'number') of[key] = pick([0, -1, 1, now + 1, now * 2, 2 ** 31, 2 ** 53, 0.5])
  else if (typeof now === 'string') of[key] = pick([now + now, now.slice(1), now.toUpperCase(), `${now}\u0301`, ''])
  else of[key] = pick([null, true, false, 0, '', [], {}])
}

/** Keeps it JSON most of the time: what is none is turned away before anything of ours sees it. */
export const changedJson: Change = (one, other, chance) => {
  const value = read(one)
  const spots = spotsIn(value)
  if (spots.length === 0 || chance.one(20)) return changedBytes(one, other, chance)
  const others = spotsIn(read(other))
  for (let left = 1 + chance.below(3); left > 0; left--) changeAt(chance.pick(spots), spots, others, chance)
  return Buffer.from(JSON.stringify(value))
}
