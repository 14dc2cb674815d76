/** Cards, found by their key, by their id, and by whether coaches have still to hear of them: no turn walks over all of them. */
import { same } from '../same.ts'
import type { Plein } from '../state.ts'
import type { Card } from './card.ts'

/** Writes; for `keep` only, like the two below. */
export const putCard = (plein: Plein, hash: string, card: Card): void => {
  const before = plein.cards.get(hash)
  plein.cards.set(hash, card)
  plein.cardIds.set(card.id, hash)
  if (card.listed && same(card.answer, card.heard)) plein.cardsWaiting.delete(hash)
  else plein.cardsWaiting.add(hash)
  if (before?.listed || card.listed) plein.changes.cards += 1
}

export const dropCard = (plein: Plein, hash: string): void => {
  const before = plein.cards.get(hash)
  if (!before) return
  plein.cards.delete(hash)
  plein.cardIds.delete(before.id)
  plein.cardsWaiting.delete(hash)
  if (before.listed) plein.changes.cards += 1
}

export const dropCards = (plein: Plein): void => {
  for (const one of [plein.cards, plein.cardIds, plein.cardsWaiting]) one.clear()
  plein.changes.cards += 1
}
