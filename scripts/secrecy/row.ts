/** One line of what was looked at. */
export type Row = {
  /** Of the test plan: T20 … */
  test: string
  what: string
  measured: string
  goal: string
  /** What should not be; empty when all is well. */
  breaches: string[]
  /** Why nothing can be said of it: neither that it leaks nor that it does not. */
  unjudged?: string | undefined
}

export const isBad = ({ breaches }: Row): boolean => breaches.length > 0
const isUnjudged = ({ unjudged }: Row): boolean => unjudged !== undefined

/** 1: something leaks. 2: nothing was found, and not everything was judged. */
export const exitCode = (rows: readonly Row[]): 0 | 1 | 2 => (rows.some(isBad) ? 1 : rows.length === 0 || rows.some(isUnjudged) ? 2 : 0)
