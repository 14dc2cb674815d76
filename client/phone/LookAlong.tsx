import { useEffect, useRef } from 'react'
import { useShown } from '../stage/useShown.ts'
import { ShownInWords } from './ShownInWords.tsx'
import { usePhoneWords } from './words.ts'

/** "Kijk mee": in words whatever the screen shows now, for the back row and for whoever cannot see it. */
export const LookAlong = ({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) => {
  const w = usePhoneWords()
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (box.current && box.current.open !== open) box.current.open = open
  }, [open])
  return (
    <details
      ref={box}
      className="group look-along"
      onToggle={(event) => {
        if (event.currentTarget.open !== open) onOpen(event.currentTarget.open)
      }}
    >
      <summary id="kijk-mee">{w.look.heading}</summary>
      {open ? <Shown /> : null}
    </details>
  )
}

const Shown = () => {
  const w = usePhoneWords()
  const it = useShown()
  if (it === null) return null
  const title = w.look.title(it)
  return (
    <div className="look-page">
      <p role="status">
        <strong>{title}</strong> {it.pages > 1 ? w.look.page(it.page + 1, it.pages) : null}
      </p>
      <ShownInWords it={it} />
    </div>
  )
}
