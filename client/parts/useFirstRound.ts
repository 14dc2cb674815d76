import { isFirstRound, listensIn } from '../../shared/domain/ownerSeat/listens.ts'
import type { PleinFields } from '../../shared/wire/documents.ts'
import { useEntries, usePhase, usePlein } from '../session/useDocument.ts'

/** Whether the owner listens now, and whether that is what a coach could lift or put back: in the first round of writing, where the phase lets the
 *  owner write. */
export const useFirstRound = (): { listens: boolean; first: boolean } => {
  const phase = usePhase()
  const phases = useEntries('board', 'phases')
  const plein = usePlein()
  if (plein?.stage !== 'open' || !phase?.settings.whoPosts.includes('owner')) return { listens: false, first: false }
  const played = playedIn(plein, phases)
  return { listens: listensIn(phase, played, plein.settings), first: isFirstRound(phase, played) }
}

const playedIn = ({ played }: PleinFields, phases: ReturnType<typeof useEntries<'board', 'phases'>>) =>
  played.flatMap((phase) => {
    const kind = phases.get(phase)?.kind
    return kind === undefined ? [] : [{ phase, kind }]
  })
