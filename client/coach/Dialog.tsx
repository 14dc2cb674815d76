import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useCoachWords } from './words.ts'

/** The browser's own dialog: focus goes in, Escape closes, focus comes back. Shown for as long as it is rendered. */
export const Dialog = ({ heading, onClose, children, wide = false }: { heading: string; onClose: () => void; children: ReactNode; wide?: boolean }) => {
  const box = useRef<HTMLDialogElement>(null)
  const title = useId()
  const w = useCoachWords()
  useEffect(() => {
    const dialog = box.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={box} className={wide ? 'dialog dialog-wide' : 'dialog'} aria-labelledby={title} onCancel={onClose} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={title}>{heading}</h2>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {w.close}
        </button>
      </div>
      {children}
    </dialog>
  )
}
