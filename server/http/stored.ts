/** A store that cannot be read says so under its own name, whoever asks; why it could not stands in the log. */
import { Problem } from './problem.ts'

export const unstored = (cause: unknown): Problem => new Problem('storage-failed', {}, {}, cause)

export const stored = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((cause: unknown) => {
    throw unstored(cause)
  })
