/** One line of what was looked at. */
export type Row = {
  /** Of the test plan: T20 … */
  test: string
  what: string
  measured: string
  goal: string
  /** What should not be; empty when all is well. */
  breaches: string[]
}

export const isBad = ({ breaches }: Row): boolean => breaches.length > 0
