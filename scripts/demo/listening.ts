/** The owner: in the first round she listens, and says with one tap what touches her. */
import { newId } from '../players/person.ts'
import { ideaOf, must, type Room } from './room.ts'

/** She would like to answer; the board says that it is not her turn. */
export const triesToAnswer = async (room: Room, phase: string): Promise<void> => {
  const refused = await room.owner.inOrder({ type: 'idea.post', key: newId(), as: 'idea', text: 'Maar wij doen al veel.', phase })
  if (refused.ok || refused.error.code !== 'owner-listens') throw new Error('The owner wrote in the first round.')
  room.say('De vraagstukeigenaar luistert: in de eerste ronde schrijft zij niet.')
}

export const marks = async (room: Room, texts: readonly string[]): Promise<void> => {
  for (const text of texts) {
    await must(room.owner, { type: 'owner.mark', idea: ideaOf(room, text), marked: true })
    await room.rest(2, 5)
  }
  room.say('De vraagstukeigenaar zegt met één tik wat haar raakt.')
}
