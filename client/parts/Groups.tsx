import { useMemo } from 'react'
import type { ClusterEntry } from '../../shared/wire/documents.ts'
import { useEntries } from '../session/useDocument.ts'
import { Cards, type Each, type Tool, useShared } from './Shared.tsx'
import { useSharedWords } from './words.ts'

export const useClusters = (): readonly (ClusterEntry & { id: string })[] => {
  const clusters = useEntries('board', 'clusters')
  return useMemo(() => [...clusters].map(([id, it]) => ({ ...it, id })).sort((a, b) => a.order - b.order), [clusters])
}

/** The groups as they are made, each folded; what stands in none comes last. */
export const Groups = ({ tool, each }: { tool?: Tool | undefined; each?: Each | undefined }) => {
  const w = useSharedWords()
  const clusters = useClusters()
  const places = useEntries('board', 'places')
  const ideas = useShared('idea')
  if (ideas.length === 0 && clusters.length === 0) return <p className="help">{w.board.none}</p>
  const loose = ideas.filter((idea) => !places.has(idea.id))
  return (
    <div className="groups">
      {clusters.map((cluster) => {
        const inIt = ideas.filter((idea) => places.get(idea.id) === cluster.id)
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
