import { kinds } from '../../../shared/domain/phases/kinds.ts'
import type { Contribution } from '../../../shared/domain/state.ts'
import { usePhase } from '../../session/useDocument.ts'

/** What the phase of now asks of people. */
export const useAsked = (): { contributions: readonly Contribution[]; writes: boolean } => {
  const phase = usePhase()
  const contributions = phase === null ? [] : kinds[phase.kind].contributions
  return { contributions, writes: contributions.length > 0 && (phase?.settings.whoPosts.length ?? 0) > 0 }
}
