/** Answers to "What do you need to go along?". Whoever answers gave the item no dots, so an answer says more of its author than an idea does:
 *  below three answers of phones nobody is told anything of them, and later ones come in threes too, or when the coach first ends the question. */
import type { About, Ask, Idea, IdeaId, Plein } from '../state.ts'

/** S4. */
export const fewestAnswers = 3

export const askOf = (plein: Plein, about: Readonly<About> | undefined): Ask | undefined =>
  about && plein.rounds.get(about.round)?.asks.find(({ item }) => item === about.item)

/** Whether this may be shown to the room: anything but an answer to a question that has too few. Paper counts here, so that a single slip is not
 *  read out as what its owner needs. */
export const enoughFor = (plein: Plein, { as, about }: Idea): boolean =>
  as !== 'condition' || (askOf(plein, about)?.answers ?? 0) >= fewestAnswers

const ofPhones = (plein: Plein, { conditions }: Ask): Idea[] =>
  conditions.flatMap((id) => {
    const idea = plein.ideas.get(id)
    return idea?.entry === 'phone' ? [idea] : []
  })

/** Answers and new wordings that the desk may hear of now. `ending`: the coach ends it for the first time, so the moment says nothing about who wrote. */
export const tellable = (plein: Plein, ask: Ask, ending: boolean): IdeaId[] => {
  const all = ofPhones(plein, ask)
  const fresh = all.filter(({ id }) => plein.unlisted.has(id))
  const known = all.some(({ told }) => told !== undefined)
  return fresh.length >= fewestAnswers || (ending && known) ? fresh.map(({ id }) => id) : []
}

/** Of which nobody was told, and of which nobody will be: when the Plein closes for good they go. */
export const heldBack = (plein: Plein): IdeaId[] =>
  [...plein.ideas.values()].flatMap(({ id, as, told, withdrawn }) => (as === 'condition' && told === undefined && !withdrawn ? [id] : []))
