/** One Plein as the room holds it in memory. Only `evolve` and `keep` write it (and `project` its own `documents`). */
import type { Card } from './cards/card.ts'
import type { Step } from './clusters/step.ts'
import type { NameAnswer } from './names/answer.ts'
import type { NameCount } from './names/counted.ts'
import type { PhaseKind, PhaseSettings } from './phases.ts'
import type { MoodPair } from './taps/moods.ts'
import type { Tapped } from './taps/tapped.ts'
import type { TapCounts, TapId } from './taps/taps.ts'
import type { Dots, Round } from './votes/round.ts'

export type PleinId = string
export type PhaseId = string
export type IdeaId = string
export type ClusterId = string
export type RoundId = string
export type FramingId = string
export type CardId = string
export type SeatId = string
/** Epoch milliseconds, UTC, always handed in by the world. */
export type Moment = number

export type Role = 'organiser' | 'coach' | 'owner' | 'participant' | 'screen'
export type Locale = 'nl' | 'en'
export type Stage = 'prepared' | 'open' | 'closed' | 'deleted'

export type Phase = {
  id: PhaseId
  kind: PhaseKind
  /** `null`: the interface says the word for the kind. */
  title: string | null
  settings: PhaseSettings
  /** How often it was entered; 0 is "not yet played". */
  played: number
  skipped: boolean
  /** The phase this one repeats, when it is a repetition. */
  repeats: PhaseId | null
  /** Put in between by playing a kind at once; next passes it. Absent in logs that were written before there were any. */
  interlude?: true
}

/** A phase that was left for another one, with what its timer had left (ms), so that it can go on. */
export type Interrupted = { phase: PhaseId; left: number | null }

/** `running` ends at a server time; `paused` holds what was left (ms). Nothing happens at zero. */
export type Timer =
  | { status: 'stopped' }
  | { status: 'running'; endsAt: Moment; length: number }
  | { status: 'paused'; left: number; length: number }

/** What stands before the room. A coach puts it there; entering a phase puts the phase there again.
 *  `page` counts from 0; `null`: nobody turned a page, so the view shows what it finds first or newest. */
export type Show =
  | { on: 'phase'; page: number | null }
  /** One idea, large. */
  | { on: 'idea'; idea: IdeaId }
  /** One group with its ideas. */
  | { on: 'cluster'; cluster: ClusterId; page: number | null }
  /** The question chain, as a story. */
  | { on: 'chain'; page: number | null }
  /** How to come in, large. */
  | { on: 'join' }
  /** Nothing: a black screen. */
  | { on: 'dark' }

/** Everything that people contribute goes one way: written, waiting, released, perhaps hidden or withdrawn. */
export type Contribution = 'idea' | 'checkin' | 'question' | 'proposal' | 'commitment' | 'closing' | 'condition'
/** What a phase asks for. A condition is asked for after a vote, whatever the phase. */
export type Collected = Exclude<Contribution, 'condition'>

export type Idea = {
  id: IdeaId
  as: Contribution
  text: string
  phase: PhaseId
  /** Written for a phase that was no longer the current one. */
  late: boolean
  /** How it came in. `paper` was entered by a coach for somebody without a phone. */
  entry: 'phone' | 'paper'
  /** Whether the desk has been told (in a shuffled batch); see `desk.listed`. */
  listed: boolean
  /** What the desk has heard of it so far: the idea, or also that a new text waits; absent: nothing. */
  told?: 'idea' | 'edit'
  released: boolean
  hidden: boolean
  withdrawn: boolean
  /** A new text of a released idea, waiting at the desk. */
  edit: string | null
  /** Place in the shuffled order of release; 0 while unreleased. */
  order: number
  cluster: ClusterId | null
  /** Version of the event with which its author last placed it; absent when never. */
  placedAt?: number
  /** Only for `commitment`: the name that person chose to give, and by when (free text). */
  who: string | null
  by: string | null
  /** Only for `condition`: what it answers. */
  about?: About
  /** Only for `commitment`: the day by which it is done, `YYYY-MM-DD`; absent: none was given. */
  day?: string
}

/** An item of a vote: whoever gave it no dots may be asked what they need to go along with it. */
export type About = { round: RoundId; item: string }

/** What groups are made of, beside ideas. */
export type ClusterOf = 'proposal'

export type Cluster = {
  id: ClusterId
  name: string
  order: number
  /** Named aloud for the room, so it is on the board even without a released idea in it. */
  open: boolean
  /** Of proposed wordings; absent: of ideas. */
  of?: ClusterOf
  removed: boolean
  mergedInto: ClusterId | null
  /** Whoever wrote an idea in it is asked whether its name carries that idea. */
  asked?: true
}

export type { Ask, Dots, Over, Result, ResultRow, Round, RoundItem } from './votes/round.ts'

export type Source = { kind: 'idea' | 'cluster' | 'round' | 'framing'; id: string }
/** As a wording keeps it. `touched`: an idea that the owner had marked when it was adopted. */
export type FramingSource = Source & { touched?: true }

/** How a wording arose, where that is more than being adopted: in the intake talk, before the meeting; written before the eyes of the room; chosen
 *  out of a question burst; during a meeting that is in no phase, which alone would not tell it from before the meeting. */
export type FramingForm = 'intake' | 'room' | 'burst' | 'rewritten'

export type Framing = {
  id: FramingId
  text: string
  /** 0 is the presented dilemma. */
  order: number
  sources: FramingSource[]
  /** The role that formulated it. Never a person. */
  by: 'organiser' | 'owner' | 'coach' | 'participant'
  at: Moment
  /** The phase in which it arose; `null` for the presented dilemma. */
  phase: PhaseId | null
  /** Absent: adopted at the desk or by the owner, in the ordinary way. */
  form?: FramingForm
  /** Of what was written before the room, as it was told when it was adopted; absent: fewer than three people said. */
  resonance?: TapCounts<'resonance'>
  /** Of the form `burst`: the question that was chosen. */
  question?: IdeaId
  /** Taken back by undo; stands in no document. */
  undone: boolean
}

/** Somebody who has just come in. */
export const newSeat = (id: SeatId, role: Role): Seat => ({ id, role, perspective: null, ready: null, hand: false })

export type Seat = {
  id: SeatId
  role: Role
  perspective: string | null
  /** The phase for which this person said to be ready; it says nothing about another phase. */
  ready: PhaseId | null
  /** This person raised a hand. */
  hand: boolean
}

/** Ballots while a round can still be taken back. Beside the log, never in it; `voter` is a seat id or `paper:<number>`. */
export type OpenBallot = { voter: string; dots: Dots }

/** Contributions of every kind, each counted once; never which. */
export type ContributionCounts = { shared: number; notShared: number; hidden: number; withdrawn: number }

export type PleinSettings = {
  /** Lenses that a participant may choose from; empty turns the question off. */
  perspectives: string[]
  /** May the owner adopt a framing without a coach? */
  ownerAdopts: boolean
  /** Does the owner listen in the first round of writing? See `ownerSeat/listens.ts`. */
  ownerListens: boolean
  /** Origin that phones use to join, chosen by a coach among the machine's addresses; `null`: the server's own rule. */
  address: string | null
}

export type Plein = {
  id: PleinId
  /** Number of the last event that was evolved. */
  version: number
  /** Names of the documents carry it (`board~3`). Counts up on a redaction. */
  epoch: number
  stage: Stage
  title: string
  locale: Locale
  createdAt: Moment
  /** Start of the day (UTC) after which everything of this Plein is deleted. */
  retainUntil: Moment
  closedAt: Moment | null
  /** When taking back the closing ends; `null` unless closed. */
  closesAt: Moment | null
  /** A Plein to practise with: marked on every view, gone after a day. */
  practice: boolean
  /** Taken in from the outcome of another one; `null`: it was made here. What its room was not shown is not known of it. */
  imported: { at: Moment; counts: ContributionCounts } | null
  /** Keys and ballots are gone; it cannot be reopened. */
  sealed: boolean
  settings: PleinSettings
  doorLocked: boolean
  /** Whoever comes waits until a coach lets them in. */
  doorAsks: boolean
  /** May participants fetch the outcome? */
  outcomeShared: boolean
  phases: Map<PhaseId, Phase>
  /** The order of the programme. */
  order: PhaseId[]
  current: PhaseId | null
  interrupted: Interrupted[]
  /** Every phase that was entered, in that order: the programme as played. */
  played: { phase: PhaseId; kind: PhaseKind; at: Moment }[]
  timer: Timer
  show: Show
  ideas: Map<IdeaId, Idea>
  /** Ideas that are not withdrawn and of which the desk must still hear, `Idea.listed` the other way round: nothing scans all ideas. */
  unlisted: Set<IdeaId>
  clusters: Map<ClusterId, Cluster>
  /** Which ideas stand in a cluster: `Idea.cluster` the other way round, so that nothing scans all ideas. */
  members: Map<ClusterId, Set<IdeaId>>
  rounds: Map<RoundId, Round>
  framings: Map<FramingId, Framing>
  /** How it felt around a burst, by phase; of which nothing was told, not there. */
  moods: Map<PhaseId, MoodPair>
  /** Ideas of which the owner said that they touch them. */
  marks: Set<IdeaId>
  /** What the owner takes along, in their own words; `null`: nothing was said. A coach can hide it. */
  word: { text: string | null; hidden: boolean }
  /** It was said anew while it was hidden: in these words nobody in the room has read it. */
  wordUnseen: boolean
  /** Those that were not taken back, the oldest first. */
  steps: Step[]
  /** Next place in each shuffled or counted order. */
  counters: { idea: number; cluster: number }
  /** Hash of an edit key → the idea it opens. Ledger, not log. */
  keys: Map<string, IdeaId>
  /** Ledger, not log. */
  seats: Map<SeatId, Seat>
  /** Ledger, not log. Round → voter → ballot. */
  ballots: Map<RoundId, Map<string, Dots>>
  /** Ledger, not log. */
  taps: Map<TapId, Tapped>
  /** Ledger, not log. Hash of an edit key → the card it opens. */
  cards: Map<string, Card>
  /** The other way round, and those of which coaches must still hear. */
  cardIds: Map<CardId, string>
  cardsWaiting: Set<string>
  /** Ledger, not log. `rowOf` (hash of an edit key and group) → what its author says of the name. */
  names: Map<string, NameAnswer>
  /** Hash of an edit key → its rows of `names`. */
  namesOf: Map<string, Set<string>>
  nameCounts: Map<ClusterId, NameCount>
  /** Groups of whose names coaches can be told something new. */
  namesWaiting: Set<ClusterId>
  /** How often that changed what is told beside the documents: nobody makes a list of all of it to see that it is the same. */
  changes: { cards: number; names: number; owner: number }
  /** What `project` has written so far. */
  documents: Documents
}
/** Per document its version (`meta.v`) and, as JSON, what stands at `map/key`, so that nothing is written twice. */
export type Documents = Record<'board' | 'desk', { v: number; written: Map<string, string> }>

export const emptyPlein = (id: PleinId): Plein => ({
  id,
  version: 0,
  epoch: 1,
  stage: 'prepared',
  title: '',
  locale: 'nl',
  createdAt: 0,
  retainUntil: 0,
  closedAt: null,
  closesAt: null,
  practice: false,
  imported: null,
  sealed: false,
  settings: { perspectives: [], ownerAdopts: false, ownerListens: true, address: null },
  doorLocked: false,
  doorAsks: false,
  outcomeShared: false,
  phases: new Map(),
  order: [],
  current: null,
  interrupted: [],
  played: [],
  timer: { status: 'stopped' },
  show: { on: 'phase', page: null },
  ideas: new Map(),
  unlisted: new Set(),
  clusters: new Map(),
  members: new Map(),
  rounds: new Map(),
  framings: new Map(),
  moods: new Map(),
  marks: new Set(),
  word: { text: null, hidden: false },
  wordUnseen: false,
  steps: [],
  counters: { idea: 0, cluster: 0 },
  keys: new Map(),
  seats: new Map(),
  ballots: new Map(),
  taps: new Map(),
  cards: new Map(),
  cardIds: new Map(),
  cardsWaiting: new Set(),
  names: new Map(),
  namesOf: new Map(),
  nameCounts: new Map(),
  namesWaiting: new Set(),
  changes: { cards: 0, names: 0, owner: 0 },
  documents: { board: { v: 0, written: new Map() }, desk: { v: 0, written: new Map() } },
})
