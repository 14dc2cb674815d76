/** Select ideas, then say where they go. `null` moves them out. Grouping may begin on what is not shared yet; it then stays at the desk. */
import type { CommandOf } from '../commands.ts'
import type { Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import type { ClusterId, Idea } from '../state.ts'
import { findCluster, findIdeas } from './find.ts'
import type { Change } from './step.ts'
import { step } from './steps.ts'

export const placing = (ideas: readonly Idea[], to: ClusterId | null): Change[] =>
  ideas.filter((idea) => idea.cluster !== to).map((idea) => ({ change: 'place', idea: idea.id, from: idea.cluster, to }))

export const assign: Decide<CommandOf<'ideas.assign'>> = (plein, actor, command, world) => {
  if (command.cluster !== null) {
    const cluster = findCluster(plein, command.cluster)
    if ('refusal' in cluster) return refuse(cluster.refusal)
  }
  const ideas = findIdeas(plein, command.ideas)
  if ('refusal' in ideas) return refuse(ideas.refusal)
  const changes = placing(ideas.found, command.cluster)
  if (changes.length === 0) return refuse({ code: 'nothing-changed' })
  return step(actor, world, 'placed', changes)
}
