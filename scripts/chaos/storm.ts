/** Ends the server at random moments and starts it again, and takes the time of who comes back. */

import type { Dice } from '../players/dice.ts'
import { type Stopwatch, stopwatch } from '../players/latency.ts'
import type { ServerProcess } from '../players/process.ts'
import { away, current } from './current.ts'
import type { Breaches } from './judge.ts'
import type { Person } from './person.ts'

export type Ending = 'SIGKILL' | 'SIGTERM'
export type Storm = {
  /** Something was answered. */
  answered(): void
  /** Looks again whether the next moment has come. */
  wake(): void
  /** Resolves when all moments have been; `over`: nothing more will be answered, so what is left comes now. */
  blow(people: readonly Person[], moments: readonly number[], over: () => boolean): Promise<void>
  figures(): { ready: Stopwatch; first: Stopwatch; waited: Stopwatch; current: Stopwatch; exit: Stopwatch; kills: number; terms: number }
}

const back = 0.95
const longestExit = 5000

export const createStorm = (server: ServerProcess, choose: (place: number) => Ending, chance: Dice, found: Breaches): Storm => {
  const [ready, first, waited, currentWatch, exit] = [stopwatch(), stopwatch(), stopwatch(), stopwatch(), stopwatch()]
  const count = { SIGKILL: 0, SIGTERM: 0 }
  let answers = 0
  let wake: () => void = () => {}

  const end = async (people: readonly Person[], signal: Ending): Promise<void> => {
    const since = performance.now()
    count[signal] += 1
    const lines = people.flatMap((one) => one.lines.slice(0, 1))
    const gone = lines.map(away)
    const { code, took } = await server.end(signal)
    if (signal === 'SIGTERM') {
      exit.add(since)
      if (code !== 0 || took > longestExit) found.restart.push(`SIGTERM ended with ${code} after ${Math.round(took)} ms`)
    }
    await Promise.all(gone)
    await new Promise((resolve) => setTimeout(resolve, chance.below(200)))
    const from = performance.now()
    await server.start()
    ready.add(from)
    const there = performance.now()
    const needed = Math.ceil(lines.length * back)
    const returned = await new Promise<boolean>((resolve) => {
      let [here, lost] = [0, 0]
      for (const line of lines)
        void current(line).then((is) => {
          if (is) here += 1
          else lost += 1
          if (is && here === 1) first.add(since)
          if (here === needed) resolve(true)
          if (lost > lines.length - needed) resolve(false)
        })
    })
    if (returned) {
      waited.add(there)
      currentWatch.add(since)
    } else found.restart.push('more than 5 % were not back half a minute after a restart')
  }
  return {
    answered: () => {
      answers += 1
      wake()
    },
    wake: () => wake(),
    blow: async (people, moments, over) => {
      const begun = answers
      for (const [place, moment] of moments.entries()) {
        while (answers - begun < moment && !over())
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        // Somewhere within what is under way: between a command and its commit, its frame and its answer.
        await new Promise((resolve) => setTimeout(resolve, chance.below(12)))
        await end(people, choose(place))
      }
    },
    figures: () => ({ ready, first, waited, current: currentWatch, exit, kills: count.SIGKILL, terms: count.SIGTERM }),
  }
}
