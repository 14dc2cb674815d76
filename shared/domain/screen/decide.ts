/** What a coach puts before the room. */
import { findCluster } from '../clusters/find.ts'
import { onBoard } from '../clusters/members.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { same } from '../same.ts'
import { signed } from '../signed.ts'
import type { Plein, Show } from '../state.ts'

/** Only what the board holds: the screen never shows more than the room may see (R2). */
const missing = (plein: Plein, show: Show): Refusal | null => {
  switch (show.on) {
    case 'idea': {
      const idea = plein.ideas.get(show.idea)
      // What the desk has not heard of must not differ from what is not there (S1).
      if (!idea || (!idea.listed && !idea.released)) return { code: 'idea-unknown', idea: show.idea }
      if (idea.withdrawn) return { code: 'idea-withdrawn', idea: show.idea }
      return idea.released && !idea.hidden ? null : { code: 'idea-not-released', idea: show.idea }
    }
    case 'cluster': {
      const named = findCluster(plein, show.cluster)
      if ('refusal' in named) return named.refusal
      return onBoard(plein, named.found) ? null : { code: 'cluster-not-shared', cluster: show.cluster }
    }
    case 'phase':
    case 'chain':
    case 'join':
    case 'dark':
      return null
    default:
      return show satisfies never
  }
}

export const decideScreen: { 'screen.show': Decide<CommandOf<'screen.show'>> } = {
  'screen.show': (plein, actor, { show }, world) => {
    const refusal = missing(plein, show)
    if (refusal) return refuse(refusal)
    if (same(show, plein.show)) return refuse({ code: 'nothing-changed' })
    return accept([{ type: 'screen.shown', show, ...signed(actor, world) }])
  },
}
