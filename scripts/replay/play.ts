/** One session, phase by phase, and what came of it. */
import { readOutcome } from '../players/http.ts'
import type { Figures } from '../players/latency.ts'
import { differencesOf } from './compare.ts'
import { groupIdeas, releaseIdeas, type Written, writeIdeas } from './ideas.ts'
import { everybody, leaveRoom, must, openRoom, type Room } from './room.ts'
import type { Session } from './session.ts'
import { type Tally, tallyOf } from './tally.ts'
import { type PlayedRound, playRounds } from './votes.ts'

export type Report = {
  ok: boolean
  title: string
  people: number
  phones: number
  speed: number
  seconds: number
  counts: Record<string, number>
  /** Contributions that the rules refuse, by name: expected, and none other happened unless `differences` says so. */
  refused: Record<string, number>
  rounds: { question: string | null; votes: number; ballots: number; voters: number; dots: number; heldBack: boolean }[]
  /** Milliseconds. `post`, `enter` and `ballot`: from asking until the durable answer. `seen`: from the release until a board shows all. */
  latency: Record<'post' | 'enter' | 'ballot' | 'seen', Figures | null>
  documents: { compared: number; different: number; version: number }
  differences: string[]
}

/** Every board against the coach's, by what stands in it. */
const compareBoards = async (room: Room): Promise<Report['documents'] & { late: string[] }> => {
  const { coach } = room
  // The coach has seen the effect of its own last step; from there on nothing moves any more.
  const version = coach.board.version()
  const late: string[] = []
  await Promise.all(
    everybody(room).map(({ board }) =>
      board.until(() => board.version() >= version, `a board reaches version ${version}`).catch((error: Error) => late.push(error.message)),
    ),
  )
  const expected = coach.board.hash()
  const others = everybody(room).map(({ board }) => board.hash())
  return { compared: others.length, different: others.filter((hash) => hash !== expected).length, version, late }
}

const tallied = <T>(values: Iterable<T>): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1
  return counts
}

const countsOf = (session: Session, tally: Tally, written: Written, room: Room): Record<string, number> => ({
  contributions: session.contributions.length,
  shared: tally.shared.size,
  hidden: tally.hidden.size,
  refused: written.refused.size,
  onPaper: session.contributions.filter((one) => one.author === null).length,
  groups: tally.groups.length,
  groupsWithoutIdeas: tally.groupsWithoutIdeas,
  groupsTooMany: tally.groupsTooMany,
  votes: session.votes.length,
  votesOnIdeasThatAreNotShared: tally.votesElsewhere,
  sentAgain: [room.coach, ...everybody(room)].reduce((sum, person) => sum + person.retries(), 0),
})

/** The coach's last answered step stands in the coach's own board before boards are compared. */
const settle = async (room: Room): Promise<void> => {
  const answer = await must(room.coach, { type: 'phase.next' })
  const wanted = (answer['versions'] as { board?: number } | undefined)?.board ?? 0
  await room.coach.board.until(() => room.coach.board.version() >= wanted, `the coach's board reaches version ${wanted}`)
}

export type Options = { server: string; key: string; speed: number; phones: number; say(line: string): void }

export const playSession = async (session: Session, { server, key, speed, phones, say }: Options): Promise<Report> => {
  const begun = performance.now()
  const tally = tallyOf(session)
  const room = await openRoom(server, key, session, phones, say)
  try {
    await must(room.coach, { type: 'plein.open' })
    say(`${session.contributions.length} contributions.`)
    const written = await writeIdeas(room, session, speed)
    await releaseIdeas(room, session, tally, written)
    const clusters = await groupIdeas(room, tally, written)
    const rounds: PlayedRound[] = await playRounds(room, session, tally, written, speed, say)
    await settle(room)
    const differences = differencesOf(await readOutcome(server, room.made.id, 'json', room.coach.token), tally, written, clusters, rounds)
    const { late, ...documents } = await compareBoards(room)
    differences.push(...late)
    if (documents.different > 0) differences.push(`${documents.different} of ${documents.compared} boards differ from the coach's`)
    const { post, enter, ballot, seen } = room.watches
    return {
      ok: differences.length === 0,
      title: session.title,
      people: room.phones.size,
      phones,
      speed,
      seconds: Math.round((performance.now() - begun) / 100) / 10,
      counts: countsOf(session, tally, written, room),
      refused: tallied(written.refused.values()),
      rounds: rounds.map(({ tally: one }) => ({
        question: one.question,
        votes: one.votes.length,
        ballots: one.ballots,
        voters: one.voters,
        dots: [...one.rows.values()].reduce((sum, row) => sum + row.dots, 0),
        heldBack: one.heldBack,
      })),
      latency: { post: post.figures(), enter: enter.figures(), ballot: ballot.figures(), seen: seen.figures() },
      documents,
      differences,
    }
  } finally {
    leaveRoom(room)
  }
}
