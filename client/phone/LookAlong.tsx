import { useEffect, useRef } from 'react'
import { useLater } from '../session/later.ts'
import { pagesLater } from './later.ts'
import { usePhoneWords } from './words.ts'

/** "Kijk mee": in words whatever the screen shows now, for the back row and for whoever cannot see it. */
export const LookAlong = ({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) => {
  const w = usePhoneWords()
  const come = useLater(pagesLater, open)
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
      {open && come !== null ? <come.LookedAt /> : null}
    </details>
  )
}
