import { useCallback } from 'react'
import type { FramingEntry } from '../../shared/wire/documents.ts'
import { useEntries } from '../session/useDocument.ts'
import { useSharedWords } from './words.ts'

/** Where a wording came from, in one line: the names of its groups, how many ideas, and the role that formulated it. */
export const useSourceLine = (): ((framing: FramingEntry) => string) => {
  const w = useSharedWords()
  const clusters = useEntries('board', 'clusters')
  return useCallback(
    (framing) => {
      const groups = framing.sources
        .flatMap((source) => (source.kind === 'cluster' ? [clusters.get(source.id)?.name ?? null] : []))
        .filter((name) => name !== null)
      const burst = framing.form === 'burst'
      const ideas = framing.sources.filter((source) => source.kind === 'idea').length - (burst ? 1 : 0)
      const rounds = framing.sources.filter((source) => source.kind === 'round').length
      return w.source.line(w.source.by[framing.by], groups, ideas, rounds, burst)
    },
    [w, clusters],
  )
}
