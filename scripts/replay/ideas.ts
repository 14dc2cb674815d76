/** The ideas of the session: written by those who wrote them, hidden where the session rejected them, and released in one batch. */
import { newId, type Person } from '../players/person.ts'
import { gate, paceOf } from './pace.ts'
import { enter as enterPhase, everybody, must, type Room } from './room.ts'
import type { Session } from './session.ts'
import type { Tally } from './tally.ts'

export type Written = {
  /** Contribution → idea. */
  ideas: Map<string, string>
  /** Contribution → name of the refusal. */
  refused: Map<string, string>
}

export const writeIdeas = async (room: Room, session: Session, speed: number): Promise<Written> => {
  const phase = await enterPhase(room, 'ideas')
  const written: Written = { ideas: new Map(), refused: new Map() }
  const pace = paceOf(speed)
  const under = gate(256)
  const { enter, post } = room.watches
  for (const { id, author, at, text } of session.contributions) {
    await pace(at)
    const common = { as: 'idea', text, phase }
    await under.enter(async () => {
      const answer =
        author === null
          ? await room.coach.inOrder({ type: 'idea.enter', ...common }, enter)
          : await (room.phones.get(author) as Person).inOrder({ type: 'idea.post', key: newId(), ...common }, post)
      if (answer.ok) written.ideas.set(id, String(answer['idea']))
      else written.refused.set(id, answer.error.code)
    })
  }
  await under.empty()
  return written
}

/** The desk hears of ideas in batches; only when all have been listed does the coach decide about them. */
export const releaseIdeas = async (room: Room, session: Session, tally: Tally, written: Written): Promise<void> => {
  const { coach } = room
  const desk = coach.desk
  if (!desk) throw new Error('The coach has no desk.')
  await desk.until(() => desk.map('ideas').size >= written.ideas.size, `the desk lists ${written.ideas.size} ideas`)
  const rejected = session.contributions.flatMap((one) => (one.rejected ? (written.ideas.get(one.id) ?? []) : []))
  for (let from = 0; from < rejected.length; from += 500) await must(coach, { type: 'idea.hide', ideas: rejected.slice(from, from + 500) })
  const shared = [...tally.shared.keys()].filter((id) => written.ideas.has(id)).length
  if (shared === 0) return
  const since = performance.now()
  const seen = everybody(room).map(async ({ board }) => {
    await board.until(() => board.map('ideas').size >= shared, `a board shows ${shared} ideas`)
    room.watches.seen.add(since)
  })
  await Promise.all([must(coach, { type: 'ideas.release', ideas: 'all' }), ...seen])
}

/** Clusters of the session, in the order of the file. Returns the cluster for each group of the tally. */
export const groupIdeas = async (room: Room, tally: Tally, written: Written): Promise<string[]> => {
  await enterPhase(room, 'cluster')
  const clusters: string[] = []
  for (const { name, members } of tally.groups) {
    const ideas = members.flatMap((id) => written.ideas.get(id) ?? [])
    const { cluster } = await must(room.coach, { type: 'cluster.create', name, ideas: ideas.slice(0, 500) })
    for (let from = 500; from < ideas.length; from += 500)
      await must(room.coach, { type: 'ideas.assign', ideas: ideas.slice(from, from + 500), cluster })
    clusters.push(String(cluster))
  }
  return clusters
}
