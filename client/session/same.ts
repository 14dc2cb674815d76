/** The former list when the new one holds the same things in the same order: what is drawn from it need not be drawn again. */
export const sameList = <T>(before: readonly T[] | undefined, now: T[]): T[] =>
  before !== undefined && before.length === now.length && now.every((one, at) => one === before[at]) ? (before as T[]) : now
