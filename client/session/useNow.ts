import { useEffect, useState } from 'react'
import { useSession } from './SessionProvider.tsx'

/** The server's time, renewed every so many milliseconds; `null` stands still (nothing ticks). */
export const useNow = (everyMs: number | null): number => {
  const { now } = useSession()
  const [at, setAt] = useState(now)
  useEffect(() => {
    setAt(now())
    if (everyMs === null) return
    const timer = setInterval(() => setAt(now()), everyMs)
    return () => clearInterval(timer)
  }, [now, everyMs])
  return at
}
