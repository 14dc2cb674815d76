import { type ReactNode, useState } from 'react'
import { useLater } from '../session/later.ts'
import { pagesLater } from './later.ts'

type Pages = NonNullable<ReturnType<typeof pagesLater.now>>

/** A later part of the page, drawn when somebody opens it: in nobody's way until then. */
export const Folded = ({ name, summary, draw }: { name: string; summary: string; draw: (come: Pages) => ReactNode }) => {
  const [asked, setAsked] = useState(false)
  const come = useLater(pagesLater, asked)
  return (
    <details className={`group ${name}`} onToggle={(event) => event.currentTarget.open && setAsked(true)}>
      <summary>{summary}</summary>
      {come === null || !asked ? null : draw(come)}
    </details>
  )
}
