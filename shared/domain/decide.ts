/** `decide(plein, actor, command, world)`: the permission table first, then the rules of the area. */

import { decideCards } from './cards/decide.ts'
import { decideClusters } from './clusters/decide.ts'
import type { Command, CommandOf, CommandType } from './commands.ts'
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
import { type Refusal, refuse } from './refusals.ts'
import { decideScreen } from './screen/decide.ts'
import type { Plein } from './state.ts'
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

/** Two who press at once mean the same thing once, and a press that was held up on its way means no other phase than its own (P11). */
const moved = ({ current }: Plein, command: Command): Refusal | null =>
  'during' in command && command.during !== undefined && command.during !== current ? { code: 'room-moved', phase: current } : null

export const decide: Decide = (plein, actor, command, world) => {
  const refusal = forbidden(plein, actor, command) ?? moved(plein, command)
  if (refusal) return refuse(refusal)
  const handler = handlers[command.type] as Decide
  return handler(plein, actor, command, world)
}
