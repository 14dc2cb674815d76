/** Two cards that are handed to the coaches alone. One reaches the room, in words that its author read and allowed; the other never does. */
import type { Name } from '../../../server/practice/texts/nl/people.ts'

type Card = { from: Name; text: string }

export const allowed: Card & { words: string } = {
  from: 'Miriam',
  text: 'Het is mijn jongste. Hij is dertien en hij heeft sinds september een telefoon die ik niet gekocht heb. Ik zit hier en ik durf het niet te zeggen.',
  words: 'Iemand in deze zaal kent nu een jongen die erin zit, van heel dichtbij, en weet niet aan wie die dat kan zeggen.',
}

export const kept: Card = {
  from: 'Hassan',
  text: 'Er zit hier iemand voor wie ik niet vrij kan praten. Ik wil niet zeggen wie.',
}
