import { useCrowd } from '../session/useSeat.ts'
import { useLaterSharedWords } from './laterWords.ts'

/** Whether it touches: counts, from three people on. Nothing where nothing is being written before the room. */
export const Resonance = () => {
  const w = useLaterSharedWords()
  const counts = useCrowd()?.taps?.resonance
  if (counts === undefined) return null
  return (
    <p className="staged-resonance" role="status">
      {counts === null ? w.staged.few : w.staged.resonance(counts.touches, counts.off)}
    </p>
  )
}
