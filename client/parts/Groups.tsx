import { useMemo } from 'react'
import type { ClusterEntry } from '../../shared/wire/documents.ts'
import { useEntries } from '../session/useDocument.ts'
import { useLaterSharedWords } from './laterWords.ts'
import { Cards, type Each, Shared, type Tool, useAll, useShared } from './Shared.tsx'

export const useClusters = (): readonly (ClusterEntry & { id: string })[] => {
  const clusters = useEntries('board', 'clusters')
  return useMemo(() => [...clusters].map(([id, it]) => ({ ...it, id })).sort((a, b) => a.order - b.order), [clusters])
}

/** The groups as they are made, each folded; what stands in none comes last. */
export const Groups = ({
  of,
  tool,
  each,
}: {
  /** Of what was proposed for the question; absent: of ideas. */
  of?: 'proposal'
  tool?: Tool | undefined
  each?: Each | undefined
}) => {
  const w = useLaterSharedWords()
  const clusters = useClusters().filter((cluster) => cluster.of === of)
  const places = useEntries('board', 'places')
  const all = useAll()
  const loose = useShared(of ?? 'idea').filter((idea) => !places.has(idea.id))
  if (loose.length === 0 && clusters.length === 0) return of === undefined ? <p className="help">{w.board.none}</p> : null
  return (
    <div className="groups">
      {clusters.map((cluster) => {
        const inIt = all.filter((idea) => places.get(idea.id) === cluster.id)
        return (
          <details key={cluster.id} className="group">
            <summary>{w.board.group(cluster.name, inIt.length)}</summary>
            <Cards ideas={inIt} tool={tool} each={each} />
          </details>
        )
      })}
      {loose.length === 0 ? null : (
        <details className="group" open={clusters.length === 0}>
          <summary>{w.board.group(w.board.loose, loose.length)}</summary>
          <Cards ideas={loose} tool={tool} each={each} />
        </details>
      )}
    </div>
  )
}

/** What was proposed for the question, in its groups once there are any. */
export const Proposed = ({ tool, each }: { tool?: Tool | undefined; each?: Each | undefined }) => {
  const w = useLaterSharedWords()
  const grouped = useClusters().some(({ of }) => of !== undefined)
  const many = useShared('proposal').length
  if (!grouped) return <Shared as="proposal" heading={w.board.proposals} tool={tool} each={each} />
  return (
    <section>
      <h2>{w.board.proposals(many)}</h2>
      <Groups of="proposal" tool={tool} each={each} />
    </section>
  )
}
