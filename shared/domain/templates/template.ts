import type { PhaseKind, PhaseSettings } from '../phases.ts'
import type { Locale } from '../state.ts'

/** A text for a programme stands here and not with the words of the interface: it is copied into the Plein and edited there. */
export type Said = Record<Locale, string>
export type PlannedPhase = {
  kind: PhaseKind
  /** Absent: the word for the kind. */
  title?: Said
  /** Absent: the standard sentence of the kind. */
  prompt?: Said
  /** The minutes always: they are told before there is a Plein. */
  settings: Partial<Omit<PhaseSettings, 'prompt'>> & { minutes: number }
}
export type Template = readonly PlannedPhase[]
