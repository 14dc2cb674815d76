/** What was asked after a vote, believed only when it can have been asked and may be told (S4). */
import { fewestAnswers } from '../../../shared/domain/conditions/asks.ts'
import type { Outcome, OutcomeRound } from '../schema.ts'

/** Only of a vote whose result was shown; it may have been taken from the screen afterwards. */
const askable: readonly OutcomeRound['status'][] = ['shown', 'not-shown']

/** `known`: the items of the round; `shared`: answers to this one that were shared. */
const holds = (ask: OutcomeRound['asks'][number], known: ReadonlySet<string>, shared: number): boolean =>
  ask.parts[0] === ask.item &&
  new Set(ask.parts).size === ask.parts.length &&
  ask.parts.every((part) => known.has(part)) &&
  (ask.answers === null ? shared === 0 : shared > 0 && ask.answers >= fewestAnswers && ask.answers >= shared)

/** Where in the outcome; `null`: nowhere. */
export const brokenAsk = (outcome: Outcome): string | null => {
  const asked = new Set<string>()
  const shared = new Map<string, number>()
  for (const { round, item } of outcome.conditions) shared.set(`${round}/${item}`, (shared.get(`${round}/${item}`) ?? 0) + 1)
  for (const [at, round] of outcome.rounds.entries()) {
    const known = new Set(round.items.map(({ id }) => id))
    for (const [place, ask] of round.asks.entries()) {
      const name = `${round.id}/${ask.item}`
      if (!askable.includes(round.status) || asked.has(name) || !holds(ask, known, shared.get(name) ?? 0))
        return `/rounds/${at}/asks/${place}`
      asked.add(name)
    }
  }
  const hanging = outcome.conditions.findIndex(({ round, item }) => !asked.has(`${round}/${item}`))
  return hanging === -1 ? null : `/conditions/${hanging}`
}
