/** A store that cannot be read says so under its own name, whoever asks. */
import { Problem } from './problem.ts'

export const stored = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch(() => {
    throw new Problem('storage-failed')
  })
