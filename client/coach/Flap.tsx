import type { ReactNode } from 'react'
import { useFlap } from './useFlap.ts'
import { useCoachWords } from './words.ts'

/** Nobody touched it for so many milliseconds: it is covered again. Longer than for one text: here people think. */
const shownFor = 60_000

/** R2: what is not for the room, where the room sees this device. */
export const Flap = ({ children }: { children: ReactNode }) => {
  const w = useCoachWords()
  const { shut, touch } = useFlap(shownFor)
  if (shut)
    return (
      <button type="button" className="flap" onClick={touch}>
        {w.cover.covered}
      </button>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that somebody is at work inside
    <div className="panel" onKeyDown={touch} onPointerDown={touch}>
      {children}
    </div>
  )
}
