import { useFirstRound } from '../../parts/useFirstRound.ts'
import { Action } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

/** In the first round of writing: whether the owner only listens, and changing that in one tap. */
export const NowOwner = () => {
  const w = useCoachWords()
  const { listens, first } = useFirstRound()
  if (!first) return null
  return (
    <div className="row now-owner">
      <p role="status">{listens ? w.owner.listens : w.owner.writes}</p>
      <Action command={{ type: 'plein.set', settings: { ownerListens: !listens } }}>{listens ? w.owner.lift : w.owner.putBack}</Action>
    </div>
  )
}
