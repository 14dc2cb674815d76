/** Takes from a Plein what its room may know. Everything that is exported is made from this, so it is the only place that must be right. */
import { countable } from '../../shared/domain/ideas/listing.ts'
import type { Contribution, ContributionCounts, Idea, Plein } from '../../shared/domain/state.ts'
import { chainOf } from './chain.ts'
import { roundsOf } from './rounds.ts'
import type { Outcome } from './schema.ts'
import { visibleOf } from './visible.ts'

const iso = (moment: number): string => new Date(moment).toISOString()

const countsOf = (plein: Plein): ContributionCounts => {
  if (plein.imported) return { ...plein.imported.counts }
  const counts = { shared: 0, notShared: 0, hidden: 0, withdrawn: 0 }
  for (const idea of countable(plein)) {
    if (idea.withdrawn) counts.withdrawn += 1
    else if (idea.hidden) counts.hidden += 1
    else if (idea.released) counts.shared += 1
    else counts.notShared += 1
  }
  return counts
}

export const outcomeOf = (plein: Plein): Outcome => {
  const visible = visibleOf(plein)
  const all = [...visible.ideas.values()]
  const shared = (as: Contribution) => all.filter((idea) => idea.as === as)
  const plain = ({ id, text, order, phase, late, entry, cluster }: Idea): Outcome['ideas'][number] => ({
    id,
    text,
    order,
    phase,
    late,
    entry,
    cluster: cluster && visible.clusters.has(cluster) ? cluster : null,
  })
  const inside = new Map([...visible.clusters.keys()].map((id) => [id, [] as string[]]))
  for (const { id, cluster } of all) if (cluster !== null) inside.get(cluster)?.push(id)
  const start = plein.played[0]
  return {
    format: 'pleinbord-outcome/3',
    plein: {
      id: plein.id,
      title: plein.title,
      locale: plein.locale,
      stage: plein.stage,
      practice: plein.practice,
      createdAt: iso(plein.createdAt),
      startedAt: start ? iso(start.at) : null,
      closedAt: plein.closedAt === null ? null : iso(plein.closedAt),
      retainUntil: iso(plein.retainUntil),
      imported: plein.imported && iso(plein.imported.at),
      perspectives: plein.settings.perspectives,
    },
    chain: chainOf(plein, visible),
    clusters: [...visible.clusters.values()].map(({ id, name, order, open, of }) => ({
      id,
      name,
      order,
      open,
      of: of === undefined ? ('ideas' as const) : ('proposals' as const),
      ideas: inside.get(id) ?? [],
    })),
    ideas: shared('idea').map(plain),
    rounds: roundsOf(plein, visible),
    moods: [...plein.moods].flatMap(([phase, { before, after }]) => (before || after ? [{ phase, before, after }] : [])),
    commitments: shared('commitment').map((idea) => ({ ...plain(idea), who: idea.who, by: idea.by, day: idea.day ?? null })),
    conditions: shared('condition').flatMap((idea) => (idea.about ? [{ ...plain(idea), ...idea.about }] : [])),
    word: plein.word.hidden ? null : plein.word.text,
    closing: shared('closing').map(plain),
    checkin: shared('checkin').map(plain),
    questions: shared('question').map(plain),
    proposals: shared('proposal').map(plain),
    phases: plein.order.flatMap((id) => {
      const phase = plein.phases.get(id)
      if (!phase) return []
      const { kind, title, settings, played, skipped, repeats, interlude = false } = phase
      const { prompt, minutes, whoPosts, hidden, whoGroups, over, dots, maximum } = settings
      const set = { prompt, minutes, whoPosts, hidden, whoGroups, over, dots, maximum }
      return [{ id, kind, title, ...set, played, skipped, repeats, interlude }]
    }),
    played: plein.played.map(({ phase, kind, at }) => ({ phase, kind, at: iso(at) })),
    counts: countsOf(plein),
  }
}
