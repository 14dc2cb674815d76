import { askOf, enoughFor } from '../conditions/asks.ts'
import type { Plein } from '../state.ts'
import type { Holds } from './holds.ts'

/** Contributions, where they stand, and the keys that open them. */
export const ideas = (plein: Plein, holds: Holds): void => {
  const { phases, clusters, members, counters } = plein
  const places = new Set<number>()
  let waiting = 0
  let released = 0
  let placed = 0
  for (const [id, idea] of plein.ideas) {
    holds('I4 an idea stands under its own id', idea.id === id)
    holds('P7 a phase that was written for is there', phases.has(idea.phase))
    holds('I9 what is released has a place in that order, and nothing else has', idea.released === idea.order > 0)
    holds('I10 a new wording waits only for what is released', idea.edit === null || idea.released)
    if (idea.withdrawn)
      holds(
        'I11 of what is withdrawn no words are left',
        idea.text === '' && idea.edit === null && idea.who === null && idea.by === null && idea.day === undefined,
      )
    holds('M2 an answer, and nothing else, is about something that was asked', (idea.as === 'condition') === (idea.about !== undefined))
    if (idea.about) holds('M2 what an answer is about was asked', askOf(plein, idea.about)?.conditions.includes(id) === true)
    if (idea.released) holds('M3 what the room is shown has enough answers', enoughFor(plein, idea))
    if (idea.as !== 'commitment')
      holds('I14 only a commitment holds a name and a moment', idea.who === null && idea.by === null && idea.day === undefined)
    const waits = !idea.listed && !idea.withdrawn
    if (waits) waiting += 1
    holds('D5 what the desk must still hear of is remembered', plein.unlisted.has(id) === waits)
    if (idea.released) {
      released += 1
      places.add(idea.order)
      holds('I9 the order of release goes no further than was counted', idea.order <= counters.idea)
    }
    if (idea.cluster !== null) {
      placed += 1
      holds('C1 the cluster of an idea is there', clusters.get(idea.cluster)?.removed === false)
      holds('C1 a cluster knows its ideas', members.get(idea.cluster)?.has(id) === true)
    }
  }
  holds('D5 what the desk must still hear of is remembered', plein.unlisted.size === waiting)
  holds('I9 no two have one place in the order of release', places.size === released)
  let held = 0
  for (const [cluster, inside] of members) {
    held += inside.size
    holds('C1 what holds ideas is a cluster', clusters.has(cluster))
  }
  // Each idea is where it says, so more than there are would be one that stands in two.
  holds('C1 every idea stands in at most one cluster', held === placed)
  for (const idea of plein.marks) holds('E2 what the owner marked is there', plein.ideas.get(idea)?.withdrawn === false)
  for (const idea of plein.keys.values()) holds('I4 a key opens an idea that is there', plein.ideas.has(idea))
}
