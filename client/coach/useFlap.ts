import { useEffect, useState } from 'react'
import { useDesk } from './desk.ts'

/** R2: where the room can see this device, what is not for the room is shut until it is touched, and shut again by itself.
 *  `shownFor`: milliseconds without a touch. */
export const useFlap = (shownFor: number): { shut: boolean; touch: () => void } => {
  const { covered } = useDesk()
  const [touched, setTouched] = useState<number | null>(null)
  useEffect(() => {
    if (touched === null) return
    const timer = setTimeout(() => setTouched(null), shownFor)
    return () => clearTimeout(timer)
  }, [touched, shownFor])
  return { shut: covered && touched === null, touch: () => setTouched((count) => (count ?? 0) + 1) }
}
