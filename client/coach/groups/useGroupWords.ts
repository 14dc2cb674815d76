import { createContext, useContext, useMemo } from 'react'
import { type CoachWords, useCoachWords } from '../words.ts'

/** What is being grouped at this desk. */
export type Grouped = 'idea' | 'proposal'
export const GroupedContext = createContext<Grouped>('idea')

/** What a desk says, about what is being grouped. */
export const useGroupWords = (): CoachWords => {
  const w = useCoachWords()
  const grouped = useContext(GroupedContext)
  return useMemo(() => (grouped === 'idea' ? w : { ...w, groups: w.proposalGroups }), [w, grouped])
}
