import { useCallback } from 'react'
import type { FramingEntry, IdeaEntry } from '../../shared/wire/documents.ts'
import { derived, useDerived } from '../session/derived.ts'
import { sameList } from '../session/same.ts'
import { useEntries } from '../session/useDocument.ts'
import { useSharedWords } from './words.ts'

/** What people said that they need: the same list until one of these comes or goes, or each new idea would draw the question anew. */
const answersIn = derived([['board', 'ideas']], () => {
  let before: readonly string[] = []
  return (ideas: ReadonlyMap<string, IdeaEntry>): readonly string[] => {
    before = sameList(
      before,
      [...ideas].flatMap(([id, { as }]) => (as === 'condition' ? [id] : [])),
    )
    return before
  }
})

/** Where a wording came from, in one line: the names of its groups, how many ideas, and the role that formulated it. */
export const useSourceLine = (): ((framing: FramingEntry) => string) => {
  const w = useSharedWords()
  const clusters = useEntries('board', 'clusters')
  const answers = useDerived(answersIn)
  return useCallback(
    (framing) => {
      const groups = framing.sources
        .flatMap((source) => (source.kind === 'cluster' ? [clusters.get(source.id)?.name ?? null] : []))
        .filter((name) => name !== null)
      const burst = framing.form === 'burst'
      const needs = framing.sources.filter((source) => source.kind === 'idea' && answers.includes(source.id)).length
      const ideas = framing.sources.filter((source) => source.kind === 'idea').length - needs - (burst ? 1 : 0)
      const rounds = framing.sources.filter((source) => source.kind === 'round').length
      return w.source.line(w.source.by[framing.by], groups, ideas, rounds, burst, needs > 0)
    },
    [w, clusters, answers],
  )
}
