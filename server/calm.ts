/** How often something may be written down: somebody who does wrong all the time must not fill a disk. */
export type Calm = {
  /** May a line of this name be written? */
  may(name: string): boolean
  /** How many of all names were left out since this was asked last. */
  left(): number
}

const MINUTE = 60_000

/** `each`: lines a minute of one name. `all`: of all names together. */
export const createCalm = (now: () => number, { each, all }: { each: number; all: number }): Calm => {
  const counts = new Map<string, number>()
  let written = 0
  let leftOut = 0
  let until = now() + MINUTE
  return {
    may: (name) => {
      // Or set back, the clock of an old minute would keep the log silent for hours.
      if (now() >= until || until - now() > MINUTE) {
        counts.clear()
        written = 0
        until = now() + MINUTE
      }
      const count = counts.get(name) ?? 0
      if (count >= each || written >= all) {
        leftOut += 1
        return false
      }
      counts.set(name, count + 1)
      written += 1
      return true
    },
    left: () => {
      const told = leftOut
      leftOut = 0
      return told
    },
  }
}
