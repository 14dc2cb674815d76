/** The only place of the client that reads a clock. What people see is the server's time: phones run minutes off. */
export const wallNow = (): number => Date.now()
/** Milliseconds from an unknown moment on, for how long a thing takes: it never goes back. */
export const steadyNow = (): number => performance.now()

export type ServerClock = { now: () => number /** The server has just said what time it is. */; told: (serverNow: number) => void }

const sameClock = 400

export const makeServerClock = (wall: () => number = wallNow): ServerClock => {
  let offset: number | null = null
  return {
    now: () => wall() + (offset ?? 0),
    told: (serverNow) => {
      const heard = serverNow - wall()
      // A message that travelled long gives a smaller difference, so the greatest one is the truest, unless a clock was set.
      offset = offset === null || Math.abs(heard - offset) > sameClock ? heard : Math.max(heard, offset)
    },
  }
}
