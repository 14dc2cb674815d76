import { describe, expect, it } from 'vitest'
import { type Door, doors } from '../../scripts/fuzz/guided/doors.ts'
import { guide } from '../../scripts/fuzz/guided/guided.ts'
import { ours, watchCode } from '../../scripts/fuzz/guided/seen.ts'
import { folder } from '../support/folder.ts'

const code = await watchCode((url) => ours(url) || url.includes('guided.test'))

/** Chance alone opens it once in sixteen million; led by what each letter reaches, after some ten thousand. */
const narrow = (inside: () => void): Door => ({
  seeds: [Buffer.from('...')],
  change: (one, _, { below }) => Uint8Array.from(one).with(below(3), below(256)),
  longest: 3,
  open: () => (input) => {
    if (input[0] !== 0x6b) return
    if (input[1] !== 0x61) return
    if (input[2] !== 0x64) return
    inside()
  },
})
const holdUp = () => {
  const { user } = process.threadCpuUsage()
  while (process.threadCpuUsage().user < user + 30_000);
}

describe('inputs that are led by the code that they reach', () => {
  const search = (name: string, door: Door) => guide({ name, door, seconds: 30, seed: 20261127, folder: folder(), code })

  it('find the way to what throws behind three doors', async () => {
    const broken = () => {
      throw new Error('de kade is ingestort')
    }
    const { uncaught } = await search('narrow', narrow(broken))
    expect(uncaught[0]).toContain('de kade is ingestort')
  })
  it('find the way to what holds everybody up', async () => {
    expect((await search('slow', narrow(holdUp))).slow[0]).toMatch(/: \d+ ms$/)
  })
})

it.each(Object.entries(doors))('R5 %s: nothing that is sent throws', async (name, door) => {
  const seed = Date.now() % 1e6
  const { inputs, uncaught, kept } = await guide({ name, door, seconds: 1, seed, folder: folder(), code })
  expect({ seed, uncaught }).toEqual({ seed, uncaught: [] })
  expect(inputs).toBeGreaterThan(64)
  expect(kept).toBeGreaterThan(0)
})
