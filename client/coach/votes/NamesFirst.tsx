import { useToldNames } from '../../session/useSeat.ts'
import { Action } from '../Action.tsx'
import { NameCheck } from '../groups/NameCheck.tsx'
import { type Group, useCards } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** Before people give dots to groups: an offer to ask the authors whether the names carry their ideas, and the names to which many said no. */
export const NamesFirst = ({ groups }: { groups: readonly Group[] }) => {
  const w = useCoachWords().names
  const told = new Map(useToldNames().map(({ cluster, figures }) => [cluster, figures]))
  // What came from paper has nobody who could be asked.
  const authored = new Set(useCards().flatMap(({ entry, cluster }) => (entry === 'phone' ? [cluster] : [])))
  const unasked = groups.filter(({ id, asked }) => !asked && !told.has(id) && authored.has(id))
  const flagged = groups.filter(({ id }) => told.get(id)?.flagged)
  const waits = groups.some(({ id, asked }) => asked && !told.get(id))
  return (
    <>
      {unasked.length === 0 ? null : (
        <div className="row">
          <span>{w.unasked(unasked.length)}</span>
          <Action compact command={{ type: 'cluster.ask', clusters: unasked.map(({ id }) => id), asking: true }}>
            {w.askFirst}
          </Action>
        </div>
      )}
      {waits ? <p className="help">{w.waits}</p> : null}
      {flagged.map((group) => (
        <section key={group.id} aria-label={group.name}>
          <strong>{group.name}</strong>
          <NameCheck group={group} />
        </section>
      ))}
    </>
  )
}
