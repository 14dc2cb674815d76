import { useEffect, useState } from 'react'

/** The second half of a double tap, or a thumb that was on its way, must not press what has just come under it. */
const settles = 500

/** True for half a second after `now` became another; `before`: what it counts as having been when it came. */
export const useSettling = <T>(now: T, before: T = now): boolean => {
  const [seen, setSeen] = useState(before)
  useEffect(() => {
    if (seen === now) return
    const timer = setTimeout(() => setSeen(now), settles)
    return () => clearTimeout(timer)
  }, [seen, now])
  return seen !== now
}
