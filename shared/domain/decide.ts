/** `decide(plein, actor, command, world)`: the permission table first, then the rules of the area. */

import { decideCards } from './cards/decide.ts'
import { decideClusters } from './clusters/decide.ts'
import type { CommandOf, CommandType } from './commands.ts'
import { decideConditions } from './conditions/decide.ts'
import type { Decide } from './decision.ts'
import { decideFramings } from './framings/decide.ts'
import { decideIdeas } from './ideas/decide.ts'
import { decideIntake } from './intake/decide.ts'
import { decideLife } from './life/decide.ts'
import { decideNames } from './names/decide.ts'
import { decideOwner } from './ownerSeat/decide.ts'
import { forbidden } from './permissions.ts'
import { decideProgramme } from './programme/decide.ts'
import { refuse } from './refusals.ts'
import { decideScreen } from './screen/decide.ts'
import { decideTaps } from './taps/decide.ts'
import { decideVotes } from './votes/decide.ts'

const handlers: { [T in CommandType]: Decide<CommandOf<T>> } = {
  ...decideLife,
  ...decideProgramme,
  ...decideIdeas,
  ...decideClusters,
  ...decideNames,
  ...decideCards,
  ...decideVotes,
  ...decideConditions,
  ...decideFramings,
  ...decideScreen,
  ...decideIntake,
  ...decideTaps,
  ...decideOwner,
}

export const decide: Decide = (plein, actor, command, world) => {
  const refusal = forbidden(plein, actor, command)
  if (refusal) return refuse(refusal)
  const handler = handlers[command.type] as Decide
  return handler(plein, actor, command, world)
}
