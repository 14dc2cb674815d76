import type { CSSProperties } from 'react'
import type { Shown } from '../../shown/shown.ts'

/** One idea as large as it can be; above it the group that it stands in. */
export const Idea = ({ shown }: { shown: Extract<Shown, { what: 'idea' }> }) => (
  <section className="stage-idea" style={{ '--asked': shown.letter } as CSSProperties}>
    {shown.group === null ? null : <p className="stage-idea-group">{shown.group}</p>}
    <p className="stage-idea-text">{shown.cut ?? shown.text}</p>
  </section>
)
