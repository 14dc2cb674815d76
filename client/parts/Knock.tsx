import { type ReactNode, useEffect, useState } from 'react'
import type { Role } from '../../shared/domain/state.ts'
import { type Knocking, knock, knocked } from './doors.ts'

const again = 2000

/** A device without a link: shows a short code until a coach has entered it at the desk, and a new one when that took too long. */
export const Knock = ({
  size,
  picture,
  words: w,
  onClaimed,
}: {
  size: 'small' | 'screen'
  /** Of the code, where there is room for one. */
  picture?: (code: string) => ReactNode
  words: { help: string; away: string; busy: string; full: string }
  onClaimed: (plein: string, role: Role) => void
}) => {
  const [knocking, setKnocking] = useState<Knocking | 'busy' | 'away' | null>(null)
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let mine: Knocking | null = null
    const turn = async () => {
      if (mine === null) {
        const answer = await knock()
        if (over) return
        setKnocking(answer)
        if (typeof answer !== 'string') mine = answer
      } else {
        const answer = await knocked(mine.secret)
        if (over) return
        if (answer === 'gone' || (answer !== 'waiting' && !answer.ok)) mine = null
        else if (answer !== 'waiting') return onClaimed(answer.plein, answer.role)
      }
      timer = setTimeout(turn, again)
    }
    void turn()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [onClaimed])
  if (knocking === null || typeof knocking === 'string')
    return <p role="status">{knocking === 'away' ? w.away : knocking === 'busy' ? w.full : w.busy}</p>
  return (
    <div className={`knock knock-${size}`}>
      <p className="knock-code">{knocking.code}</p>
      <p>{w.help}</p>
      {picture?.(knocking.code)}
    </div>
  )
}
