import { describe, expect, it } from 'vitest'
import { changedBytes } from '../../scripts/fuzz/guided/change.ts'
import { type Door, doors } from '../../scripts/fuzz/guided/doors.ts'
import { guide } from '../../scripts/fuzz/guided/guided.ts'
import { ours, watchCode } from '../../scripts/fuzz/guided/seen.ts'
import { folder } from '../support/folder.ts'

const code = await watchCode((url) => ours(url) || url.includes('guided.test'))

/** Chance alone opens it once in sixteen million. */
const narrow = (inside: () => void): Door => ({
  seeds: [Buffer.from('...')],
  change: changedBytes,
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
  /** V8 may forget what a function reached just when it is asked which input it was; that search finds no way any more, and the next one does. */
  const search = async (name: string, door: Door) => {
    const once = (seed: number) => guide({ name, door, seconds: 8, seed, folder: folder(), code })
    let found = await once(20261127)
    for (let more = 1; more < 10 && found.uncaught.length + found.slow.length === 0; more++) found = await once(20261127 + more)
    return found
  }

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
