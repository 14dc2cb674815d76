import { asked, asksOf } from '../../shared/domain/phases/asked.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import type { Round } from '../parts/rounds.ts'
import type { useSharedWords } from '../parts/words.ts'
import type { usePhoneWords } from './words.ts'

type Words = ReturnType<typeof usePhoneWords>
type SharedWords = ReturnType<typeof useSharedWords>

/** How a phase is called, here as at the desk. */
export const phaseName = (shared: SharedWords, phase: PhaseEntry): string => phase.title ?? shared.kinds[phase.kind]

/** One line on what happens now. `shared`: something of this phase is before the room. */
export const lineOf = (w: Words, phase: PhaseEntry, round: Round | undefined, shared: boolean): string => {
  const along = !phase.settings.hidden && asked[phase.kind].length > 0 ? ` ${w.now.along}` : ''
  switch (phase.kind) {
    case 'ideas':
      return along ? w.now.ideasOpen + along : shared ? w.now.ideasShared : w.now.ideas
    case 'burst':
      return (shared ? w.now.burstShared : w.now.burst) + along
    case 'cluster':
      return phase.settings.whoGroups === 'authors' ? w.now.clusterAuthors : w.now.cluster
    case 'vote':
      if (round === undefined) return w.now.voteWait
      if (round.status === 'open') return w.now.vote
      return round.revealed ? w.now.voteShown : w.now.voteDone
    default:
      return w.now[phase.kind] + along
  }
}

/** What the page asks: the coach's own sentence, else the standard one of its kind. */
export const headingOf = (shared: SharedWords, phase: PhaseEntry): string => phase.settings.prompt ?? shared.asks[asksOf(phase)]
