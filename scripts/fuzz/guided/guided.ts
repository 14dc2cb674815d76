/** Coverage-guided fuzzing (T11): what reaches code that nothing reached before is kept, and changed further. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chance, chance } from '../chance.ts'
import type { Door } from './doors.ts'
import { learn, type Reach, type Watched } from './seen.ts'

export type Guided = {
  inputs: number
  seconds: number
  /** Characters of our code, and of what reads bytes for us. */
  reached: number
  kept: number
  /** Milliseconds of the worst input, each taken at its fastest of three. */
  slowest: number
  /** Where inputs stand that were not turned away but threw, or took longer than `patience`. */
  uncaught: string[]
  slow: string[]
}
export type GuidedWish = { name: string; door: Door; seconds: number; seed: number; folder: string; code: Watched }

/** What costs more holds up everybody in the room: 20 ms (T11), and as much again for each 32 kB more, which only an import may have. */
export const patience = (bytes: number): number => 20 * Math.ceil(Math.max(bytes, 1) / 32_768)
/** Counting asks V8 for tens of milliseconds, so it is asked once for so many inputs. */
const bout = 64
/** However soon the time is over: on a machine that does other things too it may be before anything was tried. */
const fewest = 4
/** More of them tell nothing that these do not, and the search ends. */
const mostFound = 5

/** Milliseconds of this thread on a processor: what others do on this machine does not count. */
const spent = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const next = ({ change, longest }: Door, corpus: readonly Uint8Array[], it: Chance): Uint8Array => {
  // What was kept last is nearest to what nobody has seen.
  const one = it.one(2) ? it.pick(corpus) : it.pick(corpus.slice(-16))
  return change(one, it.pick(corpus), it).subarray(0, longest)
}

export const guide = async ({ name, door, seconds, seed, folder, code }: GuidedWish): Promise<Guided> => {
  const it = chance(seed)
  const corpus: Uint8Array[] = [...door.seeds]
  const found: Guided = { inputs: 0, seconds: 0, reached: 0, kept: 0, slowest: 0, uncaught: [], slow: [] }
  const keep = (why: 'uncaught' | 'slow', input: Uint8Array, what: string): void => {
    if (found[why].length >= mostFound) return
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${name}-${why}-${found[why].length}`)
    writeFileSync(path, input)
    found[why].push(`${path}: ${what}`)
  }
  let enter = door.open()
  const took = async (input: Uint8Array): Promise<number> => {
    const began = spent()
    try {
      await enter(input)
    } catch (problem) {
      keep('uncaught', input, String(problem))
      enter = door.open()
    }
    return spent() - began
  }
  const send = async (input: Uint8Array): Promise<void> => {
    found.inputs += 1
    const slow = patience(input.length)
    let fastest = await took(input)
    // Not the input but a collection of garbage, or code that is compiled, if it is not slow each time.
    for (let again = 0; fastest > slow && again < 2; again++) {
      enter = door.open()
      fastest = Math.min(fastest, await took(input))
    }
    found.slowest = Math.max(found.slowest, fastest)
    if (fastest > slow) keep('slow', input, `${fastest.toFixed(0)} ms`)
  }
  const together: Reach = new Map()
  const known: Reach = new Map()
  let reached = 0
  /** Runs all of them, and, if something new was reached, each alone, to keep those that reach it. */
  const explore = async (inputs: readonly Uint8Array[]): Promise<void> => {
    enter = door.open()
    for (const input of inputs) await send(input)
    const fresh = learn(together, await code.ran())
    reached += fresh
    if (fresh === 0) return
    let told = 0
    for (const input of inputs) {
      enter = door.open()
      await took(input)
      const its = learn(known, await code.ran())
      if (its > 0) corpus.push(input)
      told += its
      if (told >= fresh) return
    }
  }
  const began = performance.now()
  const until = began + seconds * 1000
  // Twenty times: code that is run for the first time is slow.
  for (let warm = 0; warm < 20; warm++) for (const input of door.seeds) await took(input)
  await explore(door.seeds)
  const enough = () => found.uncaught.length === mostFound || found.slow.length === mostFound
  for (let bouts = 0; (bouts < fewest || performance.now() < until) && !enough(); bouts++)
    await explore(Array.from({ length: bout }, () => next(door, corpus, it)))
  return { ...found, seconds: (performance.now() - began) / 1000, reached, kept: corpus.length - door.seeds.length }
}
