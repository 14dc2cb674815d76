/** The question chain with what each wording came from. */
import { arisingOf } from '../../shared/domain/framings/form.ts'
import type { Cluster, Plein, Source } from '../../shared/domain/state.ts'
import { difference } from '../../shared/text/difference.ts'
import type { Outcome, OutcomeSource } from './schema.ts'
import type { Visible } from './visible.ts'

/** Follows merges to the group that is there now. A loop cannot be made by the rules; the guard keeps an export from hanging. */
const mergedInto = (plein: Plein, id: string): Cluster | undefined => {
  let cluster = plein.clusters.get(id)
  for (let hops = 0; cluster?.mergedInto && hops < plein.clusters.size; hops += 1) cluster = plein.clusters.get(cluster.mergedInto)
  return cluster
}

const sourceOf = (plein: Plein, visible: Visible, source: Source): OutcomeSource | null => {
  switch (source.kind) {
    case 'idea': {
      const idea = visible.ideas.get(source.id)
      return idea ? { kind: 'idea', id: idea.id, as: idea.as, text: idea.text } : null
    }
    case 'cluster': {
      const cluster = mergedInto(plein, source.id)
      if (!cluster) return null
      const { id } = source
      if (visible.clusters.has(cluster.id)) return { kind: 'cluster', id, name: cluster.name, now: cluster.id === id ? null : cluster.id }
      return cluster.removed ? { kind: 'cluster', id, name: null, now: null } : null
    }
    case 'round': {
      const round = plein.rounds.get(source.id)
      return round ? { kind: 'round', id: round.id, question: round.question } : null
    }
    case 'framing': {
      const framing = plein.framings.get(source.id)
      return framing && !framing.undone ? { kind: 'framing', id: framing.id, text: framing.text } : null
    }
    default:
      return source.kind satisfies never
  }
}

export const chainOf = (plein: Plein, visible: Visible): Outcome['chain'] =>
  [...plein.framings.values()]
    .filter((framing) => !framing.undone)
    .sort((a, b) => a.order - b.order)
    .map((framing, place, all) => ({
      id: framing.id,
      order: framing.order,
      text: framing.text,
      form: arisingOf(framing),
      role: framing.by,
      at: new Date(framing.at).toISOString(),
      phase: framing.phase,
      sources: framing.sources.map((source) => sourceOf(plein, visible, source)).filter((source) => source !== null),
      difference: place === 0 ? null : difference(all[place - 1]?.text ?? '', framing.text).pieces,
    }))
