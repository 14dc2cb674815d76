import { useEffect, useState, useSyncExternalStore } from 'react'
import { useSession, useWorks } from '../session/SessionProvider.tsx'
import { useSharedWords } from './words.ts'

const quietFor = 2000
/** By then it will not pass by itself: one looks at the Wi-Fi. */
const longAfter = 30_000

const useLasts = (is: boolean, time: number): boolean => {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!is) return setLasts(false)
    const timer = setTimeout(() => setLasts(true), time)
    return () => clearTimeout(timer)
  }, [is, time])
  return is && lasts
}

const useIsAway = (): boolean => {
  const { connection } = useSession()
  return connection === 'away' || connection === 'connecting'
}
/** Away so long that it will not pass by itself. */
export const useLongAway = (): boolean => useLasts(useIsAway(), longAfter)

/** What to say while the line is away; `null` for the first two seconds: shorter gaps are nobody's concern. */
export const useAway = (): string | null => {
  const { connection: words } = useSharedWords()
  const { hello } = useSession()
  const line = useWorks().connection
  const full = useSyncExternalStore(line.subscribe, () => line.told().full)
  const shown = useLasts(useIsAway(), quietFor)
  const long = useLongAway()
  if (!shown) return null
  if (full) return words.full
  return long ? words.long : hello === null ? words.first : words.away
}

/** Says that the line is away. Blocks nothing. */
export const ConnectionLine = () => {
  const said = useAway()
  return (
    <div className={said === null ? 'for-ears' : 'connection'} role="status">
      {said === null ? null : <p>{said}</p>}
    </div>
  )
}
