/** Coming in, and the facts that people bring. */

import { facts, people } from '../../server/practice/texts/nl/people.ts'
import { comeIn, go, must, type Room, share, write } from './room.ts'

export const welcome = async (room: Room, server: string): Promise<void> => {
  await must(room.coach, { type: 'plein.open' })
  room.say('Het Plein is open. Mensen komen binnen.')
  await comeIn(room, server)
  await room.rest(4, 6)
}

export const checkin = async (room: Room): Promise<void> => {
  const phase = await go(room, 'Check-in: ieder noemt één feit.')
  for (const [name, phone] of room.phones) {
    await must(phone, { type: 'seat.perspective', perspective: people[name] })
    await room.rest(0.1, 0.5)
  }
  for (const [name, fact] of facts) {
    await write(room, name, 'checkin', phase, fact)
    await room.rest(1, 4)
  }
  await share(
    room,
    'checkin',
    facts.map(([, fact]) => fact),
  )
  room.say(`${facts.length} feiten gedeeld.`)
  await room.rest(8, 10)
}
