/** Who does what, how people see the question now, what the owner takes along, and the end. */

import { closings, commitments } from '../../server/practice/texts/nl/harvest.ts'
import { go, must, type Room, share, write } from './room.ts'
import { days } from './texts/days.ts'
import { word } from './texts/owner.ts'

export const harvesting = async (room: Room): Promise<void> => {
  const phase = await go(room, 'Oogst: afspraken en slotzinnen.')
  for (const { from, who, text, by } of commitments) {
    await write(room, from, 'commitment', phase, text, { who, by, day: days(from, room.today) })
    await room.rest(2, 5)
  }
  await share(
    room,
    'commitment',
    commitments.map(({ text }) => text),
  )
  for (const [name, text] of closings) {
    await write(room, name, 'closing', phase, text)
    await room.rest(1, 4)
  }
  await share(
    room,
    'closing',
    closings.map(([, text]) => text),
  )
  await room.rest(10, 14)
  await must(room.owner, { type: 'owner.word', text: word })
  room.say('Het laatste woord is van de vraagstukeigenaar: wat zij meeneemt.')
  await room.rest(8, 10)
}

export const ending = async (room: Room): Promise<void> => {
  await must(room.coach, { type: 'outcome.set', shared: true })
  await must(room.coach, { type: 'plein.close', confirmed: true })
  room.say('Het Plein is gesloten. Een minuut lang kan dat nog terug.')
}
