/** A vote in a room: clusters that everybody sees, people with dots, a result. */

import type { PhaseSettings } from '../../shared/domain/phases.ts'
import type { Dots, PleinSettings, Result, Round } from '../../shared/domain/state.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { aPleinWith, entered, given, listed, opened, posted, released, type Story } from './given.ts'
import { joost, type Person } from './people.ts'
import type { Maps } from './replica.ts'

export type Vote = {
  story: Story
  /** Ids by name: `groen` for the cluster "Groen". */
  cluster: Record<string, string>
  round: string
}

/** A Plein in its vote phase with an idea in each of these clusters, all of them shared. */
export const roomWith = (names: string[], settings: Partial<PhaseSettings> = {}, plein: Partial<PleinSettings> = {}): Vote => {
  const ids = names.map((name) => `idee-${name.toLowerCase()}`)
  const story = given(
    aPleinWith(plein, 'ideas', ['vote', settings], 'plenary', ['vote', settings]),
    opened,
    entered('vote'),
    ...ids.map((id) => posted(id, `Over ${id}`)),
    listed(...ids),
    released(...ids),
  )
  const cluster: Record<string, string> = {}
  names.forEach((name, index) => {
    story.when(joost, { type: 'cluster.create', name, ideas: [ids[index] as string] })
    cluster[name.toLowerCase()] = story.answer['cluster'] as string
  })
  return { story, cluster, round: '' }
}

/** The same with an open round over those clusters. */
export const voteOn = (names: string[], dots = 5, maximum = 3, plein: Partial<PleinSettings> = {}): Vote => {
  const vote = roomWith(names, {}, plein)
  vote.story.when(joost, { type: 'round.open', budget: dots, maximum })
  return { ...vote, round: vote.story.answer['round'] as string }
}

/** Names of clusters instead of ids. */
export const dotsOf = (vote: Vote, dots: Dots): Dots =>
  Object.fromEntries(Object.entries(dots).map(([name, count]) => [vote.cluster[name] ?? name, count]))

export const casts = (vote: Vote, who: Person, dots: Dots): void => {
  vote.story.when(who, { type: 'ballot.cast', round: vote.round, dots: dotsOf(vote, dots) })
}

export const close = (vote: Vote): Story => vote.story.when(joost, { type: 'round.close', round: vote.round, confirmed: true })
export const reveal = (vote: Vote): Story => vote.story.when(joost, { type: 'round.reveal', round: vote.round, revealed: true })

export const roundOf = (vote: Vote): Round => vote.story.plein.rounds.get(vote.round) as Round
export const resultIn = (vote: Vote): Result => resultOf(vote.story.plein, roundOf(vote)) as Result
export const rowIn = (vote: Vote, name: string) => resultIn(vote).rows.find((row) => row.item === (vote.cluster[name] ?? name))

/** The result as the board shows it; `null` while it does not. */
export const shownResult = (board: Maps, round: string): Result | null =>
  (board['rounds']?.[round] as RoundEntry | undefined)?.result ?? null
