/** What one event changes in the documents `board` and `desk`. */
import type { Write } from '../../wire/documents.ts'
import type { Change } from '../clusters/step.ts'
import type { PleinEvent } from '../events.ts'
import type { Plein } from '../state.ts'
import { cells, type Put } from './cells.ts'
import { putCluster, putUndo } from './clusters.ts'
import { putFraming, putGrouped, putMarked } from './framings.ts'
import { putIdea } from './ideas.ts'
import { putMood } from './moods.ts'
import { putPhase } from './phases.ts'
import { putPlein, putShow, putWord } from './plein.ts'
import { putAsks, putRecounted, putRound } from './rounds.ts'

/** Part of every document's epoch. Count it up when the same log gives other documents (the golden log says when): replicas of two
 *  projections would differ for ever without noticing. */
export const PROJECTION = 10

/** Call it once for every event, right after `evolve` of that event; apply the writes in this order, `meta.v` included.
 *  It counts `plein.documents[…].v` up, which is what `meta.v` then is. */
export const project = (plein: Plein, event: PleinEvent): Write[] => {
  const { put, done } = cells(plein)
  look(plein, event, put)
  putShow(plein, put)
  return done()
}

const look = (plein: Plein, event: PleinEvent, put: Put): void => {
  switch (event.type) {
    case 'plein.created':
    case 'plein.imported':
      putAll(plein, put)
      break
    case 'plein.sealed':
      // Nobody is asked anything any more.
      for (const id of plein.rounds.keys()) putRound(plein, id, put)
      putPlein(plein, put)
      break
    case 'plein.opened':
    case 'plein.closed':
    case 'plein.reopened':
    case 'plein.deleted':
    case 'plein.set':
    case 'door.set':
    case 'outcome.set':
    case 'timer.set':
      putPlein(plein, put)
      break
    case 'phase.entered':
    case 'phase.edited':
    case 'phase.moved':
    case 'phase.skipped':
    case 'phase.removed':
      putPhase(plein, event.phase, put)
      putPlein(plein, put)
      break
    case 'phase.inserted':
      putPhase(plein, event.phase.id, put)
      putPlein(plein, put)
      break
    // Open at once, it stands in no group and is no item of a vote that was counted: nothing is counted anew.
    case 'idea.posted':
    case 'idea.edited':
    case 'edit.released':
    case 'edit.dropped':
      putIdea(plein, event.idea, put)
      break
    case 'desk.listed':
    case 'ideas.released':
      if (putIdeas(plein, event.ideas, put)) putRecounted(plein, put, 'all')
      break
    case 'idea.withdrawn': {
      const regrouped = putIdeas(plein, [event.idea], put)
      putMarked(plein, event.idea, put)
      putRecounted(plein, put, regrouped ? 'all' : [event.idea])
      break
    }
    case 'idea.placed': {
      const came = putIdeas(plein, [event.idea], put)
      const went = event.from !== null && putCluster(plein, event.from, put)
      putRecounted(plein, put, came || went ? 'all' : [event.idea])
      break
    }
    case 'clusters.asked':
      for (const id of event.clusters) putCluster(plein, id, put)
      break
    case 'step.done':
    case 'step.undone':
      putStep(plein, event.changes, put)
      break
    case 'round.opened':
    case 'round.closed':
    case 'round.reopened':
    case 'round.counted':
    case 'round.revealed':
      putRound(plein, event.round, put)
      break
    case 'round.asked':
      putAsks(plein, event.round, put)
      break
    case 'framing.corrected':
      putFraming(plein, event.framing, put)
      break
    case 'mood.counted':
      putMood(plein, event.phase, put)
      break
    case 'idea.marked':
      putIdea(plein, event.idea, put)
      putMarked(plein, event.idea, put)
      break
    case 'owner.worded':
    case 'word.hidden':
      putWord(plein, put)
      break
    case 'screen.shown':
    // Written anew is done by who keeps the documents: see `standing`.
    case 'documents.renewed':
      break
    default:
      event satisfies never
  }
}

const putAll = (plein: Plein, put: Put): void => {
  for (const id of plein.phases.keys()) putPhase(plein, id, put)
  for (const id of plein.framings.keys()) putFraming(plein, id, put)
  for (const id of plein.ideas.keys()) putIdea(plein, id, put)
  for (const id of plein.clusters.keys()) putCluster(plein, id, put)
  for (const id of plein.rounds.keys()) putRound(plein, id, put)
  for (const id of plein.moods.keys()) putMood(plein, id, put)
  putPlein(plein, put)
  putWord(plein, put)
}

/** Ideas, and the clusters in which they stand: the first shared idea brings its cluster to the board, the last one takes it away. Whether one came or
 *  left: the rows of what was counted are of the groups that the board shows. */
const putIdeas = (plein: Plein, ideas: Iterable<string>, put: Put): boolean => {
  const clusters = new Set<string>()
  const answered = new Set<string>()
  for (const id of ideas) {
    putIdea(plein, id, put)
    const { cluster, about } = plein.ideas.get(id) ?? {}
    if (cluster) clusters.add(cluster)
    if (about) answered.add(about.round)
  }
  const regrouped = putClusters(plein, clusters, put)
  for (const id of answered) putAsks(plein, id, put)
  return regrouped
}

const putClusters = (plein: Plein, clusters: Iterable<string>, put: Put): boolean =>
  [...clusters].map((id) => putCluster(plein, id, put)).includes(true)

const putStep = (plein: Plein, changes: readonly Change[], put: Put): void => {
  const ideas = new Set<string>()
  const placed: string[] = []
  const clusters = new Set<string>()
  let merging = false
  let adopting = false
  for (const change of changes) {
    if (change.change === 'adopt') {
      putFraming(plein, change.framing, put)
      adopting = true
    } else if (change.change === 'hide') {
      ideas.add(change.idea)
      putMarked(plein, change.idea, put)
    } else if (change.change === 'place') {
      ideas.add(change.idea)
      placed.push(change.idea)
      for (const side of [change.from, change.to]) if (side) clusters.add(side)
    } else {
      clusters.add(change.cluster)
      merging ||= change.change === 'remove' || change.change === 'create'
    }
  }
  const cleared = putClusters(plein, clusters, put)
  const regrouped = putIdeas(plein, ideas, put) || cleared
  if (merging) putGrouped(plein, put)
  putRecounted(plein, put, merging || adopting || regrouped ? 'all' : placed)
  putUndo(plein, put)
}
