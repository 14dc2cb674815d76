import type { Shift } from '../../shared/domain/votes/shift.ts'
import { useLaterSharedWords } from './laterWords.ts'
import '../styles/moved.css'

/** How a thing stood in the first round, and what moved, in a word. */
export const Moved = ({ shift: { dots, voters, moved } }: { shift: Shift }) => {
  const w = useLaterSharedWords().result
  return (
    <span className="moved-line">
      {w.was(dots.before, voters.before)}:{' '}
      <b className={moved === 'steady' || moved === 'same' ? 'moved' : 'moved moved-much'}>{w.moved[moved]}</b>
    </span>
  )
}

/** The bar of now, and under it, thinner, the one of the first round; `most`: the dots of the longest. */
export const Bars = ({ dots, before, most }: { dots: number; before: number | null; most: number }) => (
  <svg
    className={before === null ? 'bar' : 'bar bar-twice'}
    viewBox={`0 0 100 ${before === null ? 8 : 13}`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect width={(100 * dots) / most} height="8" />
    {before === null ? null : <rect className="bar-was" y="10" width={(100 * before) / most} height="3" />}
  </svg>
)
