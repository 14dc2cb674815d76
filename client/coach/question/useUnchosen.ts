import { catalysts } from '../../../shared/domain/framings/catalyst.ts'
import { useEntries, useFramings } from '../../session/useDocument.ts'
import { useProgramme } from '../model.ts'

/** Whether the room was shown questions of the last burst and none of them became the question. */
export const useUnchosen = (): boolean => {
  const burst = useProgramme().findLast(({ kind, played }) => kind === 'burst' && played > 0)
  const ideas = useEntries('board', 'ideas')
  const chosen = catalysts(useFramings(), ideas)
  return (
    burst !== undefined && !chosen.has(burst.id) && [...ideas.values()].some(({ as, phase }) => as === 'question' && phase === burst.id)
  )
}
