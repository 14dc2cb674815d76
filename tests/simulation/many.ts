/** Many seeds after one another, with what happened in all of them together: a run in which nothing goes wrong proves nothing. */
import { seedAfter } from '../../scripts/players/dice.ts'
import { judge } from './judge.ts'
import type { Afternoon } from './parts.ts'

export type Sum = Record<string, number>
export type Bad = { seed: number; problems: string[] }
export type Many = { sum: Sum; bad: Bad[] }

export const many = async (run: (seed: number) => Promise<Afternoon>, first: number, runs: number, each = () => {}): Promise<Many> => {
  const found: Many = { sum: {}, bad: [] }
  for (let done = 0; done < runs; done++) {
    const seed = seedAfter(first, done)
    try {
      const it = await run(seed)
      const { problems, ...judged } = await judge(it)
      if (problems.length > 0) found.bad.push({ seed, problems })
      for (const [name, value] of Object.entries({ people: it.clients.length, ...it.count, ...judged }))
        found.sum[name] = (found.sum[name] ?? 0) + Number(value)
    } catch (problem) {
      found.bad.push({ seed, problems: [String(problem)] })
    }
    each()
  }
  return found
}
