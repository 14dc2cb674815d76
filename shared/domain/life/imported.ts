/** A Plein that was held elsewhere, or here before: what its outcome tells of it, taken in whole by one event. */
import { move } from '../clusters/members.ts'
import type { LifeEvent } from '../events.ts'
import { copied } from '../programme/phase.ts'
import type { Ask, Cluster, ContributionCounts, Framing, Idea, Locale, Moment, Phase, PhaseId, Plein, Result, Round } from '../state.ts'
import type { MoodPair } from '../taps/moods.ts'

export type TakenIdea = Pick<Idea, 'id' | 'as' | 'text' | 'phase' | 'late' | 'entry' | 'order' | 'cluster' | 'who' | 'by' | 'day' | 'about'>
export type TakenRound = Pick<Round, 'id' | 'phase' | 'over' | 'again' | 'question' | 'items' | 'budget' | 'maximum'> & {
  /** `null`: its room was not shown it, and nothing of it is known here. */
  result: Result | null
  /** Absent in logs from before anything was asked. */
  asks?: Pick<Ask, 'item' | 'parts' | 'answers'>[]
}

/** Only what the room knew: no key, seat, ballot or step. */
export type Taken = {
  title: string
  locale: Locale
  createdAt: Moment
  closedAt: Moment
  retainUntil: Moment
  practice: boolean
  perspectives: string[]
  /** In the order of the programme. */
  phases: Phase[]
  played: { phase: PhaseId; kind: Phase['kind']; at: Moment }[]
  framings: Framing[]
  /** Those that are gone too, where a wording or a vote still names them. */
  clusters: Cluster[]
  /** An order of 0: of this one nothing is left but that a vote named it. */
  ideas: TakenIdea[]
  rounds: TakenRound[]
  /** Absent in logs from before there were any. */
  moods?: ({ phase: PhaseId } & MoodPair)[]
  /** Absent: nothing, also in logs from before the owner had a word. */
  word?: string
  counts: ContributionCounts
}

type Imported = Extract<LifeEvent, { type: 'plein.imported' }>

const ideaOf = ({ id, as, text, phase, late, entry, order, who, by, day, about }: TakenIdea): Idea => {
  const there = order > 0
  const seen = { listed: there, released: there, hidden: false, withdrawn: !there, edit: null, cluster: null }
  const more = { ...(day === undefined ? {} : { day }), ...(about ? { about: { ...about } } : {}) }
  return { id, as, text, phase, late, entry, ...seen, order, who, by, ...more }
}

/** What was not shown is nothing to anybody here: it stands as a count that nobody made. */
const untold: Result = { ballots: 0, voters: 0, heldBack: true, rows: [], clusters: [], perspectives: [] }

/** Nobody is asked here any more. */
const askOf = ({ item, parts, answers }: Pick<Ask, 'item' | 'parts' | 'answers'>, conditions: readonly string[] = []): Ask => ({
  item,
  parts: [...parts],
  asked: false,
  ended: true,
  answers,
  conditions: [...conditions],
})

/** By round and item. */
type Conditions = ReadonlyMap<string, string[]>
const keyOf = ({ round, item }: { round: string; item: string }): string => JSON.stringify([round, item])
const conditionsIn = (ideas: readonly TakenIdea[]): Conditions => {
  const found = new Map<string, string[]>()
  for (const { id, about } of ideas) {
    if (!about) continue
    const list = found.get(keyOf(about))
    if (list) list.push(id)
    else found.set(keyOf(about), [id])
  }
  return found
}

const roundOf = ({ result, asks = [], ...round }: TakenRound, version: number, conditions: Conditions): Round => ({
  ...round,
  status: 'counted',
  revealed: result !== null,
  closedAt: null,
  closesAt: null,
  ballots: null,
  cast: result?.ballots ?? 0,
  ...(result?.paper === undefined ? {} : { paper: result.paper }),
  final: result ?? untold,
  perspectives: result?.perspectives ?? [],
  countedAt: version,
  countedOn: null,
  asks: asks.map((ask) => askOf(ask, conditions.get(keyOf({ round: round.id, item: ask.item })))),
})

const highest = (list: readonly { order: number }[], none: number): number => list.reduce((high, { order }) => Math.max(high, order), none)

export const evolveImported = (plein: Plein, { taken, at }: Imported, version: number): void => {
  const { title, locale, createdAt, closedAt, retainUntil, practice, perspectives, counts, word = null } = taken
  Object.assign(plein, { title, locale, createdAt, closedAt, retainUntil, practice, stage: 'closed', sealed: true })
  plein.word = { text: word, hidden: false }
  plein.imported = { at, counts: { ...counts } }
  plein.settings = { perspectives: [...perspectives], ownerAdopts: false, ownerListens: true, address: null }
  // As after sealing: no document of it was ever one that people wrote to.
  plein.epoch += 1
  for (const phase of taken.phases) plein.phases.set(phase.id, copied(phase))
  plein.order = taken.phases.map(({ id }) => id)
  plein.played = taken.played.map((one) => ({ ...one }))
  plein.current = taken.played.at(-1)?.phase ?? null
  for (const cluster of taken.clusters) plein.clusters.set(cluster.id, { ...cluster })
  for (const one of taken.ideas) {
    const idea = ideaOf(one)
    plein.ideas.set(idea.id, idea)
    if (one.cluster !== null) move(plein, idea, one.cluster)
  }
  const conditions = conditionsIn(taken.ideas)
  for (const round of taken.rounds) plein.rounds.set(round.id, roundOf(round, version, conditions))
  for (const framing of taken.framings)
    plein.framings.set(framing.id, { ...framing, sources: framing.sources.map((source) => ({ ...source })) })
  for (const { phase, before, after } of taken.moods ?? []) plein.moods.set(phase, { before, after })
  // Of marks the room knew those that led to a wording.
  plein.marks = new Set(taken.framings.flatMap(({ sources }) => sources.flatMap(({ id, touched }) => (touched ? [id] : []))))
  plein.counters = { idea: highest(taken.ideas, 0), cluster: highest(taken.clusters, -1) + 1 }
}
