/** People who do what people do while somebody else is in the way: each asks now and then, and waits for the answer. */

import { type Figures, stopwatch } from '../players/latency.ts'
import { connect, type Person } from '../players/person.ts'

export type Bystanders = {
  people: Person[]
  /** Stops, and says how long answers took and how many were refused. */
  stop(): Promise<{ figures: Figures | null; refused: number }>
}

export const bystand = async (url: string, tokens: readonly string[], every: number): Promise<Bystanders> => {
  const people: Person[] = []
  for (const token of tokens) people.push(await connect(url, token))
  const watch = stopwatch()
  let refused = 0
  let going = true
  const one = async (person: Person, place: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, (every * place) / people.length))
    while (going) {
      const before = person.retries()
      const since = performance.now()
      const answer = await person.ask({ type: 'mine', keys: [] })
      watch.add(since)
      refused += person.retries() - before + (answer.ok ? 0 : 1)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, every - (performance.now() - since))))
    }
  }
  const all = Promise.all(people.map(one))
  return {
    people,
    stop: async () => {
      going = false
      await all
      for (const person of people) person.leave()
      return { figures: watch.figures(), refused }
    },
  }
}
