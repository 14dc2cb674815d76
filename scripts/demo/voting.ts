/** Dots, and the talk about them. One person votes on paper, one thinks again. */

import type { GroupName } from '../../server/practice/texts/nl/ideas.ts'
import { prompts } from '../../server/practice/texts/nl/matter.ts'
import { type Name, onPaper } from '../../server/practice/texts/nl/people.ts'
import { go, must, phoneOf, type Room } from './room.ts'
import { ballots, changed } from './texts/vote.ts'

type Dots = Record<string, number>

/** One round from its opening to its result. Its id. */
export const dots = async (room: Room, given: readonly [Name, Dots][], how: Record<string, unknown>): Promise<string> => {
  const round = String((await must(room.coach, { type: 'round.open', ...how }))['round'])
  room.rounds.push(round)
  for (const [name, dots] of given) {
    if (name === onPaper) await must(room.coach, { type: 'ballot.enter', round, paper: 1, dots })
    else await must(phoneOf(room, name), { type: 'ballot.cast', round, dots })
    await room.rest(0.5, 3)
  }
  await room.rest(3, 5)
  await must(room.coach, { type: 'round.close', round, confirmed: true })
  room.say('De stemronde is gesloten. Even kan dat nog terug.')
  await room.rest(4, 6)
  await must(room.coach, { type: 'round.reveal', round, revealed: true })
  return round
}

export const voting = async (room: Room): Promise<string> => {
  await go(room, 'Stemmen: vier stippen voor ieder.')
  const dotsOf = (ballot: Partial<Record<GroupName, number>>): Dots =>
    Object.fromEntries(Object.entries(ballot).map(([name, dots]) => [room.clusters.get(name as GroupName) as string, dots]))
  const first = room.shuffle(Object.keys(ballots) as Name[]).map((name): [Name, Dots] => [name, dotsOf(ballots[name])])
  const round = await dots(room, [...first, [changed[0], dotsOf(changed[1])]], { question: prompts.vote })
  room.say('De uitslag: veel mensen, weinig mensen, en wat weinig mensen heel belangrijk vinden.')
  await room.rest(12, 15)
  return round
}

export const plenary = async (room: Room): Promise<void> => {
  await go(room, 'Gesprek over de uitslag.')
  await room.rest(15, 20)
}
