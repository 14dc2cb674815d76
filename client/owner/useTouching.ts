import { useMemo } from 'react'
import type { Source } from '../../shared/domain/state.ts'
import { useEntries, useFramings } from '../session/useDocument.ts'
import { useOwnersOwn } from '../session/useSeat.ts'

/** What touched the owner and stands behind no wording yet: the first to think of when the question is written anew. */
export const useTouching = (): readonly Source[] => {
  const { marks } = useOwnersOwn()
  const ideas = useEntries('board', 'ideas')
  const framings = useFramings()
  return useMemo(() => {
    const used = new Set(framings.flatMap(({ sources }) => sources.map(({ id }) => id)))
    return marks.filter((id) => ideas.has(id) && !used.has(id)).map((id) => ({ kind: 'idea', id }))
  }, [marks, ideas, framings])
}
