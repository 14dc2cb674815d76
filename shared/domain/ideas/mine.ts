/** What became of one's own ideas: the only way in which anybody learns that an idea is theirs, and only by its key. */
import { onBoard } from '../clusters/members.ts'
import { asksAbout } from '../names/verify.ts'
import type { Idea, Plein } from '../state.ts'
import type { World } from '../world.ts'
import { ideaOf } from './key.ts'

/** As `Mine` in `shared/wire/messages.ts`. */
export type OwnIdea = Pick<Idea, 'as' | 'text' | 'edit' | 'phase' | 'cluster' | 'who' | 'by' | 'day'> & {
  state: 'waiting' | 'shared' | 'hidden' | 'withdrawn'
  idea: string
  /** Its author is asked whether the name of its group carries it, and has not answered. */
  asked?: true
}

const stateOf = (idea: Idea): OwnIdea['state'] => {
  if (idea.withdrawn) return 'withdrawn'
  if (idea.hidden) return 'hidden'
  return idea.released ? 'shared' : 'waiting'
}

/** Only a group that the room sees: what the desk prepares is nobody's yet (S1). */
const seenCluster = (plein: Plein, idea: Idea): string | null => {
  const cluster = plein.clusters.get(idea.cluster ?? '')
  return cluster && onBoard(plein, cluster) ? cluster.id : null
}

/** Unknown keys are left out. */
export const mine = (plein: Plein, keys: readonly string[], world: World): Record<string, OwnIdea> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const idea = ideaOf(plein, key, world)
      if (!idea) return []
      const { id, as, text, edit, phase, who, by, day } = idea
      const when = day === undefined ? {} : { day }
      const cluster = seenCluster(plein, idea)
      const asked = !idea.withdrawn && asksAbout(plein, world.hash(key), cluster) ? { asked: true as const } : {}
      return [[key, { state: stateOf(idea), idea: id, as, text, edit, phase, cluster, who, by, ...when, ...asked }]]
    }),
  )
