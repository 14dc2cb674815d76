import type { CommandOf } from '../commands.ts'
import type { Decide } from '../decision.ts'
import { ask, putAside, share } from './desk.ts'
import { allow, seal, withdrawCard } from './own.ts'

type CardCommand = 'card.seal' | 'card.allow' | 'card.withdraw' | 'card.ask' | 'card.aside' | 'card.release'

export const decideCards: { [T in CardCommand]: Decide<CommandOf<T>> } = {
  'card.seal': seal,
  'card.allow': allow,
  'card.withdraw': withdrawCard,
  'card.ask': ask,
  'card.aside': putAside,
  'card.release': share,
}
