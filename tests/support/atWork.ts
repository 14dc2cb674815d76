/** A clock that goes while this process can work. What has to happen within a second does so by it: by the clock on the wall it would be late
 *  on a machine that stood still meanwhile, whatever the server does. */
import { onTestFinished } from 'vitest'

const beat = 10
/** A beat that took longer counts as this much. */
const most = 50

/** Milliseconds since it was started. */
export const atWork = (): (() => number) => {
  let [worked, last] = [0, performance.now()]
  const look = (): void => {
    const now = performance.now()
    worked += Math.min(now - last, most)
    last = now
  }
  const beats = setInterval(look, beat)
  onTestFinished(() => clearInterval(beats))
  return () => {
    look()
    return worked
  }
}
