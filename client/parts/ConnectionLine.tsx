import { useEffect, useState } from 'react'
import { useSession } from '../session/SessionProvider.tsx'
import { useSharedWords } from './words.ts'

const quietFor = 2000

/** The line has been away for two seconds: shorter gaps are nobody's concern. */
export const useAway = (): boolean => {
  const { connection } = useSession()
  const away = connection === 'away' || connection === 'connecting'
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!away) return setShown(false)
    const timer = setTimeout(() => setShown(true), quietFor)
    return () => clearTimeout(timer)
  }, [away])
  return away && shown
}

/** Says that the line is away. Blocks nothing. */
export const ConnectionLine = () => {
  const w = useSharedWords()
  const shown = useAway()
  return (
    <div className={shown ? 'connection' : 'for-ears'} role="status">
      {shown ? <p>{w.connection.away}</p> : null}
    </div>
  )
}
