/** Applies steps and takes them back. */
import type { PleinEvent } from '../events.ts'
import { nameCame } from '../names/counted.ts'
import type { Plein } from '../state.ts'
import { move } from './members.ts'
import type { Change } from './step.ts'

export type ClusterEvent = Extract<PleinEvent, { type: 'step.done' | 'step.undone' | 'idea.placed' | 'clusters.asked' }>

export const evolveClusters = (plein: Plein, event: ClusterEvent): void => {
  switch (event.type) {
    case 'step.done':
      for (const { cluster, ...made } of event.made)
        plein.clusters.set(cluster, { id: cluster, ...made, order: plein.counters.cluster++, removed: false, mergedInto: null })
      if (event.framing) plein.framings.set(event.framing.id, { ...event.framing })
      for (const change of event.changes) apply(plein, change)
      plein.steps.push({
        id: event.step,
        seat: event.seat,
        by: event.by,
        label: event.label,
        changes: event.changes,
        version: plein.version,
      })
      return
    case 'step.undone': {
      for (const change of [...event.changes].reverse()) takeBack(plein, change)
      // Kept, all that was ever taken back would be passed over whenever the last step is looked for.
      const at = plein.steps.findLastIndex((one) => one.id === event.step)
      if (at >= 0) plein.steps.splice(at, 1)
      return
    }
    case 'idea.placed': {
      const idea = plein.ideas.get(event.idea)
      if (!idea) return
      move(plein, idea, event.cluster)
      idea.placedAt = plein.version
      return
    }
    case 'clusters.asked':
      for (const id of event.clusters) {
        const cluster = plein.clusters.get(id)
        if (!cluster) continue
        if (event.asking) cluster.asked = true
        else delete cluster.asked
      }
      return
    default:
      event satisfies never
  }
}

const apply = (plein: Plein, change: Change): void => {
  switch (change.change) {
    case 'place': {
      const idea = plein.ideas.get(change.idea)
      if (idea) move(plein, idea, change.to)
      return
    }
    // What they made stands in the event itself.
    case 'create':
    case 'adopt':
      return
    case 'hide': {
      const idea = plein.ideas.get(change.idea)
      if (idea) idea.hidden = change.hidden
      return
    }
    default: {
      const cluster = plein.clusters.get(change.cluster)
      if (!cluster) return
      if (change.change === 'rename') cluster.name = change.to
      else if (change.change === 'open') cluster.open = true
      else Object.assign(cluster, { removed: true, mergedInto: change.mergedInto })
      nameCame(plein, cluster)
    }
  }
}

const takeBack = (plein: Plein, change: Change): void => {
  switch (change.change) {
    case 'place': {
      const idea = plein.ideas.get(change.idea)
      if (idea) move(plein, idea, change.from)
      return
    }
    case 'adopt': {
      const framing = plein.framings.get(change.framing)
      if (framing) framing.undone = true
      return
    }
    case 'hide': {
      const idea = plein.ideas.get(change.idea)
      if (idea) idea.hidden = !change.hidden
      return
    }
    default: {
      const cluster = plein.clusters.get(change.cluster)
      if (!cluster) return
      if (change.change === 'rename') cluster.name = change.from
      else if (change.change === 'open') cluster.open = false
      else if (change.change === 'create') cluster.removed = true
      else Object.assign(cluster, { removed: false, mergedInto: null })
      nameCame(plein, cluster)
    }
  }
}
