/** Stopping whoever wrote something, without knowing who that is: the room itself looks, in memory only, and tells nobody. */
import { toldCard } from '../cards/find.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'

export const mute: Decide<CommandOf<'seat.mute'>> = (plein, _actor, { idea: id }) => {
  // A card is for coaches alone, and somebody may write there what hurts them.
  if ('card' in toldCard(plein, id)) return accept([])
  const idea = plein.ideas.get(id)
  if (idea?.told === undefined) return refuse({ code: 'idea-unknown', idea: id })
  if (idea.withdrawn) return refuse({ code: 'idea-withdrawn', idea: id })
  // No event: the log would say for ever that somebody was stopped, and after which words.
  return accept([])
}
