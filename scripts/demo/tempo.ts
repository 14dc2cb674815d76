/** Human pauses, the same ones every time, and what is told at the terminal. */
import { createHash } from 'node:crypto'

export type Tempo = {
  /** Between so many seconds, divided by the speed. */
  rest(from: number, to: number): Promise<void>
  shuffle<T>(list: readonly T[]): T[]
  say(line: string): void
}

/** From 0 to 1. A demonstration that goes differently each time cannot be rehearsed. */
const chance = () => {
  let drawn = 0
  return () => {
    drawn += 1
    return createHash('sha256').update(`Oosterhoek ${drawn}`).digest().readUInt32BE() / 2 ** 32
  }
}

export const makeTempo = (speed: number): Tempo => {
  const random = chance()
  const clock = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'medium' })
  return {
    rest: (from, to) => new Promise((resolve) => setTimeout(resolve, ((from + random() * (to - from)) * 1000) / speed)),
    shuffle: (list) =>
      list
        .map((item) => ({ item, place: random() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
    say: (line) => console.log(`${clock.format(new Date())}  ${line}`),
  }
}
