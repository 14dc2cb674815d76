/** What must come out, counted from the file alone. Shares no code with the server. */
import type { Session, Vote } from './session.ts'
import { labelOf, refusalOf, wordsOf } from './words.ts'

/** Most groups in one Plein, and fewest ballots of which a total may be shown (docs/operating.md). */
const mostGroups = 200
const fewestBallots = 3
const fewestItems = 2

export type Line = { dots: number; voters: number; spread: number[] }
export type RoundTally = {
  criterion: string | null
  question: string | null
  votes: Vote[]
  ballots: number
  /** Ballots with at least one dot. */
  voters: number
  heldBack: boolean
  /** By contribution. */
  rows: Map<string, Line>
  /** By group (its place in `groups`): the same ballots. */
  groups: Map<number, Line>
}
export type Tally = {
  /** Contribution → text that must be in the outcome. */
  shared: Map<string, string>
  /** Contribution → text of a rejected one, that must not. */
  hidden: Map<string, string>
  /** Contribution → the name under which the rules must refuse it. */
  refused: Map<string, string>
  /** Only groups in which an idea stands; an idea of several groups stands in the first. */
  groups: { name: string; members: string[] }[]
  groupsWithoutIdeas: number
  groupsTooMany: number
  /** `null`: fewer than two ideas can be chosen between. */
  rounds: RoundTally[] | null
  votesElsewhere: number
}

/** Files with a criterion have ratings from 1 to 5; in others 1 is "agree". */
export const givesDot = (session: Pick<Session, 'rated'>, value: unknown): boolean =>
  session.rated ? Number(value) === 4 || Number(value) === 5 : Number(value) === 1

const lineOf = (ballots: Set<string>[], parts: string[]): Line => {
  const given = ballots.map((ballot) => parts.filter((part) => ballot.has(part)).length)
  const spread: number[] = [0, 0]
  for (const dots of given) spread[dots] = (spread[dots] ?? 0) + 1
  return {
    dots: given.reduce((sum, dots) => sum + dots, 0),
    voters: given.filter((dots) => dots > 0).length,
    spread: Array.from(spread, (n) => n ?? 0),
  }
}

const roundOf = (session: Session, criterion: string | null, shared: Map<string, string>, groups: Tally['groups']): RoundTally => {
  const votes = session.votes.filter((vote) => vote.criterion === criterion)
  const held = new Map<string, Set<string>>()
  for (const vote of votes) {
    const ballot = held.get(vote.voter) ?? new Set<string>()
    held.set(vote.voter, ballot)
    if (!shared.has(vote.contribution)) continue
    if (givesDot(session, vote.value)) ballot.add(vote.contribution)
    else ballot.delete(vote.contribution)
  }
  const ballots = [...held.values()]
  return {
    criterion,
    question: criterion === null ? null : labelOf(criterion, 200),
    votes,
    ballots: ballots.length,
    voters: ballots.filter((ballot) => ballot.size > 0).length,
    heldBack: ballots.length < fewestBallots,
    rows: new Map([...shared.keys()].map((id) => [id, lineOf(ballots, [id])])),
    groups: new Map(groups.map((group, place) => [place, lineOf(ballots, group.members)])),
  }
}

export const tallyOf = (session: Session): Tally => {
  const [shared, hidden, refused] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()]
  for (const { id, text, rejected } of session.contributions) {
    const words = wordsOf(text)
    const refusal = refusalOf(words)
    if (refusal) refused.set(id, refusal)
    else (rejected ? hidden : shared).set(id, words)
  }
  const taken = new Set<string>()
  const filled = session.groups
    .map(({ label, members }) => ({
      name: labelOf(label, 80),
      members: members.filter((id) => {
        if (!shared.has(id) || taken.has(id)) return false
        taken.add(id)
        return true
      }),
    }))
    .filter((group) => group.members.length > 0)
  const groups = filled.slice(0, mostGroups)
  const criteria = [...new Set(session.votes.map((vote) => vote.criterion))]
  return {
    shared,
    hidden,
    refused,
    groups,
    groupsWithoutIdeas: session.groups.length - filled.length,
    groupsTooMany: filled.length - groups.length,
    rounds:
      shared.size < fewestItems && criteria.length > 0 ? null : criteria.map((criterion) => roundOf(session, criterion, shared, groups)),
    votesElsewhere: session.votes.filter((vote) => !shared.has(vote.contribution)).length,
  }
}
