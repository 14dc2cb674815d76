import { useEffect, useState } from 'react'
import { useSession, useWorks } from '../session/SessionProvider.tsx'

/** Milliseconds between two questions, and until the line that gave no answer is taken anew. */
const every = 2000
const lost = 10_000
/** Of the line of the board each second time: a seat has a question a second, for all of its windows. */
const documentsEvery = 2

/** Milliseconds without an answer until it is told: a line that is slow is not lost, so half as long again as the slowest of its last three answers took. */
export const patience = (took: readonly number[]): number => Math.min(8000, Math.max(3500, 1.5 * Math.max(0, ...took)))

/** A line that died without a word looks alive for half a minute, and nobody touches a screen: what was hidden meanwhile would stand there as if it
 *  were so. So it asks by itself, which a hundred and fifty phones need not. */
export const useSilent = (): boolean => {
  const live = useSession().connection === 'live'
  const { connection } = useWorks()
  const [silent, setSilent] = useState(false)
  useEffect(() => {
    if (!live) return
    let doubt: ReturnType<typeof setTimeout> | undefined
    let [asking, looks] = [false, 0]
    let took: readonly number[] = []
    const ask = async () => {
      if (asking) return
      asking = true
      // A line that has never answered yet is still being told of all that there is.
      if (took.length > 0) doubt = setTimeout(() => setSilent(true), patience(took))
      const asked = performance.now()
      // Any answer will do, a refusal too. Without one the line is taken anew.
      const answer = await connection.attempt('', { type: 'mine', keys: [] }, undefined, lost)
      asking = false
      if (answer === null) return
      took = [...took.slice(-2), performance.now() - asked]
      clearTimeout(doubt)
      setSilent(false)
    }
    const look = () => {
      void ask()
      // It may die while the other one lives; what was hidden stands there until it is taken anew.
      if (looks++ % documentsEvery === 0) connection.documents.probe(patience(took))
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
