/** An outcome in the terms of the rules, so that one event can take it in. Believes everything: what it makes is checked afterwards. */
import type { Taken, TakenIdea, TakenRound } from '../../../shared/domain/life/imported.ts'
import type { Cluster, Contribution, Moment, Phase, Result } from '../../../shared/domain/state.ts'
import type { Outcome, OutcomeRound } from '../schema.ts'

type Told = NonNullable<OutcomeRound['result']>

const lists: [
  Contribution,
  (outcome: Outcome) => (Outcome['ideas'][number] & Partial<Outcome['commitments'][number] & Outcome['conditions'][number]>)[],
][] = [
  ['idea', ({ ideas }) => ideas],
  ['checkin', ({ checkin }) => checkin],
  ['question', ({ questions }) => questions],
  ['proposal', ({ proposals }) => proposals],
  ['commitment', ({ commitments }) => commitments],
  ['closing', ({ closing }) => closing],
  ['condition', ({ conditions }) => conditions],
]

/** What people shared, and what is gone but was voted on: of that nothing is left but its id. */
const ideasOf = (outcome: Outcome): TakenIdea[] => {
  const there = lists.flatMap(([as, list]) =>
    list(outcome).map(({ id, text, phase, late, entry, order, cluster, who = null, by = null, day = null, round, item }): TakenIdea => {
      const about = round === undefined || item === undefined ? {} : { about: { round, item } }
      return { id, as, text, phase, late, entry, order, cluster, who, by, ...(day === null ? {} : { day }), ...about }
    }),
  )
  const known = new Set(there.map(({ id }) => id))
  const links = new Set(outcome.chain.map(({ id }) => id))
  const gone = new Map(
    outcome.rounds.flatMap(({ over, items, phase }) => {
      if (over === 'clusters') return []
      const as = over === 'ideas' ? ('idea' as const) : ('proposal' as const)
      return items
        .filter(({ id }) => !known.has(id) && !(over === 'framings' && links.has(id)))
        .map(({ id }) => [id, { as, phase }] as const)
    }),
  )
  const nothing = { text: '', late: false, entry: 'phone', order: 0, cluster: null, who: null, by: null } as const
  return [...there, ...[...gone].map(([id, one]) => ({ id, ...one, ...nothing }))]
}

const clustersOf = ({ clusters, chain, rounds }: Outcome): Cluster[] => {
  const there = clusters.map(({ id, name, order, open, of }): Cluster => {
    return { id, name, order, open, ...(of === 'proposals' ? { of: 'proposal' as const } : {}), removed: false, mergedInto: null }
  })
  const known = new Set(there.map(({ id }) => id))
  const gone = new Map<string, Pick<Cluster, 'name' | 'mergedInto'>>()
  for (const { over, items } of rounds)
    if (over === 'clusters') for (const { id, name } of items) gone.set(id, { name: name ?? '', mergedInto: null })
  for (const source of chain.flatMap(({ sources }) => sources))
    if (source.kind === 'cluster') gone.set(source.id, { name: gone.get(source.id)?.name ?? '', mergedInto: source.now })
  const last = there.reduce((high, { order }) => Math.max(high, order), -1)
  const rest = [...gone].filter(([id]) => !known.has(id))
  return [
    ...there,
    ...rest.map(([id, { name, mergedInto }], at) => ({ id, name, order: last + 1 + at, open: false, removed: true, mergedInto })),
  ]
}

const rowOf = ({
  item,
  dots,
  voters,
  spread,
  strongMinority,
  divided,
  withdrawn,
  merged,
}: Told['rows'][number]): Result['rows'][number] => {
  return { item, dots, voters, spread, strongMinority, divided, withdrawn, merged }
}
const resultOf = ({ status, cast, paper, result }: OutcomeRound): Result | null => {
  const onPaper = paper === undefined ? {} : { paper }
  if (status === 'held-back') return { ballots: cast ?? 0, ...onPaper, voters: 0, heldBack: true, rows: [], clusters: [], perspectives: [] }
  if (!result) return null
  const { ballots, voters, rows, clusters, perspectives } = result
  return { ballots, ...onPaper, voters, heldBack: false, rows: rows.map(rowOf), clusters: clusters.map(rowOf), perspectives }
}

const roundOf = (round: OutcomeRound): TakenRound => {
  const { id, phase, over, again, question, items, budget, maximum } = round
  return {
    id,
    phase,
    over,
    ...(again === null ? {} : { again }),
    question,
    items: items.map(({ id, letter, name }) => ({ id, letter, name })),
    budget,
    maximum,
    result: resultOf(round),
    asks: round.asks.map(({ item, parts, answers }) => ({ item, parts, answers: answers ?? 0 })),
  }
}

const phaseOf = ({ id, kind, title, played, skipped, repeats, interlude, ...settings }: Outcome['phases'][number]): Phase => {
  return { id, kind, title, settings, played, skipped, repeats, ...(interlude ? { interlude: true as const } : {}) }
}

/** `now`: when it is taken in; a Plein that was still going on when it was told is over with that. */
export const takenFrom = (outcome: Outcome, retainUntil: Moment, now: Moment): Taken => {
  const { title, locale, createdAt, closedAt, practice, perspectives } = outcome.plein
  return {
    title,
    locale,
    createdAt: Date.parse(createdAt),
    closedAt: closedAt === null ? now : Date.parse(closedAt),
    retainUntil,
    practice,
    perspectives,
    phases: outcome.phases.map(phaseOf),
    played: outcome.played.map(({ phase, kind, at }) => ({ phase, kind, at: Date.parse(at) })),
    framings: outcome.chain.map(({ id, text, order, sources, role, at, phase, form, question, resonance }) => ({
      id,
      text,
      order,
      sources: sources.map((source) => {
        const { kind, id } = source
        return source.kind === 'idea' && source.touched ? { kind, id, touched: true } : { kind, id }
      }),
      by: role,
      at: Date.parse(at),
      phase,
      ...(form === 'intake' || form === 'room' || form === 'burst' || (form === 'rewritten' && phase === null) ? { form } : {}),
      ...(question === null ? {} : { question }),
      ...(resonance === null ? {} : { resonance }),
      undone: false,
    })),
    clusters: clustersOf(outcome),
    ideas: ideasOf(outcome),
    rounds: outcome.rounds.map(roundOf),
    moods: outcome.moods.map(({ phase, before, after }) => ({ phase, before, after })),
    ...(outcome.word === null ? {} : { word: outcome.word }),
    counts: outcome.counts,
  }
}
