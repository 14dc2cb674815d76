import { useEffect, useState } from 'react'
import { Button } from './Action.tsx'
import { useDesk } from './desk.ts'
import { useDeskWords } from './deskWords.ts'

const shownFor = 8000

/** R2: where the room can see this device, text that nobody has shared stands behind a flap, and goes back behind it by itself. */
export const Cover = ({ text }: { text: string }) => {
  const { covered } = useDesk()
  const w = useDeskWords()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open) return
    const timer = setTimeout(() => setOpen(false), shownFor)
    return () => clearTimeout(timer)
  }, [open])
  if (!covered || open) return <span className="text">{text}</span>
  return (
    <button type="button" className="flap" onClick={() => setOpen(true)}>
      {w.cover.covered}
    </button>
  )
}

/** Asked once for each device and Plein, before anything is there to cover. Until it is answered all is covered, so it may wait. */
export const AskCover = () => {
  const { setCovered } = useDesk()
  const w = useDeskWords()
  return (
    <section className="ask-cover" aria-label={w.cover.heading}>
      <p>
        <b>{w.cover.heading}</b> {w.cover.help}
      </p>
      <div className="row">
        <Button onPress={() => setCovered(true)}>{w.cover.yes}</Button>
        <Button onPress={() => setCovered(false)}>{w.cover.no}</Button>
      </div>
    </section>
  )
}
