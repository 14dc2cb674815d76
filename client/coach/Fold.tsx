import { type ReactNode, useState } from 'react'

/** A part that opens; what is in it is made only then, so that hundreds of rows cost nothing while they are shut. */
export const Fold = ({ summary, open = false, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) => {
  const [shown, setShown] = useState(open)
  return (
    <details open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {shown ? children : null}
    </details>
  )
}
