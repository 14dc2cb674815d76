/** What happened, past tense. The log of these is the truth.
 *  An event of an anonymous act (marked ANON) carries no seat and no time. */

import type { Change, StepLabel } from './clusters/step.ts'
import type { Taken } from './life/imported.ts'
import type { PhaseSettings } from './phases.ts'
import type {
  About,
  ClusterId,
  ClusterOf,
  Contribution,
  Dots,
  Framing,
  FramingId,
  IdeaId,
  Interrupted,
  Locale,
  Moment,
  Over,
  Phase,
  PhaseId,
  PleinSettings,
  Result,
  RoundId,
  RoundItem,
  SeatId,
  Show,
  Timer,
} from './state.ts'
import type { MoodPair } from './taps/moods.ts'

/** Who did it and when; for acts of coaches, the owner or the organiser only. */
export type Signed = { by: 'organiser' | 'owner' | 'coach' | 'server'; seat: SeatId | null; at: Moment }

export type LifeEvent =
  | ({
      type: 'plein.created'
      title: string
      locale: Locale
      retainUntil: Moment
      settings: PleinSettings
      phases: Phase[] /** the presented dilemma */
      framing: Framing
      /** A Plein to practise with. */
      practice?: true
    } & Signed)
  /** Instead of `plein.created`: the first and, but for its date of deletion and who may read it, the last of such a Plein. */
  | ({ type: 'plein.imported'; taken: Taken } & Signed)
  | ({ type: 'plein.opened' } & Signed)
  | ({ type: 'plein.closed' /** when taking it back ends; absent in logs from before it was told */; closesAt?: Moment } & Signed)
  | ({ type: 'plein.reopened' } & Signed)
  /** Keys and ballots are gone for good; a new epoch of the documents starts. */
  | ({ type: 'plein.sealed' } & Signed)
  /** The documents go on in a shorter form, without what was overwritten; a new epoch of them starts. */
  | ({ type: 'documents.renewed' } & Signed)
  | ({ type: 'plein.deleted' } & Signed)
  | ({ type: 'plein.set'; title?: string; settings?: Partial<PleinSettings>; retainUntil?: Moment } & Signed)
  | ({ type: 'door.set'; locked: boolean /** absent in logs from before a door could ask */; asks?: true } & Signed)
  | ({ type: 'outcome.set'; shared: boolean } & Signed)

export type ProgrammeEvent =
  | ({ type: 'phase.entered'; phase: PhaseId; interrupted: Interrupted[]; timer: Timer } & Signed)
  /** `after: null` is the first place. */
  | ({ type: 'phase.inserted'; phase: Phase; after: PhaseId | null } & Signed)
  | ({ type: 'phase.edited'; phase: PhaseId; title?: string | null; settings?: Partial<PhaseSettings> } & Signed)
  | ({ type: 'phase.moved'; phase: PhaseId; after: PhaseId | null } & Signed)
  | ({ type: 'phase.skipped'; phase: PhaseId; skipped: boolean } & Signed)
  | ({ type: 'phase.removed'; phase: PhaseId } & Signed)
  | ({ type: 'timer.set'; timer: Timer } & Signed)
  | ({ type: 'screen.shown'; show: Show } & Signed)

export type IdeaEvent =
  /** ANON */
  | {
      type: 'idea.posted'
      idea: IdeaId
      as: Contribution
      text: string
      phase: PhaseId
      late: boolean
      entry: 'phone' | 'paper'
      who: string | null
      by: string | null
      day?: string
      /** From a phone in a phase that hides nothing: desk and room have it at once. */
      open?: true
      /** Only for `condition`. */
      about?: About
    }
  /** ANON. `waits`: the idea is released, so the new text waits at the desk. `who`/`by`/`day` only for commitments. */
  | { type: 'idea.edited'; idea: IdeaId; text: string; waits: boolean; who?: string | null; by?: string | null; day?: string | null }
  /** ANON */
  | { type: 'idea.withdrawn'; idea: IdeaId }
  /** The desk was told, in shuffled order, what came in from phones. Made by the server itself, at most every five seconds. */
  | { type: 'desk.listed'; ideas: IdeaId[] }
  /** In shuffled order. */
  | ({ type: 'ideas.released'; ideas: IdeaId[] } & Signed)
  | ({ type: 'edit.released'; idea: IdeaId; text: string } & Signed)
  | ({ type: 'edit.dropped'; idea: IdeaId } & Signed)

/** Everything at the desk that can be undone is one event: a step of changes. */
export type StepEvent =
  | ({
      type: 'step.done'
      step: string
      label: StepLabel
      changes: Change[] /** new clusters by id: name and whether open */
      made: { cluster: ClusterId; name: string; open: boolean; of?: ClusterOf }[] /** the framing that an `adopt` change made */
      framing?: Framing
    } & Signed)
  /** `changes` are the step's own; each is taken back, the last one first. */
  | ({ type: 'step.undone'; step: string; changes: Change[] } & Signed)
  /** ANON. An author placed their own idea through its edit key. */
  | { type: 'idea.placed'; idea: IdeaId; from: ClusterId | null; cluster: ClusterId | null }
  /** Authors of ideas in these are asked whether the name carries them, or not any more. */
  | ({ type: 'clusters.asked'; clusters: ClusterId[]; asking: boolean } & Signed)

export type VoteEvent =
  | ({
      type: 'round.opened'
      round: RoundId
      phase: PhaseId
      over: Over
      /** Only of a round that repeats another one. */
      again?: RoundId
      question: string | null
      items: RoundItem[]
      budget: number
      maximum: number
    } & Signed)
  | ({ type: 'round.closed'; round: RoundId /** when taking it back ends */; closesAt: Moment } & Signed)
  | ({ type: 'round.reopened'; round: RoundId } & Signed)
  /** Ballots are unlinked and shuffled; none below the threshold. `paper`: how many of them; absent in logs from before it was kept. `final` is filled in when the Plein is sealed and `ballots` blanked. */
  | ({
      type: 'round.counted'
      round: RoundId
      cast: number
      paper?: number
      ballots: Dots[] | null
      perspectives: Result['perspectives']
      final: Result | null
    } & Signed)
  | ({ type: 'round.revealed'; round: RoundId; revealed: boolean } & Signed)
  /** `parts`: the item and what is merged into it now. */
  | ({ type: 'round.asked'; round: RoundId; item: string; parts: string[]; asked: boolean } & Signed)

/** How it felt around a burst: pictures, see `taps/moods.ts`. */
export type TapEvent = { type: 'mood.counted'; phase: PhaseId } & MoodPair & Signed

export type FramingEvent = { type: 'framing.corrected'; framing: FramingId; text: string } & Signed

export type OwnerEvent =
  | ({ type: 'idea.marked'; idea: IdeaId; marked: boolean } & Signed)
  /** `null`: taken back. */
  | ({ type: 'owner.worded'; text: string | null } & Signed)
  /** By a coach, from room and outcome. */
  | ({ type: 'word.hidden'; hidden: boolean } & Signed)

export type PleinEvent = LifeEvent | ProgrammeEvent | IdeaEvent | StepEvent | VoteEvent | FramingEvent | TapEvent | OwnerEvent
export type PleinEventType = PleinEvent['type']
/** As stored: `v` is the version of the event's form, for upcasting. */
export type StoredEvent = { version: number; v: 1; event: PleinEvent }
