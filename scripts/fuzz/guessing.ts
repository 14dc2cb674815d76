/** Join codes guessed from many addresses for hours, on a clock that is told: how many are looked at, and whether a room still gets in. */
import { createThrottle } from '../../server/http/throttle.ts'
import { defaultLimits } from '../../server/limits.ts'
import { stillClock } from './clock.ts'

/** 27 letters, 7 of them. */
const codes = 27 ** 7

export type Guessing = {
  hours: number
  addresses: number
  /** Codes that were looked at for the guessers, and the most that may be. */
  checked: number
  most: number
  /** Seats that this many checks find on average, with 100 Pleinen open. */
  expected: number
  hits: number
  /** Of 60 phones that come in behind one address that nobody knows, once an hour: the slowest, and how many were told to come back. */
  slowest: number
  sentAway: number
}

/** `draw`: from 0 up to 1. `open`: Pleinen that are open. Each address asks on two lines, at once again when it was answered. */
export const guess = async ({
  hours,
  addresses,
  draw,
  open = 100,
}: {
  hours: number
  addresses: number
  draw: () => number
  open?: number
}): Promise<Guessing> => {
  const clock = stillClock()
  const throttle = createThrottle(defaultLimits, clock.now, clock.timers)
  const end = hours * 3_600_000
  let checked = 0
  let hits = 0
  const guesser = async (address: string): Promise<void> => {
    await clock.sleep(draw() * 1000)
    while (clock.now() < end) {
      const hit = await throttle.turn(
        address,
        async () => {
          checked += 1
          return draw() < open / codes
        },
        (found) => !found,
      )
      if (hit === true) hits += 1
      await clock.sleep(hit === 'busy' ? 1000 : 100)
    }
  }
  for (let one = 0; one < addresses; one++) {
    const address = `198.${18 + (one >> 16)}.${(one >> 8) & 255}.${one & 255}`
    void guesser(address)
    void guesser(address)
  }
  let slowest = 0
  let sentAway = 0
  const room = async (hour: number): Promise<void> => {
    const phone = async (): Promise<void> => {
      const since = clock.now()
      const joined = await throttle.turn(
        `192.0.2.${hour % 250}`,
        async () => true,
        () => false,
      )
      if (joined === 'busy') sentAway += 1
      else slowest = Math.max(slowest, clock.now() - since)
    }
    await Promise.all(Array.from({ length: 60 }, phone))
  }
  for (let hour = 0; hour < hours; hour++) {
    await clock.goOn(1_800_000)
    void room(hour)
    await clock.goOn(1_800_000)
  }
  const most = defaultLimits.joinFailuresTotal * (1 + hours * 60)
  return { hours, addresses, checked, most, expected: (checked * open) / codes, hits, slowest, sentAway }
}
