import { Resonance } from '../../parts/Resonance.tsx'
import { useFirstRound } from '../../parts/useFirstRound.ts'
import { usePhase } from '../../session/useDocument.ts'
import { Action } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

/** In the first round of writing: whether the owner only listens, and changing that in one tap. Before the room: that the owner writes, and whether
 *  it touches. */
export const NowOwner = () => {
  const w = useCoachWords()
  const { listens, first } = useFirstRound()
  const phase = usePhase()
  if (phase?.kind === 'write')
    return (
      <>
        <p className="help">{w.owner.beforeRoom}</p>
        <Resonance />
      </>
    )
  if (!first) return null
  return (
    <div className="row now-owner">
      <p role="status">{listens ? w.owner.listens : w.owner.writes}</p>
      <Action command={{ type: 'plein.set', settings: { ownerListens: !listens } }}>{listens ? w.owner.lift : w.owner.putBack}</Action>
    </div>
  )
}
