/** So many at once and no more: what comes beyond is told to come back, and costs nothing. */
import { Problem } from './problem.ts'

export type Gate = <T>(work: () => Promise<T>) => Promise<T>

export const createGate = (most: number): Gate => {
  let inside = 0
  return async (work) => {
    if (inside >= most) throw new Problem('busy')
    inside += 1
    try {
      return await work()
    } finally {
      inside -= 1
    }
  }
}
