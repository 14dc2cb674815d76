import type { LifeEvent } from '../events.ts'
import { copied } from '../programme/phase.ts'
import type { Plein } from '../state.ts'
import { evolveImported } from './imported.ts'
import { defaultSettings } from './settings.ts'

export const evolveLife = (plein: Plein, event: LifeEvent, version: number): void => {
  switch (event.type) {
    case 'plein.created':
      plein.title = event.title
      plein.locale = event.locale
      plein.createdAt = event.at
      plein.retainUntil = event.retainUntil
      // A log from before there was a setting does not name it.
      plein.settings = { ...defaultSettings, ...event.settings }
      plein.practice = event.practice ?? false
      for (const phase of event.phases) plein.phases.set(phase.id, copied(phase))
      plein.order = event.phases.map((phase) => phase.id)
      plein.framings.set(event.framing.id, { ...event.framing })
      return
    case 'plein.imported':
      evolveImported(plein, event, version)
      return
    case 'plein.opened':
      plein.stage = 'open'
      return
    case 'plein.closed':
      plein.stage = 'closed'
      plein.closedAt = event.at
      plein.closesAt = event.closesAt ?? null
      return
    case 'plein.reopened':
      plein.stage = 'open'
      plein.closedAt = null
      plein.closesAt = null
      return
    case 'plein.sealed':
      plein.sealed = true
      plein.epoch += 1
      plein.steps = []
      for (const { asks } of plein.rounds.values()) for (const ask of asks) ask.asked = false
      return
    case 'documents.renewed':
      plein.epoch += 1
      return
    case 'plein.deleted':
      plein.stage = 'deleted'
      return
    case 'plein.set':
      if (event.title !== undefined) plein.title = event.title
      if (event.retainUntil !== undefined) plein.retainUntil = event.retainUntil
      plein.settings = { ...plein.settings, ...event.settings }
      return
    case 'door.set':
      plein.doorLocked = event.locked
      plein.doorAsks = event.asks ?? false
      return
    case 'outcome.set':
      plein.outcomeShared = event.shared
      return
    default:
      event satisfies never
  }
}
