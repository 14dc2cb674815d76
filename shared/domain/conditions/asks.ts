/** Answers to "What do you need to go along?". Whoever answers gave the item no dots, so an answer says more of its author than an idea does:
 *  below three answers of phones nobody is told anything of them, and later ones come in threes too, or when the coach first ends the question. */
import type { About, Ask, Idea, IdeaId, Plein, Result, ResultRow } from '../state.ts'

/** S4. */
export const fewestAnswers = 3

/** How many at least are asked, of those who gave it no dots: phones. Which slips gave it none is not kept, so all of them may have. Where
 *  everybody voted on paper, those. */
export const mayBeAsked = ({ ballots, paper = 0 }: Pick<Result, 'ballots' | 'paper'>, { spread }: Pick<ResultRow, 'spread'>): number =>
  (spread[0] ?? 0) - (paper === ballots ? 0 : paper)

export const askOf = (plein: Plein, about: Readonly<About> | undefined): Ask | undefined =>
  about && plein.rounds.get(about.round)?.asks.find(({ item }) => item === about.item)

/** Whether this may be shown to the room: anything but an answer to a question that has too few. Paper counts here, so that a single slip is not
 *  read out as what its owner needs. */
export const enoughFor = (plein: Plein, { as, about }: Idea): boolean =>
  as !== 'condition' || (askOf(plein, about)?.answers ?? 0) >= fewestAnswers

/** Which question this one, of which the desk must still hear, answers from a phone; `null`: it is something else. */
export const freshAnswer = (plein: Plein, id: IdeaId): Ask | null => {
  const idea = plein.ideas.get(id)
  return (idea?.entry === 'phone' && askOf(plein, idea.about)) || null
}

/** Answers and new wordings of which the desk must still hear, by question. Not by looking at all answers: of those there may be hundreds. */
export const freshAnswers = (plein: Plein): Map<Ask, IdeaId[]> => {
  const found = new Map<Ask, IdeaId[]>()
  for (const id of plein.unlisted) {
    const ask = freshAnswer(plein, id)
    if (!ask) continue
    const fresh = found.get(ask) ?? []
    fresh.push(id)
    found.set(ask, fresh)
  }
  return found
}

const isTold = (idea: Idea | undefined): boolean => idea?.entry === 'phone' && idea.told !== undefined

/** What the desk may hear of when the coach ends the question. `first`: for the first time, so the moment says nothing about who wrote. */
export const tellable = (plein: Plein, ask: Ask, first: boolean): IdeaId[] => {
  const fresh = freshAnswers(plein).get(ask) ?? []
  const known = (): boolean => ask.conditions.some((id) => isTold(plein.ideas.get(id)))
  return fresh.length >= fewestAnswers || (first && known()) ? fresh : []
}

/** Of which nobody was told, and of which nobody will be: when the Plein closes for good they go. */
export const heldBack = (plein: Plein): IdeaId[] =>
  [...plein.ideas.values()].flatMap(({ id, as, told, withdrawn }) => (as === 'condition' && told === undefined && !withdrawn ? [id] : []))
