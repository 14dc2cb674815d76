/** Leaks that are planted on purpose, to see that each of them is found. */
import { type ServerWorld, world as serverWorld } from '../../server/world.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { releaseOrder } from './order.ts'
import { plantedInFiles } from './plantedFiles.ts'
import { pulses } from './pulses.ts'
import { isBad, type Row } from './row.ts'
import type { Hear } from './scene.ts'
import { thresholds } from './thresholds.ts'
import type { Time } from './time.ts'
import { wireInMemory } from './wire.ts'

/** What the first of them hears, the others hear too. */
const overheard =
  (of: string, by: string, which: (bytes: Uint8Array) => boolean = () => true) =>
  (hear: Hear): Hear =>
  (name, bytes) => {
    hear(name, bytes)
    if (name === of && which(bytes)) hear(by, bytes)
  }
const inOrder = ({ now }: Time): ServerWorld => ({ ...serverWorld(domainLimits, now), shuffle: (list) => [...list] })
const holds = (text: string) => (bytes: Uint8Array) => Buffer.from(bytes).includes(text)

const planted: Record<string, (seed: number) => Promise<Row[]>> = {
  'frames of the desk reach a phone': async (seed) => [await wireInMemory(5, seed, Number.POSITIVE_INFINITY, overheard('Joost', 'Fatma'))],
  'what an author hears reaches the log': async (seed) => [
    await wireInMemory(20, seed, Number.POSITIVE_INFINITY, overheard('Fatma', 'the log')),
  ],
  'ideas are released in the order in which they were sent': (seed) => releaseOrder(200, seed, { most: 0.1, options: { world: inOrder } }),
  'the pulse reaches the owner': () => pulses({ of: ['pulse'], spoil: overheard('Joost', 'Wim', holds('"pulse":{"')) }),
  'what a seat gave with one tap reaches a coach': () => pulses({ of: ['pulse'], spoil: overheard('Fatma', 'Joost', holds('"taps":{"')) }),
  'the dots of a voter reach the owner': () => thresholds({ every: 20, spoil: overheard('Fatma', 'Wim', holds('"ballots":{"')) }),
}

/** One line for each leak: a breach when it was not found. */
export const plantedRows = async (seed: number): Promise<Row[]> => {
  const rows: Row[] = []
  for (const [what, run] of Object.entries({ ...planted, ...plantedInFiles })) {
    const found = (await run(seed)).filter(isBad)
    rows.push({
      test: found[0]?.test ?? '-',
      what,
      measured: found[0]?.breaches[0] ?? 'nothing was noticed',
      goal: 'found',
      breaches: found.length > 0 ? [] : ['this leak was not found'],
    })
  }
  return rows
}
