import { useEffect, useState } from 'react'
import { useSession } from '../session/SessionProvider.tsx'
import { useSharedWords } from './words.ts'

const quietFor = 2000

/** Says that the line is away, after two seconds: shorter gaps are nobody's concern. Blocks nothing. */
export const ConnectionLine = () => {
  const w = useSharedWords()
  const { connection } = useSession()
  const away = connection === 'away' || connection === 'connecting'
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!away) return setShown(false)
    const timer = setTimeout(() => setShown(true), quietFor)
    return () => clearTimeout(timer)
  }, [away])
  return (
    <div className={shown ? 'connection' : 'for-ears'} role="status">
      {shown ? <p>{w.connection.away}</p> : null}
    </div>
  )
}
