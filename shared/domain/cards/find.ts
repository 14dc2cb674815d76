/** Finds a card: by the edit key of its author, or by the id under which coaches know it. */
import type { Refusal } from '../refusals.ts'
import type { Plein } from '../state.ts'
import type { World } from '../world.ts'
import type { Card } from './card.ts'

export type Found = { hash: string; card: Card } | { refusal: Refusal }

export const ownCard = (plein: Plein, key: string, world: World): Found => {
  const hash = world.hash(key)
  const card = plein.cards.get(hash)
  return card ? { hash, card } : { refusal: { code: 'key-unknown' } }
}

/** Only one that coaches have been told of. */
export const toldCard = (plein: Plein, id: string): Found => {
  const hash = plein.cardIds.get(id) ?? ''
  const card = plein.cards.get(hash)
  return card?.listed ? { hash, card } : { refusal: { code: 'card-unknown' } }
}
