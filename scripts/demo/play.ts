/** The whole story in its order: from the talk a week before to the blog of the day after. */
import { theDayAfter } from './afterwards.ts'
import { checkin, welcome } from './beginning.ts'
import { bursting } from './bursting.ts'
import { grouping } from './grouping.ts'
import { ending, harvesting } from './harvesting.ts'
import { intake } from './intake.ts'
import { whatTheFewNeed } from './minority.ts'
import { byTheOwner, proposing, votingOnWordings } from './reframing.ts'
import type { Room } from './room.ts'
import { cards } from './sealedCards.ts'
import { plenary, voting } from './voting.ts'
import { writing } from './writing.ts'

export const playAll = async (room: Room, server: string): Promise<void> => {
  await intake(room, server)
  await welcome(room, server)
  await checkin(room)
  const ideasPhase = await writing(room)
  await bursting(room)
  await grouping(room, ideasPhase)
  await cards(room)
  const round = await voting(room)
  await plenary(room)
  await whatTheFewNeed(room, round)
  await proposing(room)
  await votingOnWordings(room)
  await byTheOwner(room, server)
  await harvesting(room)
  await ending(room)
  await theDayAfter(room, server)
}
