import { useEffect } from 'react'
import { Button } from '../parts/Button.tsx'
import { PrivacyLink } from '../parts/Receipt.tsx'
import { Bar } from '../writing/Bar.tsx'
import { awaited, type Joined, type Waiting } from './joining.ts'
import { usePhoneWords } from './words.ts'

const again = 2000

/** Before a door that asks: nothing has come in yet, and nothing has to be done. */
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
  return (
    <>
      <div role="status" className="stopped">
        <h1>{w.join.waiting.heading}</h1>
        <p>{w.join.waiting.help}</p>
      </div>
      <p className="join-privacy">
        <PrivacyLink beside />
      </p>
      <Bar>
        <div className="thumb">
          <Button onPress={onLeave}>{w.join.waiting.leave}</Button>
        </div>
      </Bar>
    </>
  )
}
