/** The question chain with what each wording came from. */
import { arisingOf } from '../../shared/domain/framings/form.ts'
import { asTold } from '../../shared/domain/framings/sources.ts'
import type { Cluster, FramingSource, Plein } from '../../shared/domain/state.ts'
import { difference, type Piece } from '../../shared/text/difference.ts'
import type { Outcome, OutcomeSource } from './schema.ts'
import type { Visible } from './visible.ts'

type Heir = (id: string) => Cluster | undefined

/** Follows merges to the group that is there now, and passes each group once. No rule can make a ring; a file that is taken in can name one. */
const heirs = ({ clusters }: Plein): Heir => {
  const found = new Map<string, Cluster | undefined>()
  return (id) => {
    const passed = new Set<string>()
    let at = id
    while (!found.has(at) && !passed.has(at)) {
      passed.add(at)
      at = clusters.get(at)?.mergedInto ?? at
    }
    const heir = found.has(at) ? found.get(at) : clusters.get(at)
    for (const one of passed) found.set(one, heir)
    return heir
  }
}

const sourceOf = (plein: Plein, visible: Visible, heirOf: Heir, source: FramingSource): OutcomeSource | null => {
  switch (source.kind) {
    case 'idea': {
      const idea = visible.ideas.get(source.id)
      return idea ? { kind: 'idea', id: idea.id, as: idea.as, text: idea.text, touched: asTold(plein, source).touched ?? false } : null
    }
    case 'cluster': {
      const cluster = heirOf(source.id)
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

type Change = { before: string; after: string; pieces: Piece[] }
/** Of the chain as it was told last, by wording: no more than it holds, and gone with its Plein. A download must not count every word again. */
const remembered = new WeakMap<Plein, Map<string, Change>>()

export const chainOf = (plein: Plein, visible: Visible): Outcome['chain'] => {
  const heirOf = heirs(plein)
  const [known, now] = [remembered.get(plein), new Map<string, Change>()]
  const changeOf = (id: string, before: string, after: string): Piece[] => {
    const same = known?.get(id)
    const change = same?.before === before && same.after === after ? same : { before, after, pieces: difference(before, after).pieces }
    now.set(id, change)
    return change.pieces
  }
  const chain = [...plein.framings.values()]
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
      resonance: framing.resonance ? { touches: framing.resonance.touches, off: framing.resonance.off } : null,
      sources: framing.sources.map((source) => sourceOf(plein, visible, heirOf, source)).filter((source) => source !== null),
      question: visible.ideas.get(framing.question ?? '')?.as === 'question' ? (framing.question ?? null) : null,
      difference: place === 0 ? null : changeOf(framing.id, all[place - 1]?.text ?? '', framing.text),
    }))
  remembered.set(plein, now)
  return chain
}
