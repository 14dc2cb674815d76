import { useSyncExternalStore } from 'react'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useContributing } from '../session/SessionProvider.tsx'
import { useFact } from '../session/useDocument.ts'

/** Whether a wording of the question came from this own text. Decided here, by the key that only this phone has. */
export const useBecameQuestion = ({ key, as }: Pick<OwnLine, 'key' | 'as'>): boolean => {
  const { own } = useContributing()
  const idea = useSyncExternalStore(own.subscribe, () => own.picture().mine[key]?.idea)
  const source = useFact('board', 'framings', (chain) =>
    [...chain.values()].some(({ sources }) => sources.some(({ kind, id }) => kind === 'idea' && id === idea)),
  )
  // Of an answer after a vote no phone says so (M6).
  return source && as !== 'condition'
}
