/** What became of one's own cards: told by their keys, and in no other way. */

import type { Plein } from '../state.ts'
import type { World } from '../world.ts'
import type { Card } from './card.ts'

/** As `MyCard` in `shared/wire/messages.ts`. */
export type OwnCard = Pick<Card, 'text' | 'asked' | 'answer'>

export const myCards = (plein: Plein, keys: readonly string[], world: World): Record<string, OwnCard> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const card = plein.cards.get(world.hash(key))
      return card ? [[key, { text: card.text, asked: card.asked, answer: card.answer }]] : []
    }),
  )
