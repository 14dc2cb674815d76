import { useEffect, useState } from 'react'
import { Dialog } from '../parts/Dialog.tsx'
import { Button } from './Action.tsx'
import { useDesk } from './desk.ts'
import { useCoachWords } from './words.ts'

const shownFor = 8000

/** R2: where the room can see this device, text that nobody has shared stands behind a flap, and goes back behind it by itself. */
export const Cover = ({ text }: { text: string }) => {
  const { covered } = useDesk()
  const w = useCoachWords()
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

/** Asked once for each device and Plein. */
export const AskCover = () => {
  const { setCovered } = useDesk()
  const w = useCoachWords()
  return (
    <Dialog close={w.close} heading={w.cover.heading} onClose={() => setCovered(true)}>
      <p>{w.cover.help}</p>
      <div className="row">
        <Button tone="main" onPress={() => setCovered(true)}>
          {w.cover.yes}
        </Button>
        <Button onPress={() => setCovered(false)}>{w.cover.no}</Button>
      </div>
    </Dialog>
  )
}
