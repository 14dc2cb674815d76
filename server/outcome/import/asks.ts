/** What was asked after a vote, believed only when it can have been asked and may be told (S4). */
import { fewestAnswers } from '../../../shared/domain/conditions/asks.ts'
import type { Outcome, OutcomeRound } from '../schema.ts'

/** Only of a vote whose result was shown; it may have been taken from the screen afterwards. */
const askable: readonly OutcomeRound['status'][] = ['shown', 'not-shown']

const holds = ({ items, status, id }: OutcomeRound, ask: OutcomeRound['asks'][number], { conditions }: Outcome): boolean => {
  const shared = conditions.filter(({ round, item }) => round === id && item === ask.item).length
  const known = new Set(items.map((one) => one.id))
  return (
    askable.includes(status) &&
    ask.parts[0] === ask.item &&
    new Set(ask.parts).size === ask.parts.length &&
    ask.parts.every((part) => known.has(part)) &&
    (ask.answers === null ? shared === 0 : shared > 0 && ask.answers >= fewestAnswers && ask.answers >= shared)
  )
}

/** Where in the outcome; `null`: nowhere. */
export const brokenAsk = (outcome: Outcome): string | null => {
  const asked = new Set<string>()
  for (const [at, round] of outcome.rounds.entries())
    for (const [place, ask] of round.asks.entries()) {
      const name = `${round.id}/${ask.item}`
      if (asked.has(name) || !holds(round, ask, outcome)) return `/rounds/${at}/asks/${place}`
      asked.add(name)
    }
  const hanging = outcome.conditions.findIndex(({ round, item }) => !asked.has(`${round}/${item}`))
  return hanging === -1 ? null : `/conditions/${hanging}`
}
