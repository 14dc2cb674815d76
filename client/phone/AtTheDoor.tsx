import { useEffect } from 'react'
import { InLine } from './InLine.tsx'
import { awaited, type Joined, type Waiting } from './joining.ts'
import { usePhoneWords } from './words.ts'

const again = 2000

/** Before a door that asks: looks again and again whether a coach has let it in. */
export const AtTheDoor = ({
  waiting,
  onAnswer,
  onLeave,
}: {
  waiting: Waiting
  onAnswer: (joined: Joined) => void
  onLeave: () => void
}) => {
  const w = usePhoneWords()
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const joined = await awaited(waiting)
      if (over) return
      if (joined === 'waiting') timer = setTimeout(ask, again)
      else onAnswer(joined)
    }
    void ask()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [waiting, onAnswer])
  return <InLine leave={w.join.waiting.leave} onLeave={onLeave} />
}
