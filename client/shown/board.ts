import type { ClusterEntry, FramingEntry, IdeaEntry, PhaseEntry, PleinFields, RoundEntry } from '../../shared/wire/documents.ts'
import type { Shape } from '../../shared/wire/messages.ts'

/** The document `board` as it stands: what everybody in the room may see. */
export type Board = {
  plein: PleinFields
  phases: ReadonlyMap<string, PhaseEntry>
  framings: ReadonlyMap<string, FramingEntry>
  ideas: ReadonlyMap<string, IdeaEntry>
  places: ReadonlyMap<string, string>
  clusters: ReadonlyMap<string, ClusterEntry>
  rounds: ReadonlyMap<string, RoundEntry>
}
/** Of the counts only this: the narrowest screen that is here. */
export type Counts = { shape?: Shape }

export type Wording = FramingEntry & { id: string }
export const chainOf = (board: Board): Wording[] =>
  [...board.framings].map(([id, entry]) => ({ ...entry, id })).sort((a, b) => a.order - b.order)
