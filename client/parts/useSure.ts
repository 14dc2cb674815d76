import { useCallback, useEffect, useState } from 'react'
import { useSettling } from './useSettling.ts'

/** Who looked away is asked anew. */
const asksFor = 15_000

/** Of a button that asks "sure?" in its own place: what it asks about now, and whether it has only just begun to. */
export const useSure = <T>() => {
  const [{ asked, times }, set] = useState<{ asked: T | null; times: number }>({ asked: null, times: 0 })
  const ask = useCallback((about: T | null) => set(({ times }) => ({ asked: about, times: times + 1 })), [])
  // By the asking and not by what is asked: a press right after the deed asks about the same once more.
  const turned = useSettling(times)
  useEffect(() => {
    if (asked === null) return
    const timer = setTimeout(() => ask(null), asksFor)
    return () => clearTimeout(timer)
  }, [asked, ask])
  return { asked, ask, turned }
}
