/** Where a wording came from. Each source is something that the room has seen, so that a stranger can follow the chain. */
import { heirOf } from '../clusters/find.ts'
import { onBoard, shown } from '../clusters/members.ts'
import type { FramingSource, Plein, Source } from '../state.ts'

/** Each source once, in the order in which it was named. */
export const distinct = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map(({ kind, id }) => [`${kind}/${id}`, { kind, id }])).values(),
]

/** A source says for itself that the owner was touched by it: the chain tells what led to a wording, and a mark that comes later did not. */
export const asKept = ({ marks }: Plein, { kind, id }: Source): FramingSource =>
  kind === 'idea' && marks.has(id) ? { kind, id, touched: true } : { kind, id }

/** As it may be told: a mark that the owner took back since is told no more, and none of what a coach hid meanwhile. */
export const asTold = ({ marks, ideas }: Plein, { kind, id, touched }: FramingSource): FramingSource => {
  const idea = ideas.get(id)
  return touched && marks.has(id) && idea && shown(idea) ? { kind, id, touched } : { kind, id }
}

/** All of them as they may be told. A group that was merged away is what it became: its own name stands nowhere any more. */
export const allAsTold = (plein: Plein, sources: readonly FramingSource[]): FramingSource[] => {
  const told = new Map<string, FramingSource>()
  for (const source of sources) {
    const cluster = source.kind === 'cluster' ? plein.clusters.get(source.id) : undefined
    const now = cluster ? { kind: source.kind, id: heirOf(plein, cluster).id } : asTold(plein, source)
    const key = `${now.kind}/${now.id}`
    if (!told.has(key)) told.set(key, now)
  }
  return [...told.values()]
}

export const isKnown = (plein: Plein, source: Source): boolean => {
  switch (source.kind) {
    case 'idea': {
      const idea = plein.ideas.get(source.id)
      return idea !== undefined && shown(idea)
    }
    case 'cluster': {
      const cluster = plein.clusters.get(source.id)
      return cluster !== undefined && onBoard(plein, cluster)
    }
    case 'round':
      return plein.rounds.has(source.id)
    case 'framing':
      return plein.framings.get(source.id)?.undone === false
    default:
      return source.kind satisfies never
  }
}
