import { type ReactNode, useEffect, useState } from 'react'
import { useDesk } from './desk.ts'
import { useCoachWords } from './words.ts'

/** Nobody touched it for so many milliseconds: it is covered again. Longer than for one text: here people think. */
const shownFor = 60_000

/** R2: what is not for the room, where the room sees this device. */
export const Flap = ({ children }: { children: ReactNode }) => {
  const { covered } = useDesk()
  const w = useCoachWords()
  const [touched, setTouched] = useState<number | null>(null)
  useEffect(() => {
    if (touched === null) return
    const timer = setTimeout(() => setTouched(null), shownFor)
    return () => clearTimeout(timer)
  }, [touched])
  const touch = () => setTouched((count) => (count ?? 0) + 1)
  if (covered && touched === null)
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
