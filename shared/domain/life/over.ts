import type { Moment } from '../state.ts'
import type { World } from '../world.ts'

/** Whether what may be taken back until `end` stands for good. Also when twice as much is left as there ever was: the clock was set back, and a
 *  room must not wait for its result as long as that. A step of seconds, as a clock makes that follows others, ends nothing: no coach saw it. */
export const isOver = (end: Moment, { now, limits }: World): boolean => {
  const left = end - now()
  return left <= 0 || left > 2 * limits.takeBack
}
