/** What a meeting gathers beside its ideas, so much of it as there are ideas: what the room says of names, how it is, cards, what is needed to go
 *  along, and what touches the owner. */
import { coach, type Desk, owner, phone, world } from './desk.ts'

/** Taps, ballots and marks: one for every five ideas. */
const fifth = (count: number): number => Math.min(1000, Math.ceil(count / 5))

/** What is asked about after a vote. */
export type About = { round: string; item: string; answers: string[] }
/** Ideas in the order of their keys. */
type Board = { ideas: readonly string[]; keys: readonly string[]; clusters: readonly string[]; voting: string }

export const gather = async ({ room, ask, passed }: Desk, { ideas, keys, clusters, voting }: Board): Promise<About> => {
  const some = fifth(ideas.length)
  const few = Math.max(12, Math.ceil(ideas.length * 0.06))
  const all = <T>(count: number, work: (place: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, place) => work(place)))

  await ask(coach, { type: 'phase.enter', phase: voting })
  const round = String((await ask(coach, { type: 'round.open', over: 'clusters', budget: 5, maximum: 2 }))['round'])
  const [first = '', second = ''] = clusters
  await all(some, (place) =>
    ask(phone(place), { type: 'ballot.cast', round, dots: place % 2 === 0 ? { [first]: 2, [second]: 1 } : { [second]: 2 } }),
  )
  await ask(coach, { type: 'round.close', round, confirmed: true })
  await passed()
  await ask(coach, { type: 'round.reveal', round, revealed: true })
  await ask(coach, { type: 'round.ask', round, item: first })
  const answered = await all(few, (place) =>
    ask(phone(600 + place), { type: 'condition.post', round, item: first, key: world.id(), text: `Needed, ${place}` }),
  )
  const answers = answered.map(({ idea }) => String(idea))

  await ask(coach, { type: 'cluster.ask', clusters: 'all', asking: true })
  const places = await room.read(({ plein }) => ideas.map((idea) => plein.ideas.get(idea)?.cluster ?? ''))
  await all(Math.ceil(ideas.length * 0.6), (place) => {
    const cluster = places[place]!
    const about = { key: keys[place]!, cluster, name: `Group ${clusters.indexOf(cluster)}` }
    return ask(phone(place % 1000), { type: 'cluster.verify', ...about, answer: 'yes' })
  })
  await all(some, (place) => ask(phone(place), { type: 'tap.set', on: 'pulse', value: 'calm' }))
  await all(few, (place) => ask(phone(place), { type: 'card.seal', key: world.id(), text: `Said in confidence, ${place}` }))
  await passed()
  for (const idea of ideas.slice(0, some)) await ask(owner, { type: 'owner.mark', idea, marked: true })
  await ask(coach, { type: 'ideas.release', ideas: answers })
  return { round, item: first, answers }
}
