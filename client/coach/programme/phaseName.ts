import type { PhaseEntry } from '../../../shared/wire/documents.ts'
import { useDeskWords } from '../deskWords.ts'
import type { ProgrammePhase } from '../model.ts'

export const usePhaseName = (): ((phase: Pick<PhaseEntry, 'title' | 'kind'>) => string) => {
  const w = useDeskWords()
  return (phase) => phase.title ?? w.kinds[phase.kind]
}
const at = (programme: ProgrammePhase[], current: string | null) => programme.findIndex((phase) => phase.id === current)
/** The first phase after this one that is neither skipped nor an interlude. */
export const nextFrom = (programme: ProgrammePhase[], current: string | null): ProgrammePhase | undefined =>
  programme.slice(at(programme, current) + 1).find((phase) => !phase.skipped && !phase.interlude)
/** The last phase before this one that is not skipped. */
export const backFrom = (programme: ProgrammePhase[], current: string | null): ProgrammePhase | undefined =>
  programme.slice(0, Math.max(0, at(programme, current))).findLast((phase) => !phase.skipped)
