/** Leaks that are planted on purpose, to see that each of them is found. */
import { type ServerWorld, world as serverWorld } from '../../server/world.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import { seedAfter } from '../players/dice.ts'
import { answersAboutNames } from './names.ts'
import { releaseOrder } from './order.ts'
import { ownersSeat } from './ownersSeat.ts'
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

/** Of this kind alone, so that no other leak is found in its place. */
const about =
  (what: string, of: string, by: string) =>
  async (seed: number): Promise<Row[]> => {
    for (let done = 0; done < 100; done += 5) {
      const row = await wireInMemory(5, seedAfter(seed, done), Number.POSITIVE_INFINITY, overheard(of, by))
      const breaches = row.breaches.filter((breach) => breach.includes(`: ${what} reached ${by}`))
      if (breaches.length > 0) return [{ ...row, breaches }]
    }
    return []
  }

const planted: Record<string, (seed: number) => Promise<Row[]>> = {
  'frames of the desk reach a phone': async (seed) => [await wireInMemory(5, seed, Number.POSITIVE_INFINITY, overheard('Joost', 'Fatma'))],
  'what an author hears reaches the log': async (seed) => [
    await wireInMemory(20, seed, Number.POSITIVE_INFINITY, overheard('Fatma', 'the log')),
  ],
  'ideas are released in the order in which they were sent': (seed) => releaseOrder(200, seed, { most: 0.1, options: { world: inOrder } }),
  'the pulse reaches the owner': () => pulses({ of: ['pulse'], spoil: overheard('Joost', 'Wim', holds('"pulse":{"')) }),
  'what a seat gave with one tap reaches a coach': () => pulses({ of: ['pulse'], spoil: overheard('Fatma', 'Joost', holds('"taps":{"')) }),
  'what the owner wrote for nobody else reaches a coach': about('what the owner wrote for nobody else', 'Wim', 'Joost'),
  'the intake of owner and coaches reaches a phone': about('an answer of the intake for the coaches', 'Joost', 'Fatma'),
  'what a coach may read in the circle of the room reaches a phone': about('an answer of the intake for the room', 'Joost', 'Fatma'),
  'what was taken out before the room reaches who came later': about('words before the room', 'Joost', 'the other device of Wim'),
  'the draft of the next wording reaches the screen': about('a draft of the next wording', 'Wim', 'Beamer'),
  'a draft of the blog reaches a phone': about('a draft of the blog', 'Wim', 'Ria'),
  'a last word that a coach keeps from the room reaches a phone': about('a last word that is kept from the room', 'Wim', 'Fatma'),
  'what touches the owner reaches a phone': async () => [await ownersSeat(overheard('Wim', 'Mo', holds('"owner":{')))],
  'a card reaches the owner': about('a card for the coaches', 'Joost', 'Wim'),
  'what authors say of the name of a group reaches the owner': async () => [
    await answersAboutNames(overheard('Joost', 'Wim', holds('"names":[{'))),
  ],
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
