import { useMemo } from 'react'
import { catalysts } from '../../shared/domain/framings/catalyst.ts'
import { useEntries, useFramings } from '../session/useDocument.ts'

/** Questions that became the question of the room, one for each burst. */
export const useCatalysts = (): ReadonlySet<string> => {
  const framings = useFramings()
  const ideas = useEntries('board', 'ideas')
  return useMemo(() => new Set(catalysts(framings, ideas).values()), [framings, ideas])
}
