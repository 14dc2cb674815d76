/** What coaches are told of cards: now and then, so that nobody sees who has just typed, and never whose they are. */
import type { Ledger } from '../decision.ts'
import type { CardId, Plein } from '../state.ts'
import type { Card, CardAnswer } from './card.ts'

/** As `DeskCard` in `shared/wire/messages.ts`. */
export type DeskCard = Pick<Card, 'text' | 'asked' | 'aside'> & { card: CardId; allowed: CardAnswer | null }

export const cardsWait = (plein: Plein): boolean => plein.cardsWaiting.size > 0

export const tellCards = (plein: Plein): Ledger[] =>
  [...plein.cardsWaiting].flatMap((hash): Ledger[] => {
    const card = plein.cards.get(hash)
    return card ? [{ keep: 'card', hash, card: { ...card, listed: true, heard: card.answer } }] : []
  })

/** In the order of their ids, which are drawn: a place in the list says nothing. */
export const deskCards = (plein: Plein): DeskCard[] =>
  [...plein.cards.values()]
    .filter(({ listed }) => listed)
    .map(({ id, text, asked, heard, aside }) => ({ card: id, text, asked, allowed: heard, aside }))
    .sort((one, other) => (one.card < other.card ? -1 : 1))
