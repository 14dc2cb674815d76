import { useEffect, useState } from 'react'
import { useSession, useWorks } from '../session/SessionProvider.tsx'

/** Milliseconds between two questions, without an answer until it is told, and until the line is taken anew: one that is slow is not lost. */
const every = 2000
const patience = 3500
const lost = 10_000
/** Of the lines of documents each third time: a seat has a question a second, for all of its windows. */
const documentsEvery = 3

/** A line that died without a word looks alive for half a minute, and nobody touches a screen: what was hidden meanwhile would stand there as if it
 *  were so. So it asks by itself, which a hundred and fifty phones need not. */
export const useSilent = (): boolean => {
  const live = useSession().connection === 'live'
  const { connection } = useWorks()
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    if (!live) return
    let doubt: ReturnType<typeof setTimeout> | undefined
    let [asking, heard, looks] = [false, false, 0]
    const ask = async () => {
      if (asking) return
      asking = true
      // A line that has never answered yet is still being told of all that there is.
      if (heard) doubt = setTimeout(() => setSilent(true), patience)
      // Any answer will do, a refusal too. Without one the line is taken anew.
      const answer = await connection.attempt('', { type: 'mine', keys: [] }, undefined, lost)
      asking = false
      if (answer === null) return
      heard = true
      clearTimeout(doubt)
      setSilent(false)
    }
    const look = () => {
      void ask()
      if (looks++ % documentsEvery === 0) connection.documents.probe()
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
