/** Dots, and the talk about them. One person votes on paper, one thinks again. */

import type { GroupName } from '../../server/practice/texts/nl/ideas.ts'
import { prompts } from '../../server/practice/texts/nl/matter.ts'
import { type Name, onPaper } from '../../server/practice/texts/nl/people.ts'
import { go, must, phoneOf, type Room } from './room.ts'
import { ballots, changed } from './texts/vote.ts'

const dotsOf = (room: Room, ballot: Partial<Record<GroupName, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(ballot).map(([name, dots]) => [room.clusters.get(name as GroupName) as string, dots]))

export const voting = async (room: Room): Promise<void> => {
  await go(room, 'Stemmen: vier stippen voor ieder.')
  const { round } = await must(room.coach, { type: 'round.open', question: prompts.vote })
  room.rounds.push(String(round))
  for (const name of room.shuffle(Object.keys(ballots) as Name[])) {
    const dots = dotsOf(room, ballots[name])
    if (name === onPaper) await must(room.coach, { type: 'ballot.enter', round, paper: 1, dots })
    else await must(phoneOf(room, name), { type: 'ballot.cast', round, dots })
    await room.rest(0.5, 3)
  }
  const [name, again] = changed
  await must(phoneOf(room, name), { type: 'ballot.cast', round, dots: dotsOf(room, again) })
  await room.rest(3, 5)
  await must(room.coach, { type: 'round.close', round, confirmed: true })
  room.say('De stemronde is gesloten. Even kan dat nog terug.')
  await room.rest(4, 6)
  await must(room.coach, { type: 'round.reveal', round, revealed: true })
  room.say('De uitslag: veel mensen, weinig mensen, en wat weinig mensen heel belangrijk vinden.')
  await room.rest(12, 15)
}

export const plenary = async (room: Room): Promise<void> => {
  await go(room, 'Gesprek over de uitslag.')
  await room.rest(15, 20)
}
