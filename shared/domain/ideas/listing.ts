/** Telling the desk what came in: now and then and shuffled, so that nobody sees who has just typed. */
import { cardsWait, tellCards } from '../cards/told.ts'
import type { Ledger } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import { namesWait, tellNames } from '../names/told.ts'
import type { Idea, Plein } from '../state.ts'
import type { World } from '../world.ts'

export const list = (plein: Plein, world: World): PleinEvent[] => {
  const fresh = [...plein.unlisted].filter((id) => plein.ideas.has(id))
  return fresh.length === 0 ? [] : [{ type: 'desk.listed', ideas: world.shuffle(fresh) }]
}

/** What may be counted for somebody to see: while people write, only what the desk has heard of. A count of everything would change at the
 *  moment at which somebody sends, and so tell who has just typed. */
export const countable = (plein: Plein): Idea[] =>
  [...plein.ideas.values()].filter(({ told }) => plein.stage !== 'open' || told !== undefined)

/** Whether a listing would tell the desk anything. */
export const unlisted = (plein: Plein): boolean => plein.unlisted.size > 0 || cardsWait(plein) || namesWait(plein)

/** What coaches are told beside the documents, with the same batch. */
export const tellCoaches = (plein: Plein): Ledger[] => [...tellCards(plein), ...tellNames(plein)]
