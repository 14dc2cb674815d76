/** Telling the desk what came in: now and then and shuffled, so that nobody sees who has just typed. */
import { cardsWait, tellCards } from '../cards/told.ts'
import { fewestAnswers, freshAnswer, freshAnswers } from '../conditions/asks.ts'
import type { Ledger } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import { namesWait, tellNames } from '../names/told.ts'
import type { Ask, Idea, IdeaId, Plein } from '../state.ts'
import type { World } from '../world.ts'

/** Answers to what was asked after a vote wait for each other, and the coach enters those of paper. */
const waiting = (plein: Plein): IdeaId[] => {
  const others = [...plein.unlisted].filter((id) => plein.ideas.has(id) && plein.ideas.get(id)?.as !== 'condition')
  return [...others, ...[...freshAnswers(plein).values()].flatMap((fresh) => (fresh.length >= fewestAnswers ? fresh : []))]
}

/** Whether that is anything. What is held back is two answers to a question at most, and the first of anything else ends the look. */
const waits = (plein: Plein): boolean => {
  const held = new Map<Ask, number>()
  for (const id of plein.unlisted) {
    const idea = plein.ideas.get(id)
    if (idea && idea.as !== 'condition') return true
    const ask = freshAnswer(plein, id)
    if (!ask) continue
    held.set(ask, (held.get(ask) ?? 0) + 1)
    if (held.get(ask) === fewestAnswers) return true
  }
  return false
}

export const list = (plein: Plein, world: World): PleinEvent[] => {
  const fresh = waiting(plein)
  return fresh.length === 0 ? [] : [{ type: 'desk.listed', ideas: world.shuffle(fresh) }]
}

/** What may be counted for somebody to see: while people write, only what the desk has heard of. A count of everything would change at the
 *  moment at which somebody sends, and so tell who has just typed. Answers that are held back are never counted: one or two of them would be
 *  told by the number (S4). */
export const countable = (plein: Plein): Idea[] =>
  [...plein.ideas.values()].filter(({ as, told }) => told !== undefined || (plein.stage !== 'open' && as !== 'condition'))

/** Whether a listing would tell the desk anything. */
export const unlisted = (plein: Plein): boolean => cardsWait(plein) || namesWait(plein) || waits(plein)

/** What coaches are told beside the documents, with the same batch. */
export const tellCoaches = (plein: Plein): Ledger[] => [...tellCards(plein), ...tellNames(plein)]
