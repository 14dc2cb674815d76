/** The wisdom of the minority: what those who did not choose something need to go along with it. */
import type { CommandOf } from '../commands.ts'
import type { Decide } from '../decision.ts'
import { enter, post } from './answer.ts'
import { ask } from './ask.ts'

type ConditionCommand = 'round.ask' | 'condition.post' | 'condition.enter'

export const decideConditions: { [T in ConditionCommand]: Decide<CommandOf<T>> } = {
  'round.ask': ask,
  'condition.post': post,
  'condition.enter': enter,
}
