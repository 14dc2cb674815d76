/** Whoever runs the proofs of docs/reliability.md chooses the seed and the size: each seed is a run of its own, and what cannot be played is said. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { callOf as chaos } from '../../scripts/chaos/call.ts'
import { callOf as fuzz } from '../../scripts/fuzz/call.ts'
import { WrongCall } from '../../scripts/players/call.ts'
import { dice, seedAfter, seedOf } from '../../scripts/players/dice.ts'
import { callOf as secrecy } from '../../scripts/secrecy/call.ts'
import { callOf as simulate } from '../../scripts/simulate/call.ts'

const last = Number.MAX_SAFE_INTEGER
const root = fileURLToPath(new URL('../../', import.meta.url))
const run = (name: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [`scripts/${name}/main.ts`, ...args], { cwd: root, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err }),
    )
  })
const stream = (seed: number): string => {
  const die = dice(seed)
  return [1, 2, 3].map(() => die.below(1e9)).join()
}
const different = (seeds: readonly number[]): number => new Set(seeds.map(stream)).size
const after = (seed: number): number[] => Array.from({ length: 1000 }, (_, by) => seedAfter(seed, by))

describe('each seed from 0 to 2^53 - 1 is a run of its own', () => {
  it.each([0, 1e6, 20_261_127, 2 ** 32 - 500, 1e12, 1e15, last - 500])('a thousand from %i on', (first) => {
    expect(different(after(first))).toBe(1000)
  })

  it.each([7, 123_456, 1_234_567_890, 1e12, last])('seed %i: four hundred people in it have each their own', (seed) => {
    const seeds = Array.from({ length: 400 }, (_, who) => seedOf(seed, Math.floor(who / 200), who % 200))
    expect(different(seeds)).toBe(400)
    expect(Math.max(...seeds)).toBeLessThan(2 ** 48)
  })

  it('what small ones found stays found: they give what they gave before', () => {
    expect(stream(4989)).toBe(formerStream(4989))
    expect(stream(1052)).toBe(formerStream(1052))
  })
})

/** The streams that those seeds had when they found something. */
const formerStream = (seed: number): string => {
  let state = (seed * 2_654_435_761) >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return [1, 2, 3].map(() => Math.floor(roll() * 1e9)).join()
}

it('the last seed is played, and after it the first', async () => {
  const { code, err, out } = await run('simulate', '--schedules', '6', '--seed', `${last}`, '--threads', '2')
  expect({ code, err: err.split('\n')[0] }, out).toEqual({ code: 0, err: `seed ${last}` })
})

const read = { simulate, chaos, secrecy, fuzz }

it.each<[keyof typeof read, string[], string]>([
  ['simulate', ['--seed', '9007199254740993'], `--seed must be a whole number from 0 to ${last}, not "9007199254740993".`],
  ['simulate', ['--seed='], `--seed must be a whole number from 0 to ${last}, not "".`],
  ['chaos', ['--kills='], `--kills must be a whole number from 1 to ${last}, not "".`],
  ['chaos', ['--kills', '0'], `--kills must be a whole number from 1 to ${last}, not "0".`],
  ['chaos', ['--variant', 'disk-full', '--kills', '3'], '--kills does nothing with the variant "disk-full".'],
  ['chaos', ['--variant', 'slow-sync', '--backups'], '--backups does nothing with the variant "slow-sync".'],
  ['simulate', ['--decisions', '9', '--planted'], '--planted does nothing with --decisions.'],
  ['simulate', ['--decisions', '9', '--schedules', '5'], '--schedules does nothing with --decisions.'],
  ['secrecy', ['--database', '.', '--planted'], '--planted does nothing with --database.'],
  ['secrecy', ['--database', '.', '--sessions', '5'], '--sessions does nothing with --database.'],
  ['secrecy', ['files', '--database', '.'], 'There are no parts with --database: leave "files" out.'],
  ['secrecy', ['files', '--planted'], 'There are no parts with --planted: leave "files" out.'],
  ['secrecy', ['order', '--seats', '5'], '--seats does nothing with order.'],
  [
    'secrecy',
    ['files', '--sessions', '1'],
    '--sessions must be at least 2 for files: what tells most in one half of them is judged on the other half.',
  ],
  ['secrecy', ['--database='], '--database must be followed by a folder.'],
  ['fuzz', ['frames', '--frames', '0'], `--frames must be a whole number from 1 to ${last}, not "0".`],
  ['fuzz', ['flood', '--hours', '3'], '--hours does nothing with flood.'],
])('npm run %s with %j is refused: %s', (name, args, said) => {
  expect(() => read[name](args)).toThrow(new WrongCall(said))
})

it('what is refused is a sentence and the usage, with exit code 2', async () => {
  const { code, out, err } = await run('secrecy', 'files', '--database', '.')
  expect({ code, out, err: err.split('\n')[0] }).toEqual({
    code: 2,
    out: '',
    err: 'There are no parts with --database: leave "files" out.',
  })
})

it('a run in which nothing was accepted shows nothing, and says so', async () => {
  const { code, err } = await run('simulate', '--decisions', '1', '--seed', '4')
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('There were no decisions accepted, so nothing was shown') })
})
