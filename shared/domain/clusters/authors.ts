/** Authors place their own idea through its edit key, when the coach has asked for that (the permission table looks). */
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { ownIdea } from '../ideas/key.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { ClusterId, ClusterOf, Idea, Plein } from '../state.ts'
import { heirOf } from './find.ts'
import { onBoard } from './members.ts'

export const decidePlace: Decide<CommandOf<'idea.place'>> = (plein, _actor, command, world) => {
  const own = ownIdea(plein, command.key, world)
  if (!own.ok) return own
  const { idea } = own
  const refusal = command.cluster === null ? null : unseen(plein, command.cluster)
  if (refusal) return refuse(refusal)
  // A coach may lay anything together; who places the own one keeps to what the group is made of.
  if (command.cluster !== null && plein.clusters.get(command.cluster)?.of !== kindOf(idea))
    return refuse({ code: 'cluster-of-other', cluster: command.cluster })
  if (idea.cluster === command.cluster) return accept([])
  return accept([{ type: 'idea.placed', idea: idea.id, from: idea.cluster, cluster: command.cluster }])
}

const kindOf = ({ as }: Idea): ClusterOf | undefined => (as === 'proposal' ? as : undefined)

/** An author may go only where the board shows a cluster: any other answer would tell what the desk is doing (S1). */
export const unseen = (plein: Plein, id: ClusterId): Refusal | null => {
  const cluster = plein.clusters.get(id)
  if (cluster && onBoard(plein, cluster)) return null
  const heir = cluster && heirOf(plein, cluster)
  if (heir && onBoard(plein, heir)) return { code: 'cluster-merged', cluster: id, into: heir.id, name: heir.name }
  return { code: 'cluster-unknown', cluster: id }
}
