import { useEffect } from 'react'
import { jitter } from '../session/random.ts'
import { useSession, useWorks } from '../session/SessionProvider.tsx'

/** Milliseconds; never two windows at once. */
const pause = 4000

/** Another window of this device took the place of this one. Nobody stands at a screen to press a button, so the one that is seen comes back by
 *  itself; one that nobody sees stays away, or they would push each other out for ever. */
export const useComeBack = (): void => {
  const { ending } = useSession()
  const { connection } = useWorks()
  useEffect(() => {
    if (ending !== 'replaced') return
    const look = () => {
      if (document.visibilityState === 'visible') connection.resume()
    }
    const timer = setInterval(look, pause * (0.75 + jitter() / 2))
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ending, connection])
}
