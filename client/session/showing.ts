import { steadyNow } from './clock.ts'
import { nextFrame, type Schedule } from './replica.ts'

/** `gather` calls back at the next frame, or later where the last pictures took long; `prompt`: nothing that waits may wait longer than for the next frame.
 *  `hurry`: until the function that comes back is called, nothing waits. */
export type Showing = { gather: Schedule; hurry: () => () => void }

export type ShowingOptions = {
  frame?: Schedule
  /** Milliseconds; never goes back. */
  now?: () => number
  /** The function that comes back calls it off. */
  after?: (run: () => void, milliseconds: number) => () => void
  /** A tab that is not looked at has no pictures, so they cannot be timed. */
  looked?: () => boolean
}

/** Milliseconds. `smooth`: a picture in which nothing was felt, also of a device that saves power with 30 pictures a second. `longest`: what somebody else did is shown so late at most. */
const smooth = 40
const longest = 1000
/** Between two showings lies so many times what one took: of twenty pictures in a row one may be late, and the rest is there for a hand. */
const rest = 10

const later = (run: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
const lookedAt = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'visible'

/** When what came over the line is shown. Where a picture is made in time, that is the next frame. Where it is not, as with a thousand rows on an old laptop, a picture for each change would leave no time
 *  for anything else: there changes are gathered, and shown less often. */
export const makeShowing = ({ frame = nextFrame, now = steadyNow, after = later, looked = lookedAt }: ShowingOptions = {}): Showing => {
  const gathered = new Set<() => void>()
  let asked = false
  let callOff: (() => void) | null = null
  let hurried = 0
  let prompted = false
  let free = Number.NEGATIVE_INFINITY
  let before = 0

  const time = (began: number) => {
    if (!looked()) return
    frame(() => {
      if (!looked()) return
      const took = now() - began
      // One late picture is anybody's, such as the first one of a new page; two in a row are this device.
      const slow = Math.min(took, before)
      before = took
      free = slow > smooth ? now() + Math.min(longest, rest * slow) : Number.NEGATIVE_INFINITY
    })
  }
  const step = () => {
    const wait = hurried > 0 || prompted ? 0 : free - now()
    if (wait > 0) {
      callOff = after(() => {
        callOff = null
        frame(step)
      }, wait)
      return
    }
    asked = false
    prompted = false
    const runs = [...gathered]
    gathered.clear()
    const began = now()
    for (const run of runs) run()
    time(began)
  }
  const pull = () => {
    prompted = asked
    if (callOff === null) return
    callOff()
    callOff = null
    frame(step)
  }
  return {
    gather: (run, prompt = false) => {
      gathered.add(run)
      if (!asked) frame(step)
      asked = true
      if (prompt) pull()
    },
    hurry: () => {
      let over = false
      hurried += 1
      pull()
      return () => {
        if (!over) hurried -= 1
        over = true
      }
    },
  }
}
