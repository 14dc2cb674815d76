/** What board and desk should show, told again from the state alone and in another way than the projection does it. */
import type { Cluster, Idea, IdeaId, Plein, Result, Round } from '../../shared/domain/state.ts'

const byId = <T, U>(all: Map<string, T>, entry: (one: T) => U | undefined): Record<string, U> =>
  Object.fromEntries(
    [...all].flatMap(([id, one]) => {
      const made = entry(one)
      return made === undefined ? [] : [[id, made]]
    }),
  )

const visibleIn = (plein: Plein) => [...plein.ideas.values()].filter((idea) => idea.released && !idea.hidden && !idea.withdrawn)
const filled = (all: Record<string, object>) => Object.fromEntries(Object.entries(all).filter(([, map]) => Object.keys(map).length > 0))

const clusterIn = ({ name, order, open, of, asked }: Cluster) => ({ name, order, open, ...(of ? { of } : {}), ...(asked ? { asked } : {}) })

/** A round as it stands in a document that may tell this result. */
export const roundIn = (plein: Plein, round: Round, result: Result | null) => {
  const { phase, over, again, question, items, budget, maximum, status, closesAt, revealed } = round
  const ends = (id: string | null): boolean => {
    const cluster = id === null ? undefined : plein.clusters.get(id)
    return cluster?.removed === true && (cluster.mergedInto === null || ends(cluster.mergedInto))
  }
  const named = items.map((item) => (over === 'clusters' && status !== 'counted' && ends(item.id) ? { ...item, gone: true } : item))
  const repeats = again === undefined ? {} : { again }
  const answersTo = (item: string) =>
    visibleIn(plein).filter(({ as, about }) => as === 'condition' && about?.round === round.id && about.item === item)
  const asks = round.asks.map(({ item, parts, asked, answers }) => ({
    item,
    parts,
    asked,
    answers: answersTo(item).length > 0 ? answers : null,
  }))
  const asked = asks.length > 0 ? { asks } : {}
  return { phase, over, ...repeats, question, items: named, budget, maximum, status, closesAt, revealed, result, ...asked }
}

export const boardModel = (plein: Plein, results: (round: Round) => Result | null) => {
  const visible = visibleIn(plein)
  const homes = new Set(visible.map((idea) => idea.cluster))
  const { title, stage, locale, settings, retainUntil, doorLocked, doorAsks, outcomeShared, closedAt, closesAt, practice, sealed } = plein
  const { current, interrupted, timer, show } = plein
  const stands =
    show.on === 'idea'
      ? visible.some(({ id }) => id === show.idea)
      : show.on !== 'cluster' ||
        ((cluster) => !cluster.removed && (cluster.open || homes.has(cluster.id)))(plein.clusters.get(show.cluster)!)
  const all = {
    plein: {
      title,
      stage,
      locale,
      settings,
      retainUntil,
      doorLocked,
      doorAsks,
      outcomeShared,
      closedAt,
      closesAt,
      practice,
      sealed,
      programme: plein.order,
      current,
      interrupted,
      timer,
      show: stands ? show : 'nothing that has left the board',
      played: plein.played.map((one) => one.phase),
      ...(plein.word.text === null || plein.word.hidden ? {} : { word: plein.word.text }),
    },
    phases: byId(plein.phases, ({ id: _, interlude, ...phase }) => ({ ...phase, interlude: interlude ?? false })),
    framings: byId(plein.framings, ({ id: _, undone, ...framing }) =>
      undone
        ? undefined
        : {
            ...framing,
            sources: framing.sources.map(({ touched, ...source }) =>
              touched && plein.marks.has(source.id) && visible.some(({ id }) => id === source.id) ? { ...source, touched } : source,
            ),
          },
    ),
    ideas: Object.fromEntries(
      visible.map(({ id, as, text, phase, late, entry, order, who, by, day, about }) => [
        id,
        { as, text, phase, late, entry, order, who, by, ...(day === undefined ? {} : { day }), ...(about ? { about } : {}) },
      ]),
    ),
    places: Object.fromEntries(visible.flatMap((idea) => (idea.cluster ? [[idea.id, idea.cluster]] : []))),
    clusters: byId(plein.clusters, (cluster) =>
      !cluster.removed && (cluster.open || homes.has(cluster.id)) ? clusterIn(cluster) : undefined,
    ),
    moods: Object.fromEntries(plein.moods),
    rounds: byId(plein.rounds, (round) => roundIn(plein, round, round.revealed ? results(round) : null)),
  }
  return filled(all)
}

/** The words of every idea as the desk was told them last: what is posted or edited waits for a shuffled batch (D5). `hear` after every command. */
export const deskEars = () => {
  const told = new Map<IdeaId, Pick<Idea, 'text' | 'edit'>>()
  return {
    told,
    hear: (plein: Plein): void => {
      for (const { id, listed, text, edit } of plein.ideas.values()) if (listed) told.set(id, { text, edit })
    },
  }
}

/** How many of the last steps the desk looks through. */
const lookedAt = 40

export const deskModel = (plein: Plein, told: ReturnType<typeof deskEars>['told'], results: (round: Round) => Result | null) => {
  const visible = new Set(visibleIn(plein).map(({ id }) => id))
  const homes = new Set([...visible].map((id) => plein.ideas.get(id)?.cluster))
  const last = new Map(plein.steps.slice(-lookedAt).flatMap((step) => (step.by === 'coach' ? [[step.seat, step]] : [])))
  return filled({
    ideas: byId(plein.ideas, ({ id, as, phase, late, entry, who, by, day, released, hidden, withdrawn, about }) => {
      const words = told.get(id)
      if (withdrawn || !words || (visible.has(id) && words.edit === null)) return undefined
      return { ...words, as, phase, late, entry, who, by, released, hidden, ...(day ? { day } : {}), ...(about ? { about } : {}) }
    }),
    places: byId(plein.ideas, ({ id, cluster, withdrawn }) =>
      cluster && told.has(id) && !withdrawn && !visible.has(id) ? cluster : undefined,
    ),
    clusters: byId(plein.clusters, (cluster) =>
      cluster.removed || cluster.open || homes.has(cluster.id) ? undefined : clusterIn(cluster),
    ),
    merged: byId(plein.clusters, ({ mergedInto }) => mergedInto ?? undefined),
    marks: Object.fromEntries([...plein.marks].flatMap((id) => (visible.has(id) ? [[id, true]] : []))),
    owner: plein.word.text !== null && plein.word.hidden ? { word: plein.word.text } : {},
    rounds: byId(plein.rounds, (round) => {
      const result = results(round)
      return result && !round.revealed ? roundIn(plein, round, result) : undefined
    }),
    undo: { steps: [...last.values()].sort((a, b) => a.version - b.version).map(({ id, seat, label }) => ({ id, seat, label })) },
  })
}
