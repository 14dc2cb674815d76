import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import '../styles/dialog.css'

/** The browser's own dialog: focus goes in, Escape closes, focus comes back. Shown for as long as it is rendered. */
export const Dialog = ({
  heading,
  close,
  onClose,
  children,
}: {
  heading: string
  /** The word on the button in the corner. Without it the dialog has its own way out, beside its action. */
  close?: string
  onClose: () => void
  children: ReactNode
}) => {
  const box = useRef<HTMLDialogElement>(null)
  const title = useId()
  // In the commit itself: an effect that comes later took the focus from whoever had gone on meanwhile.
  useLayoutEffect(() => {
    const dialog = box.current
    if (dialog && !dialog.open) {
      dialog.showModal()
      // The browser takes the first control: the one that closes it, or else the action, which a second Enter must not press by accident.
      // Whoever is asked for words should be able to type them at once.
      const field = dialog.querySelector<HTMLElement>('input:not([type=checkbox], [type=radio]), textarea')
      const first = field ?? dialog.querySelector<HTMLElement>('h2[tabindex]')
      first?.focus()
    }
    // Closed before it leaves the page, so that the browser gives the focus back.
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={title}
      onClose={() => {
        // While the product is being made React shows each part twice: the first close is told when the second one is open.
        if (box.current?.open !== true) onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={title} tabIndex={close === undefined ? -1 : undefined}>
          {heading}
        </h2>
        {close === undefined ? null : (
          <button type="button" className="button button-quiet" onClick={onClose}>
            {close}
          </button>
        )}
      </div>
      {children}
    </dialog>
  )
}
