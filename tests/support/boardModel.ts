/** What the board should show, told again from the state alone and in another way than the projection does it. */
import type { Plein, Result, Round } from '../../shared/domain/state.ts'

const byId = <T, U>(all: Map<string, T>, entry: (one: T) => U | undefined): Record<string, U> =>
  Object.fromEntries(
    [...all].flatMap(([id, one]) => {
      const made = entry(one)
      return made === undefined ? [] : [[id, made]]
    }),
  )

export const boardModel = (plein: Plein, results: (round: Round) => Result | null) => {
  const visible = [...plein.ideas.values()].filter((idea) => idea.released && !idea.hidden && !idea.withdrawn)
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
    clusters: byId(plein.clusters, ({ name, order, open, of, removed, id }) =>
      !removed && (open || homes.has(id)) ? { name, order, open, ...(of ? { of } : {}) } : undefined,
    ),
    moods: Object.fromEntries(plein.moods),
    rounds: byId(plein.rounds, (round) => {
      const { phase, over, again, question, items, budget, maximum, status, closesAt, revealed } = round
      const ends = (id: string | null): boolean => {
        const cluster = id === null ? undefined : plein.clusters.get(id)
        return cluster?.removed === true && (cluster.mergedInto === null || ends(cluster.mergedInto))
      }
      const named = items.map((item) => (over === 'clusters' && status !== 'counted' && ends(item.id) ? { ...item, gone: true } : item))
      const repeats = again === undefined ? {} : { again }
      const result = revealed ? results(round) : null
      const answersTo = (item: string) =>
        visible.filter(({ as, about }) => as === 'condition' && about?.round === round.id && about.item === item)
      const asks = round.asks.map(({ item, parts, asked, answers }) => ({
        item,
        parts,
        asked,
        answers: answersTo(item).length > 0 ? answers : null,
      }))
      const asked = asks.length > 0 ? { asks } : {}
      return { phase, over, ...repeats, question, items: named, budget, maximum, status, closesAt, revealed, result, ...asked }
    }),
  }
  return Object.fromEntries(Object.entries(all).filter(([, map]) => Object.keys(map).length > 0))
}
