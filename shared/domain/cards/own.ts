/** What an author does with a card, through its edit key. Nothing of it is an event: the log would keep the words, or when they came. */
import { checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import { normalise } from '../../text/normalise.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { same } from '../same.ts'
import type { CardAnswer } from './card.ts'
import { ownCard } from './find.ts'

export const seal: Decide<CommandOf<'card.seal'>> = (plein, actor, command, world) => {
  const said = checkText(command.text, lengths.idea)
  if (!said.ok) return refuse(said.refusal)
  const hash = world.hash(command.key)
  const before = plein.cards.get(hash)
  // A phone that lost the answer may ask again under another id: one card, the same answer (L2).
  if (before) return before.text === said.text ? accept([]) : refuse({ code: 'key-used' })
  if (plein.keys.has(hash)) return refuse({ code: 'key-used' })
  if (actor.muted) return refuse({ code: 'muted' })
  const { cardsPerPlein, cardsPerSeat } = world.limits
  if (plein.cards.size >= cardsPerPlein) return refuse({ code: 'cards-full', maximum: cardsPerPlein })
  if (actor.posted >= cardsPerSeat) return refuse({ code: 'too-many-cards', maximum: cardsPerSeat })
  const card = { id: world.id(), text: said.text, asked: null, answer: null, listed: false, heard: null, aside: false }
  return accept([], {}, [{ keep: 'card', hash, card }])
}

/** The words of the answer are those that were read: a yes to other words moves nothing. */
export const allow: Decide<CommandOf<'card.allow'>> = (plein, actor, command, world) => {
  const own = ownCard(plein, command.key, world)
  if ('refusal' in own) return refuse(own.refusal)
  const { hash, card } = own
  let answer: CardAnswer = { as: 'no' }
  if (command.as === 'coach') {
    if (card.asked === null || card.asked.words !== normalise(command.words ?? '')) return refuse({ code: 'card-changed' })
    answer = { as: 'coach', words: card.asked.words }
  } else if (command.as === 'own') {
    // Other words than those of the card are a new text of somebody who was stopped.
    if (actor.muted) return refuse({ code: 'muted' })
    const said = checkText(command.words ?? '', lengths.idea)
    if (!said.ok) return refuse(said.refusal)
    answer = { as: 'own', words: said.text }
  }
  return same(card.answer, answer) ? accept([]) : accept([], {}, [{ keep: 'card', hash, card: { ...card, answer } }])
}

/** At once, everywhere, for good. */
export const withdrawCard: Decide<CommandOf<'card.withdraw'>> = (plein, _actor, command, world) => {
  const own = ownCard(plein, command.key, world)
  return 'refusal' in own ? refuse(own.refusal) : accept([], {}, [{ erase: 'card', hash: own.hash, card: own.card.id, withdrawn: true }])
}
