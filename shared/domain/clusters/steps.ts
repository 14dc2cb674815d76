/** A step: what one command at the desk changed, so that it can be taken back. */
import { type Accepted, type Actor, accept } from '../decision.ts'
import type { PleinEvent } from '../events.ts'
import { signed } from '../signed.ts'
import type { ClusterId, Plein } from '../state.ts'
import type { World } from '../world.ts'
import type { Change, Step, StepLabel } from './step.ts'

type StepDone = Extract<PleinEvent, { type: 'step.done' }>

export const step = (
  actor: Actor,
  world: World,
  label: StepLabel,
  changes: Change[],
  more: Partial<Pick<StepDone, 'made' | 'framing'>> = {},
  answer: Record<string, unknown> = {},
): Accepted => {
  const id = world.id()
  return accept([{ type: 'step.done', step: id, label, changes, made: [], ...more, ...signed(actor, world) }], { ...answer, step: id })
}

/** What a change is about: two changes of one facet get in each other's way. */
const facet = (change: Change): string => {
  switch (change.change) {
    case 'place':
      return `place/${change.idea}`
    case 'hide':
      return `hide/${change.idea}`
    case 'rename':
      return `name/${change.cluster}`
    case 'open':
      return `open/${change.cluster}`
    case 'create':
    case 'remove':
      return `life/${change.cluster}`
    case 'adopt':
      // The chain is one thing: a link that others follow cannot be taken out.
      return 'chain'
    default:
      return change satisfies never
  }
}

/** Facets whose later change would be lost when this one is taken back. */
const facets = (changes: readonly Change[]): Set<string> => {
  const all = new Set<string>()
  for (const change of changes) {
    all.add(facet(change))
    if (change.change === 'create') for (const part of ['name', 'open']) all.add(`${part}/${change.cluster}`)
  }
  return all
}

/** Whether something that taking this step back would restore was changed after it (L5), by a coach or by an author. */
export const overtaken = (plein: Plein, done: Step): boolean => {
  const mine = facets(done.changes)
  for (let at = plein.steps.length - 1; at >= 0; at--) {
    const later = plein.steps[at] as Step
    if (later.version <= done.version) break
    if (later.changes.some((change) => mine.has(facet(change)))) return true
  }
  return done.changes.some((change) => !restorable(plein, done, change))
}

/** Names, lives of groups, hiding and the chain are changed by steps alone, of which no later one was found; what else may have come between
 *  is looked for here. */
const restorable = (plein: Plein, done: Step, change: Change): boolean => {
  const there = (cluster: ClusterId) => plein.clusters.get(cluster)?.removed === false
  switch (change.change) {
    case 'place': {
      if ((plein.ideas.get(change.idea)?.placedAt ?? 0) > done.version) return false
      const { from } = change
      return from === null || there(from) || done.changes.some((other) => other.change === 'remove' && other.cluster === from)
    }
    case 'create': {
      const own = new Set(done.changes.flatMap((other) => (other.change === 'place' ? [other.idea] : [])))
      return [...(plein.members.get(change.cluster) ?? [])].every((idea) => own.has(idea))
    }
    case 'rename':
    case 'open':
      return there(change.cluster)
    case 'remove':
    case 'hide':
    case 'adopt':
      return true
    default:
      return change satisfies never
  }
}
