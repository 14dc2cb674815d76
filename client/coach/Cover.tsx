import { within } from '../../shared/text/ownLines.ts'
import { Button } from './Action.tsx'
import { useDesk } from './desk.ts'
import { useDeskWords } from './deskWords.ts'
import { useFlap } from './useFlap.ts'

/** Milliseconds. */
export const shownFor = 8000

/** R2: where the room can see this device, text that nobody has shared stands behind a flap, and goes back behind it by itself. */
export const Cover = ({ text }: { text: string }) => {
  const w = useDeskWords()
  const { shut, touch } = useFlap(shownFor)
  if (!shut) return <span className="text">{within(text)}</span>
  return (
    <button type="button" className="flap" onClick={touch}>
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
