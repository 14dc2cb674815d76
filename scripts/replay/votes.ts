/** The votes of the session: every vote in the file is one ballot that replaces the one before. */

import type { Written } from './ideas.ts'
import { gate, paceOf } from './pace.ts'
import { enter, must, type Room } from './room.ts'
import type { Session } from './session.ts'
import { givesDot, type RoundTally, type Tally } from './tally.ts'

export type PlayedRound = {
  round: string
  tally: RoundTally /** votes that the server refused: there must be none */
  refused: string[] /** ballots that the server counted when the coach asked to close */
  counted: number
}

const playRound = async (
  room: Room,
  session: Session,
  tally: Tally,
  one: RoundTally,
  written: Written,
  speed: number,
): Promise<PlayedRound> => {
  const budget = tally.shared.size
  const opened = await must(room.coach, {
    type: 'round.open',
    over: 'ideas',
    budget,
    maximum: 1,
    ...(one.question ? { question: one.question } : {}),
  })
  const round = String(opened['round'])
  const dots = new Map<string, Set<string>>()
  const refused: string[] = []
  const pace = paceOf(speed)
  const under = gate(256)
  for (const { voter, contribution, value, at } of one.votes) {
    await pace(at)
    const ballot = dots.get(voter) ?? new Set<string>()
    dots.set(voter, ballot)
    const idea = tally.shared.has(contribution) ? written.ideas.get(contribution) : undefined
    if (idea && givesDot(session, value)) ballot.add(idea)
    else if (idea) ballot.delete(idea)
    // As it is after this vote, also when the phone sends it later.
    const command = { type: 'ballot.cast', round, dots: Object.fromEntries([...ballot].map((id) => [id, 1])) }
    await under.enter(async () => {
      const answer = await room.phones.get(voter)?.inOrder(command, room.watches.ballot)
      if (!answer?.ok) refused.push(answer ? answer.error.code : 'no-phone')
    })
  }
  await under.empty()
  const asked = await room.coach.ask({ type: 'round.close', round })
  const counts = asked.ok ? {} : ((asked.error['counts'] ?? {}) as Record<string, number>)
  await must(room.coach, { type: 'round.close', round, confirmed: true })
  await must(room.coach, { type: 'round.reveal', round, revealed: true })
  return { round, tally: one, refused, counted: counts['ballots'] ?? -1 }
}

export const playRounds = async (
  room: Room,
  session: Session,
  tally: Tally,
  written: Written,
  speed: number,
  say: (line: string) => void,
): Promise<PlayedRound[]> => {
  await enter(room, 'vote')
  const played: PlayedRound[] = []
  for (const one of tally.rounds ?? []) {
    say(`${one.criterion ?? 'Round'}: ${one.votes.length} votes by ${one.ballots} people.`)
    played.push(await playRound(room, session, tally, one, written, speed))
  }
  return played
}
