/** What stands in the documents: flat maps with plain JSON values, keys in the order given here, no `undefined`.
 *  An absent key means "not there". Both documents hold `v` in their map `meta`: how many events have changed this
 *  document so far (its version, counted per document so that nobody can count what they may not see). */
import type { PhaseKind, PhaseSettings } from '../domain/phases.ts'
import type {
  About,
  Ask,
  ClusterId,
  ClusterOf,
  Contribution,
  Framing,
  IdeaId,
  Over,
  PhaseId,
  PleinSettings,
  Result,
  RoundId,
  RoundItem,
  Show,
  Stage,
  Timer,
} from '../domain/state.ts'
import type { MoodPair } from '../domain/taps/moods.ts'

export type Interruption = { phase: PhaseId; left: number | null }
/** Map `plein` of `board`: one key for each field. */
export type PleinFields = {
  title: string
  stage: Stage
  locale: 'nl' | 'en'
  settings: PleinSettings
  /** Start of the day (UTC, epoch ms) after which everything is deleted. */
  retainUntil: number
  doorLocked: boolean
  /** Whoever comes waits until a coach lets them in. */
  doorAsks: boolean
  outcomeShared: boolean
  closedAt: number | null
  /** Epoch ms at which taking back the closing ends; `null` unless closed. */
  closesAt: number | null
  /** A Plein to practise with: every view says so. */
  practice: boolean
  /** Epoch ms at which it was taken in from an outcome; no key: it was made here. */
  imported?: number
  sealed: boolean
  /** Phase ids in order. */
  programme: PhaseId[]
  current: PhaseId | null
  interrupted: Interruption[]
  timer: Timer
  /** What a coach put before the room. */
  show: Show
  /** What the owner takes along; no key: nothing, or a coach keeps it from the room. */
  word?: string
  /** The programme as played: phase ids in the order they were entered. */
  played: PhaseId[]
}
/** Map `phases`, by id. */
export type PhaseEntry = {
  kind: PhaseKind
  title: string | null
  settings: PhaseSettings
  played: number
  skipped: boolean
  repeats: PhaseId | null
  /** Put in between by playing a kind at once; next passes it. */
  interlude: boolean
}
/** Map `framings`, by id; the one with the highest order is the dilemma now. */
export type FramingEntry = Omit<Framing, 'id' | 'undone'>
/** Map `ideas` of `board`, by id: released, not hidden, not withdrawn. */
export type IdeaEntry = {
  as: Contribution
  text: string
  phase: PhaseId
  late: boolean
  entry: 'phone' | 'paper'
  order: number
  who: string | null
  by: string | null
  /** Of a `condition`: what it answers. */
  about?: About
  /** Of a commitment with a day, `YYYY-MM-DD`. */
  day?: string
}
/** Map `places`, idea id → cluster id; an idea that is loose has no key. */
export type Place = ClusterId
/** Map `clusters`, by id. On the board: open ones and those with a released idea in them, unless removed; on the desk the other ones. */
export type ClusterEntry = {
  name: string
  order: number
  open: boolean
  /** Of proposed wordings; absent: of ideas. */
  of?: ClusterOf
  /** Authors of ideas in it are asked whether its name carries them. Absent: they are not. */
  asked?: true
}
/** Map `rounds`, by id. `result` on the board only while revealed; on the desk once counted. */
export type RoundEntry = {
  phase: PhaseId
  over: Over
  /** The round that this one repeats; no key: none. */
  again?: RoundId
  question: string | null
  /** `gone`: until it is counted, of a group that was removed or was merged into one that was. */
  items: (RoundItem & { gone?: true })[]
  budget: number
  maximum: number
  status: 'open' | 'closed' | 'counted'
  /** Epoch ms at which taking back ends; `null` unless closed. */
  closesAt: number | null
  revealed: boolean
  result: Result | null
  /** What was asked about its items; no key: nothing. */
  asks?: AskEntry[]
}
/** Map `moods`, by phase: how it felt before and after its questions; `null`: fewer than three people said so. */
export type MoodEntry = MoodPair
/** `answers`: how many the desk was told of, three or more; `null` until one of them is on the board. */
export type AskEntry = Pick<Ask, 'item' | 'parts' | 'asked'> & { answers: number | null }
export type BoardMaps = {
  meta: { v: number }
  plein: PleinFields
  phases: Record<PhaseId, PhaseEntry>
  framings: Record<string, FramingEntry>
  ideas: Record<IdeaId, IdeaEntry>
  places: Record<IdeaId, Place>
  clusters: Record<ClusterId, ClusterEntry>
  rounds: Record<string, RoundEntry>
  moods: Record<PhaseId, MoodEntry>
}

/** Map `ideas` of `desk`: listed, and waiting for release, hidden, or with a new text that waits.
 *  A withdrawn idea is in no document. */
export type DeskIdea = {
  as: Contribution
  text: string
  phase: PhaseId
  late: boolean
  entry: 'phone' | 'paper'
  who: string | null
  by: string | null
  day?: string
  released: boolean
  hidden: boolean
  edit: string | null
  about?: About
}
/** The last step of each coach that can be undone, oldest first; `seat` is the coach's. */
export type DeskStep = { id: string; seat: string; label: string }
export type DeskMaps = {
  meta: { v: number }
  ideas: Record<IdeaId, DeskIdea>
  /** Only of ideas that are not on the board. */
  places: Record<IdeaId, Place>
  clusters: Record<ClusterId, ClusterEntry>
  /** Of a group that was merged away: into which one, which may be merged away itself. What a coach chose before is found again there. */
  merged: Record<ClusterId, ClusterId>
  /** Counted rounds that are not revealed: the result, for the coach alone. */
  rounds: Record<string, RoundEntry>
  /** Ideas on the board of which the owner said that they touch them. */
  marks: Record<IdeaId, true>
  /** Key `word`: what the owner takes along, while it is hidden from the room. */
  owner: { word?: string }
  /** Key `steps`. */
  undo: { steps: DeskStep[] }
}

/** One write into a document, made by `project` from one event. `undefined` deletes the key. */
export type Write = { document: 'board' | 'desk'; map: (keyof BoardMaps | keyof DeskMaps) & string; key: string; value: unknown }
