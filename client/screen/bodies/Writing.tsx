import { useMemo } from 'react'
import { Paving } from '../../parts/Paving.tsx'
import { useEntries } from '../../session/useDocument.ts'
import { useCrowd } from '../../session/useSeat.ts'
import type { Current } from '../Body.tsx'
import { Heading } from '../Heading.tsx'
import { Pages } from '../Pages.tsx'
import { useScreenWords } from '../words.ts'

/** Until something is shared: the square fills with chalk. Then: what was shared in this phase, in its shuffled order. */
export const Writing = ({ phase, as }: { phase: Current; as: 'idea' | 'checkin' }) => {
  const w = useScreenWords()
  const crowd = useCrowd()
  const ideas = useEntries('board', 'ideas')
  const shared = useMemo(
    () => [...ideas].filter(([, idea]) => idea.as === as && idea.phase === phase.id).sort(([, a], [, b]) => a.order - b.order),
    [ideas, as, phase.id],
  )
  const [part, rest] = w.written(crowd?.written ?? 0, crowd?.present ?? 0)
  const counts = (
    <p className="screen-count">
      <strong>{part}</strong> {rest}
    </p>
  )
  if (shared.length === 0)
    return (
      <section className="body body-writing">
        <Heading phase={phase} help={phase.settings.hidden ? w.silence : w.aloud} />
        <div className="writing-square">
          <div>
            <Paving present={crowd?.present ?? 0} chalked={crowd?.written ?? 0} />
          </div>
          {counts}
        </div>
      </section>
    )
  return (
    <Pages phase={phase} aside={<p className="screen-count">{w.ideas(shared.length)}</p>} mark={shared.length}>
      {shared.map(([id, idea]) => (
        <p key={id} className="screen-card">
          {idea.text}
        </p>
      ))}
    </Pages>
  )
}
