/** Ideas on a board before anybody looks at it. */
import type { Writer } from './peer.ts'

/** So many wait for their answers at once. */
const together = 250

export const fillBy = async (writers: readonly Writer[], ideas: number): Promise<void> => {
  for (let from = 0; from < ideas; from += together) {
    const marks = Array.from({ length: Math.min(together, ideas - from) }, (_, place) => from + place)
    await Promise.all(marks.map((mark) => writers[mark % writers.length]!.post(mark)))
  }
}
