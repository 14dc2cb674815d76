import { Notice } from '../../parts/Notice.tsx'
import { useCrowd } from '../../session/useSeat.ts'
import { useDeskWords } from '../deskWords.ts'
import type { DeskRound } from '../model.ts'

/** Ballots of this round that the server keeps and cannot open, and what to do about it; nothing when there are none. */
export const Lost = ({ round }: { round: DeskRound }) => {
  const w = useDeskWords()
  const lost = useCrowd()?.unopened[round.id] ?? 0
  return lost === 0 ? null : (
    <Notice tone="alarm">
      <p>
        {w.votes.lost(lost)} {round.status === 'open' ? w.votes.lostAgain : w.votes.lostGone(lost)}
      </p>
    </Notice>
  )
}
