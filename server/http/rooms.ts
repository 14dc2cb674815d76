/** What HTTP asks of the live server: make a Plein, look at it, change it from outside a room, delete it. */
import type { PhaseKind, PhaseSettings } from '../../shared/domain/phases.ts'
import type { Refusal } from '../../shared/domain/refusals.ts'
import type { Locale, Plein, PleinId, PleinSettings } from '../../shared/domain/state.ts'

export type PlannedPhase = { kind: PhaseKind; title?: string | null | undefined; settings?: Partial<PhaseSettings> | undefined }
export type NewPlein = {
  title: string
  dilemma: string
  locale: Locale
  /** Name of a template, or phases; absent: the template of half a day. */
  programme?: string | PlannedPhase[]
  settings?: Partial<PleinSettings>
  retainUntil?: number
}
export type Made = { plein: PleinId; code: string; ticket: string; secrets: { coach: string; owner: string; screen: string } }

export type Rooms = {
  create(wish: NewPlein): Promise<({ ok: true } & Made) | { ok: false; refusal: Refusal }>
  /** The state as the room holds it, to be read at once and not kept; `null` when there is none. */
  read(plein: PleinId): Promise<Plein | null>
  set(plein: PleinId, change: { title?: string; retainUntil?: number }): Promise<{ ok: true } | { ok: false; refusal: Refusal }>
  /** Everything of it goes, sockets are told. */
  remove(plein: PleinId): Promise<{ ok: true } | { ok: false; refusal: Refusal }>
}
