/** The life of a round: open, closed (can be taken back), counted (cannot), revealed or not. */
import type { VoteEvent } from '../events.ts'
import type { Plein } from '../state.ts'

export const evolveVotes = (plein: Plein, event: VoteEvent, version: number): void => {
  if (event.type === 'round.opened') {
    const { round, phase, over, again, question, items, budget, maximum } = event
    plein.rounds.set(round, {
      id: round,
      phase,
      over,
      ...(again === undefined ? {} : { again }),
      question,
      items,
      budget,
      maximum,
      status: 'open',
      revealed: false,
      closedAt: null,
      closesAt: null,
      ballots: null,
      cast: 0,
      final: null,
      perspectives: [],
      countedAt: null,
      countedOn: null,
      asks: [],
    })
    return
  }
  const round = plein.rounds.get(event.round)
  if (!round) return
  switch (event.type) {
    case 'round.closed':
      Object.assign(round, { status: 'closed', closedAt: event.at, closesAt: event.closesAt })
      return
    case 'round.reopened':
      Object.assign(round, { status: 'open', closedAt: null, closesAt: null })
      return
    case 'round.counted': {
      const { cast, paper, ballots, perspectives, final, at } = event
      Object.assign(round, { status: 'counted', closesAt: null, cast, ballots, perspectives, final, countedAt: version, countedOn: at })
      if (paper !== undefined) round.paper = paper
      return
    }
    case 'round.revealed':
      round.revealed = event.revealed
      return
    case 'round.asked': {
      const { item, parts, asked } = event
      const ask = round.asks.find((one) => one.item === item)
      if (ask) Object.assign(ask, { parts: [...parts], asked, ended: ask.ended || !asked })
      else round.asks.push({ item, parts: [...parts], asked, ended: false, answers: 0, conditions: [] })
      return
    }
    default:
      event satisfies never
  }
}
