/** Who of the played people is asked after a vote what they need: like phones, each knows its own ballot and nobody else's. */
import type { Dots, Plein, RoundId } from '../../shared/domain/state.ts'
import type { Shuffle } from './plan.ts'
import type { Script } from './texts/script.ts'

export type Answering = { at: number; name: string; text: string; round: RoundId; item: string }
/** By round and name. */
export type Given = ReadonlyMap<RoundId, ReadonlyMap<string, Dots>>

const seconds = 1000
const apart = 5 * seconds

/** Names of questions that stand now. */
export const asksIn = (plein: Plein): { name: string; round: RoundId; item: string; parts: string[] }[] =>
  [...plein.rounds.values()].flatMap(({ id, asks }) =>
    asks.filter(({ asked }) => asked).map(({ item, parts }) => ({ name: `${id}/${item}`, round: id, item, parts })),
  )

/** When each of them answers, counted from the moment at which it was asked; as many as there are different things to say. */
export const answeringPlan = (ask: ReturnType<typeof asksIn>[number], given: Given, { needs }: Script, shuffle: Shuffle): Answering[] => {
  const { round, item, parts } = ask
  const people = [...(given.get(round) ?? [])].flatMap(([name, dots]) => (parts.some((part) => (dots[part] ?? 0) > 0) ? [] : [name]))
  return shuffle(people)
    .slice(0, needs.length)
    .map((name, at) => ({ at: (at + 1) * apart, name, text: needs[at]!, round, item }))
}
