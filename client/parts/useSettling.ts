import { useEffect, useState } from 'react'

/** The second half of a double tap, or a thumb that was on its way, must not press what has just come under it. */
export const settles = 500

/** True for half a second (or `time`) after `now` became another; `before`: what it counts as having been when it came. */
export const useSettling = <T>(now: T, before: T = now, time = settles): boolean => {
  const [seen, setSeen] = useState(before)
  useEffect(() => {
    if (seen === now) return
    const timer = setTimeout(() => setSeen(now), time)
    return () => clearTimeout(timer)
  }, [seen, now, time])
  return seen !== now
}
