import type { ReactNode } from 'react'
import type { Current } from './Body.tsx'
import { useScreenWords } from './words.ts'

/** What is asked now, in the coach's words or the standard ones. */
export const Heading = ({ phase, help, aside }: { phase: Current; help?: string | null; aside?: ReactNode }) => {
  const w = useScreenWords()
  return (
    <header className="screen-heading">
      <div>
        <h2>{phase.settings.prompt ?? w.prompts[phase.kind]}</h2>
        {help ? <p>{help}</p> : null}
      </div>
      {aside}
    </header>
  )
}
