import { fewestAnswers } from '../conditions/asks.ts'
import type { Dots, Plein, Round } from '../state.ts'
import { repeats } from '../votes/again.ts'
import { ballotFor } from '../votes/ballot.ts'
import { fewOf } from '../votes/enough.ts'
import type { Holds } from './holds.ts'

/** Rounds and ballots. That a voter has one ballot follows from where it stands: under the voter, here and in the database. */
export const votes = (plein: Plein, holds: Holds): void => {
  const open = new Set<string>()
  for (const [id, round] of plein.rounds) {
    const { items, status } = round
    holds('V1 a round stands under its own id, in a phase that is there', round.id === id && plein.phases.has(round.phase))
    holds('V1 each item has one letter', items.length >= 2 && new Set(items.map(({ letter }) => letter)).size === items.length)
    holds('V1 each item stands once', new Set(items.map((item) => item.id)).size === items.length)
    for (const item of items) holds('V1 what is voted on is there', there(plein, round, item.id))
    holds('V17 what is voted on again is what was voted on', round.again === undefined || repeats(round, plein.rounds.get(round.again)))
    holds('V6 what is closed has a moment', status !== 'closed' || round.closedAt !== null)
    holds('V7 what is shown is counted', !round.revealed || status === 'counted')
    if (status === 'open') {
      holds('V13 a phase has one open round', !open.has(round.phase))
      open.add(round.phase)
    }
    if (status === 'counted') counted(plein, round, holds)
    asks(plein, round, holds)
  }
  for (const [id, ballots] of plein.ballots) {
    const round = plein.rounds.get(id)
    holds('S3 ballots belong to a round that is not counted', round !== undefined && round.status !== 'counted')
    if (round) for (const dots of ballots.values()) within(round, dots, holds)
  }
}

const there = ({ clusters, ideas, framings }: Plein, { over }: Round, id: string): boolean => {
  if (over === 'clusters') return clusters.has(id)
  return ideas.has(id) || (over === 'framings' && framings.has(id))
}

const asks = (plein: Plein, round: Round, holds: Holds): void => {
  holds('M1 only of what is counted something is asked', round.asks.length === 0 || round.status === 'counted')
  holds('M1 of each item it is asked once', new Set(round.asks.map(({ item }) => item)).size === round.asks.length)
  const items = new Set(round.items.map(({ id }) => id))
  for (const { item, parts, answers, conditions } of round.asks) {
    holds('M1 what is asked about was voted on', parts.includes(item) && parts.every((part) => items.has(part)))
    if (plein.imported) continue
    const all = conditions.flatMap((id) => plein.ideas.get(id) ?? [])
    const told = all.filter((idea) => idea.told !== undefined)
    const phones = told.filter(({ entry }) => entry === 'phone').length
    holds('M3 what the desk was told is counted', told.length === answers && all.length === conditions.length)
    holds('M3 of fewer than three phones the desk is told nothing', phones === 0 || phones >= fewestAnswers)
  }
}

const within = (round: Round, dots: Dots, holds: Holds): void =>
  holds('R1 nobody is over the budget, or over the maximum for one item', 'dots' in ballotFor(round, dots))

const counted = (plein: Plein, round: Round, holds: Holds): void => {
  const { ballots, cast, paper = 0, perspectives } = round
  holds('V8 what is counted stands in the log', round.countedAt !== null && round.countedAt <= plein.version)
  holds('R1 as many ballots were counted as were cast', ballots === null || ballots.length === cast)
  holds('R1 no more came on paper than came', paper <= cast)
  if (fewOf(cast, paper) !== null)
    holds('S4 below three ballots, or three of phones, nothing is kept', ballots === null && perspectives.length === 0)
  for (const dots of ballots ?? []) within(round, dots, holds)
}
