import { useEffect, useState } from 'react'
import { useSettling } from './useSettling.ts'

/** Who looked away is asked anew. */
const asksFor = 15_000

/** Of a button that asks "sure?" in its own place: what it asks about now, and whether it has only just begun to. */
export const useSure = <T>() => {
  const [asked, ask] = useState<T | null>(null)
  const turned = useSettling(asked)
  useEffect(() => {
    if (asked === null) return
    const timer = setTimeout(() => ask(null), asksFor)
    return () => clearTimeout(timer)
  }, [asked])
  return { asked, ask, turned }
}
