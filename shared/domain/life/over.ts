import type { Moment } from '../state.ts'
import type { World } from '../world.ts'

/** Whether what may be taken back until `end` stands for good. Also when more is left than there ever was: the clock was set back, and a room
 *  must not wait for its result as long as that. */
export const isOver = (end: Moment, { now, limits }: World): boolean => {
  const left = end - now()
  return left <= 0 || left > limits.takeBack
}
