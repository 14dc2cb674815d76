import { kinds } from '../../shared/domain/phases/kinds.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { Ready } from '../phone/Ready.tsx'
import { Signals } from '../phone/Signals.tsx'

/** The owner counts among the room: ready with writing, and a hand, as on every phone. */
export const Say = ({ phase }: { phase: PhaseEntry & { id: string } }) => {
  const asks = kinds[phase.kind].contributions.length > 0
  return (
    <div className="owner-say">
      {asks ? <Ready phase={phase.id} /> : null}
      <Signals ready={asks} />
    </div>
  )
}
