/** What cannot be said aloud: two cards for the coaches alone, and how the room is. */
import { newId } from '../players/person.ts'
import { must, patiently, phoneOf, type Room } from './room.ts'
import { allowed, kept } from './texts/cards.ts'

/** Of twenty-three phones: most follow, some find it tense, and two would like to say something. */
const pulses = ['calm', 'calm', 'tense', 'calm', 'unsaid', 'tense', 'calm', 'tense', 'calm', 'calm', 'leaving', 'unsaid'] as const

export const cards = async (room: Room): Promise<void> => {
  for (const [at, phone] of [...room.phones.values()].entries())
    await must(phone, { type: 'tap.set', on: 'pulse', value: pulses[at % pulses.length] })
  room.say('De pleincoach ziet dat sommigen het spannend vinden, en dat iemand iets moeilijks wil zeggen.')
  const keys = new Map<string, string>()
  for (const { from, text } of [allowed, kept]) {
    const key = newId()
    keys.set(text, key)
    await must(phoneOf(room, from), { type: 'card.seal', key, text })
    await room.rest(1, 2)
  }
  const card = await cardOf(room, allowed.text)
  await must(room.coach, { type: 'card.ask', card, words: allowed.words })
  room.say('Twee teksten voor de pleincoaches alleen. Bij één vraagt zij of de zaal het mag horen, in andere woorden.')
  await room.rest(3, 5)
  await must(phoneOf(room, allowed.from), { type: 'card.allow', key: keys.get(allowed.text), as: 'coach', words: allowed.words })
  const { idea } = await patiently(room.coach, { type: 'card.release', card, words: allowed.words }, 'card-not-allowed')
  room.ideas.set(allowed.words, String(idea))
  await must(room.coach, { type: 'card.aside', card: await cardOf(room, kept.text), aside: true })
  room.say('De ene tekst staat nu op het bord, in woorden die de schrijver koos. De andere blijft bij de pleincoaches.')
  await room.rest(10, 14)
}

/** Coaches hear of cards in batches, too. */
const cardOf = async (room: Room, text: string): Promise<string> => {
  for (;;) {
    const found = room.coach.known.cards?.find((one) => one.text === text)
    if (found) return found.card
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
