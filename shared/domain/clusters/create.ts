/** New clusters: from a selection, or split off another one. */

import { checkName } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import type { CommandOf } from '../commands.ts'
import type { Actor, Decide, Decision } from '../decision.ts'
import { refuse } from '../refusals.ts'
import type { Cluster, ClusterOf, Idea, Plein } from '../state.ts'
import type { World } from '../world.ts'
import { placing } from './assign.ts'
import { findCluster, findIdeas } from './find.ts'
import type { StepLabel } from './step.ts'
import { step } from './steps.ts'

export const decideCreate: Decide<CommandOf<'cluster.create'>> = (plein, actor, command, world) => {
  const ideas = findIdeas(plein, command.ideas)
  if ('refusal' in ideas) return refuse(ideas.refusal)
  const { found } = ideas
  const of = command.of ?? (found.length > 0 && found.every(({ as }) => as === 'proposal') ? 'proposal' : undefined)
  return create(plein, actor, world, 'created', { name: command.name, open: command.open ?? false, of }, found)
}

/** Ideas that another coach has moved out in the meantime are left where they are now. */
export const decideSplit: Decide<CommandOf<'cluster.split'>> = (plein, actor, command, world) => {
  const cluster = findCluster(plein, command.cluster)
  if ('refusal' in cluster) return refuse(cluster.refusal)
  const ideas = findIdeas(plein, command.ideas)
  if ('refusal' in ideas) return refuse(ideas.refusal)
  const inside = ideas.found.filter((idea) => idea.cluster === command.cluster)
  if (inside.length === 0) return refuse({ code: 'nothing-changed' })
  return create(plein, actor, world, 'split', { name: command.name, open: false, of: cluster.found.of }, inside)
}

const create = (
  plein: Plein,
  actor: Actor,
  world: World,
  label: StepLabel,
  wish: Pick<Cluster, 'name' | 'open'> & { of: ClusterOf | undefined },
  ideas: readonly Idea[],
): Decision => {
  const named = checkName(wish.name, lengths.cluster)
  if (!named.ok) return refuse(named.refusal)
  let count = 0
  for (const cluster of plein.clusters.values()) if (!cluster.removed) count++
  if (count >= world.limits.clusters) return refuse({ code: 'too-many-clusters', maximum: world.limits.clusters })
  const cluster = world.id()
  const made = [{ cluster, name: named.text, open: wish.open, ...(wish.of === undefined ? {} : { of: wish.of }) }]
  return step(actor, world, label, [{ change: 'create', cluster }, ...placing(ideas, cluster)], { made }, { cluster })
}
