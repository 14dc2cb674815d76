import { useMemo } from 'react'
import { useEntries } from '../../session/useDocument.ts'
import type { Current } from '../Body.tsx'
import { Pages } from '../Pages.tsx'
import { useScreenWords } from '../words.ts'

/** Names stand here and nowhere else: the ones that people gave with a commitment that was shared. */
export const Harvest = ({ phase }: { phase: Current }) => {
  const w = useScreenWords()
  const ideas = useEntries('board', 'ideas')
  const list = useMemo(() => [...ideas].sort(([, a], [, b]) => a.order - b.order), [ideas])
  const commitments = list.filter(([, idea]) => idea.as === 'commitment')
  const closings = list.filter(([, idea]) => idea.as === 'closing')
  const none = commitments.length + closings.length === 0
  return (
    <Pages phase={phase} help={none ? w.harvest.none : null} mark={commitments.length + closings.length}>
      {commitments.length === 0 ? null : <h3 className="screen-group-head">{w.harvest.commitments}</h3>}
      {commitments.map(([id, idea]) => (
        <p key={id} className="screen-card">
          {idea.text}
          {idea.who === null && idea.by === null ? null : <strong>{[idea.who, idea.by].filter((one) => one !== null).join(', ')}</strong>}
        </p>
      ))}
      {closings.length === 0 ? null : <h3 className="screen-group-head">{w.harvest.closings}</h3>}
      {closings.map(([id, idea]) => (
        <p key={id} className="screen-card">
          {idea.text}
        </p>
      ))}
    </Pages>
  )
}
