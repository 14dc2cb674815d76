/** What is done to a cluster that is there: another name, one with another, away, named aloud. */

import { checkName } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import type { CommandOf } from '../commands.ts'
import type { Decide } from '../decision.ts'
import { renamed } from '../names/ask.ts'
import { refuse } from '../refusals.ts'
import type { Idea, Plein } from '../state.ts'
import { placing } from './assign.ts'
import { findCluster } from './find.ts'
import { membersOf } from './members.ts'
import { step } from './steps.ts'

const ideasOf = (plein: Plein, cluster: string): Idea[] => membersOf(plein, cluster).flatMap((id) => plein.ideas.get(id) ?? [])

export const decideRename: Decide<CommandOf<'cluster.rename'>> = (plein, actor, command, world) => {
  const cluster = findCluster(plein, command.cluster)
  if ('refusal' in cluster) return refuse(cluster.refusal)
  const named = checkName(command.name, lengths.cluster)
  if (!named.ok) return refuse(named.refusal)
  const from = cluster.found.name
  if (named.text === from) return refuse({ code: 'nothing-changed' })
  const changes = [{ change: 'rename' as const, cluster: command.cluster, from, to: named.text }]
  const done = step(actor, world, 'renamed', changes)
  return { ...done, ledger: [...done.ledger, ...renamed(plein, changes)] }
}

export const decideMerge: Decide<CommandOf<'cluster.merge'>> = (plein, actor, command, world) => {
  if (command.from === command.into) return refuse({ code: 'cluster-same' })
  for (const id of [command.from, command.into]) {
    const cluster = findCluster(plein, id)
    if ('refusal' in cluster) return refuse(cluster.refusal)
  }
  const placed = placing(ideasOf(plein, command.from), command.into)
  return step(actor, world, 'merged', [...placed, { change: 'remove', cluster: command.from, mergedInto: command.into }])
}

/** Its ideas become loose; none goes with it. */
export const decideRemove: Decide<CommandOf<'cluster.remove'>> = (plein, actor, command, world) => {
  const cluster = findCluster(plein, command.cluster)
  if ('refusal' in cluster) return refuse(cluster.refusal)
  const placed = placing(ideasOf(plein, command.cluster), null)
  return step(actor, world, 'removed', [...placed, { change: 'remove', cluster: command.cluster, mergedInto: null }])
}

export const decideOpen: Decide<CommandOf<'cluster.open'>> = (plein, actor, command, world) => {
  const cluster = findCluster(plein, command.cluster)
  if ('refusal' in cluster) return refuse(cluster.refusal)
  if (cluster.found.open) return refuse({ code: 'nothing-changed' })
  return step(actor, world, 'opened', [{ change: 'open', cluster: command.cluster }])
}
