import type { CardId } from '../state.ts'

/** What an author lets a coach share of a card, or that nothing of it may be. */
export type CardAnswer = { as: 'own' | 'coach'; words: string } | { as: 'no' }
/** "This must be said": for the coaches alone. Its text stands in no event until its author allows that and a coach shares it. */
export type Card = {
  id: CardId
  text: string
  /** A coach asks whether the room may have it: in these words, or (`null`) in the author's own. */
  asked: { words: string | null } | null
  answer: CardAnswer | null
  /** Coaches have been told of it, and of this answer, in a batch. */
  listed: boolean
  heard: CardAnswer | null
  /** A coach has put it aside. */
  aside: boolean
}
