import type { CommandOf } from '../commands.ts'
import type { Decide } from '../decision.ts'
import { askNames } from './ask.ts'
import { verify } from './verify.ts'

export const decideNames: { [T in 'cluster.ask' | 'cluster.verify']: Decide<CommandOf<T>> } = {
  'cluster.ask': askNames,
  'cluster.verify': verify,
}
