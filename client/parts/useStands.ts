import { useCallback } from 'react'
import type { Source } from '../../shared/domain/state.ts'
import { useEntries } from '../session/useDocument.ts'

/** Whether what was chosen as a source still stands on the board: its author may have taken it back since, or a coach have hidden it. A round never goes. */
export const useStands = (): ((source: Source) => boolean) => {
  const ideas = useEntries('board', 'ideas')
  const clusters = useEntries('board', 'clusters')
  const framings = useEntries('board', 'framings')
  return useCallback(
    ({ kind, id }) => kind === 'round' || { idea: ideas, cluster: clusters, framing: framings }[kind].has(id),
    [ideas, clusters, framings],
  )
}
