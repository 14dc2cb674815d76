import { type ReactNode, useId, useState } from 'react'
import { useProse } from '../session/SessionProvider.tsx'
import type { TextField } from '../session/useText.ts'

/** A text with its place on the page. While it `rests` it is folded, so that there is one place to write; never under the hands of who is in it. */
export const Rest = ({
  heading,
  field,
  rests,
  hidden,
  children,
}: {
  heading: string
  field: TextField
  rests: boolean
  hidden?: boolean
  children: ReactNode
}) => {
  const id = useId()
  const prose = useProse()
  // What never reached the server is in view, wherever the room is by now.
  const [open, setOpen] = useState(() => prose.left(field.name, field.root).length > 0)
  const folded = rests && !open
  return (
    <section className={folded ? 'draft draft-folded' : 'draft'} aria-labelledby={id} hidden={hidden}>
      <h2 id={id}>
        {rests ? (
          <button type="button" className="rest-fold" aria-expanded={open} aria-controls={`${id}-rest`} onClick={() => setOpen(!open)}>
            {heading}
          </button>
        ) : (
          heading
        )}
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notes whether somebody is in it */}
      <div
        id={`${id}-rest`}
        className="draft-rest"
        hidden={folded}
        onFocus={() => setOpen(true)}
        onBlur={({ currentTarget }) => {
          // Another window takes the focus away as well; whoever comes back is still in the field.
          if (!rests && !currentTarget.contains(document.activeElement)) setOpen(false)
        }}
      >
        {children}
      </div>
    </section>
  )
}
