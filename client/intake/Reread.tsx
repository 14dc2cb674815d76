import { useState } from 'react'
import type { IntakeAuthor } from '../../shared/domain/intake/talk.ts'
import { Intake } from './Intake.tsx'
import { useIntakeWords } from './words.ts'

/** Once the Plein has begun the intake is for who asks for it. */
export const Reread = ({ role }: { role: IntakeAuthor }) => {
  const w = useIntakeWords()
  const [open, setOpen] = useState(false)
  return (
    <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.reread}</summary>
      {open ? <Intake role={role} /> : null}
    </details>
  )
}
