import { useCallback } from 'react'
import type { Source } from '../../shared/domain/state.ts'
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
      const from = (kind: Source['kind']) => framing.sources.filter((source) => source.kind === kind).map(({ id }) => id)
      const groups = from('cluster').flatMap((id) => clusters.get(id)?.name ?? [])
      const burst = framing.form === 'burst'
      const needs = from('idea').filter((id) => answers.includes(id)).length
      const ideas = from('idea').length - needs - (burst ? 1 : 0)
      const rounds = from('round').length
      return w.source.line(w.source.by[framing.by], groups, ideas, rounds, burst, needs > 0)
    },
    [w, clusters, answers],
  )
}
