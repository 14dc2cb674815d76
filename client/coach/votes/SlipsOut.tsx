import { Notice } from '../../parts/Notice.tsx'
import { useDeskWords } from '../deskWords.ts'
import { inRanges } from './slips.ts'
import { useReturned } from './useEntering.ts'

/** Slips that this desk typed and the server did not take, where nobody sees them any more. */
export const SlipsOut = ({ round }: { round: string }) => {
  const w = useDeskWords()
  const [returned] = useReturned(round)
  const numbers = [...new Set(returned.map(({ slip }) => slip.paper))].sort((a, b) => a - b)
  return numbers.length === 0 ? null : (
    <Notice tone="alarm">
      <p>{w.votes.slipsOut(inRanges(numbers))}</p>
    </Notice>
  )
}
