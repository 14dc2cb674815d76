import { useEffect, useState } from 'react'
import { useSession, useWorks } from '../session/SessionProvider.tsx'

/** Milliseconds between two questions, and without an answer until it is told. */
const every = 2000
const patience = 3500

/** A line that died without a word looks alive for half a minute, and nobody touches a screen: what was hidden meanwhile would stand there as if it
 *  were so. So it asks by itself, which a hundred and fifty phones need not. */
export const useSilent = (): boolean => {
  const live = useSession().connection === 'live'
  const { connection } = useWorks()
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    if (!live) return
    let doubt: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      doubt ??= setTimeout(() => setSilent(true), patience)
      // Any answer will do, a refusal too. Without one the line is taken anew.
      if ((await connection.attempt('', { type: 'mine', keys: [] })) === null) return
      clearTimeout(doubt)
      doubt = undefined
      setSilent(false)
    }
    const look = () => {
      void ask()
      connection.documents.probe()
    }
    look()
    const timer = setInterval(look, every)
    return () => {
      clearInterval(timer)
      clearTimeout(doubt)
    }
  }, [live, connection])
  return silent
}
