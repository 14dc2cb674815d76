import { useEffect, useState } from 'react'

/** Narrower than 3 : 2: a projector of 4 : 3, or a window beside something else. */
const query = '(max-aspect-ratio: 1499/1000)'

export const useNarrow = (): boolean => {
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const look = () => setNarrow(list.matches)
    look()
    list.addEventListener('change', look)
    return () => list.removeEventListener('change', look)
  }, [])
  return narrow
}
