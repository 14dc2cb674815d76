/** What people ask, imperative. Each has a schema in `shared/wire/commands.ts`.
 *  A command of an anonymous act (see `anonymous`) is answered without a version and kept without a seat. */
import type { IntakeAuthor, IntakeCircle, IntakeQuestion, Line } from './intake/talk.ts'
import type { NameVerdict } from './names/answer.ts'
import type { PhaseKind, PhaseSettings } from './phases.ts'
import type {
  CardId,
  ClusterId,
  ClusterOf,
  Contribution,
  Dots,
  FramingId,
  IdeaId,
  Moment,
  Over,
  PhaseId,
  PleinSettings,
  RoundId,
  Show,
  Source,
} from './state.ts'
import type { Mood, Pulse, Resonance } from './taps/taps.ts'

/** The phase of now as the one who asks saw it; with another one now nothing happens (P11). */
type During = { during?: PhaseId | null }
/** Where that one saw that it leads. */
type To = { to?: PhaseId }

export type Command =
  // life
  | { type: 'plein.open' }
  /** Refused with `not-confirmed` and the counts until `confirmed`. */
  | { type: 'plein.close'; confirmed?: boolean }
  | { type: 'plein.reopen' }
  /** `retainUntil`: by the organiser only. */
  | { type: 'plein.set'; title?: string; settings?: Partial<PleinSettings>; retainUntil?: Moment }
  /** `asks`: who comes waits until a coach lets them in; absent is `false`, and a locked door asks nothing. */
  | { type: 'door.set'; locked: boolean; asks?: boolean }
  | { type: 'outcome.set'; shared: boolean }
  // programme
  | ({ type: 'phase.enter'; phase: PhaseId } & During)
  | ({ type: 'phase.next' } & During & To)
  | ({ type: 'phase.back' } & During & To)
  | ({ type: 'phase.resume' } & During & To)
  /** Inserts a phase of this kind after the current one and enters it. */
  | ({ type: 'phase.play'; kind: PhaseKind; title?: string | null; settings?: Partial<PhaseSettings> } & During)
  | { type: 'phase.insert'; kind: PhaseKind; after: PhaseId | null; title?: string | null; settings?: Partial<PhaseSettings> }
  /** Inserts a copy after it and enters the copy; the first one keeps its results. */
  | ({ type: 'phase.repeat'; phase: PhaseId } & During)
  | { type: 'phase.edit'; phase: PhaseId; title?: string | null; settings?: Partial<PhaseSettings> }
  | { type: 'phase.move'; phase: PhaseId; after: PhaseId | null }
  | { type: 'phase.skip'; phase: PhaseId; skipped: boolean }
  | { type: 'phase.remove'; phase: PhaseId }
  | ({ type: 'timer.start'; seconds: number } & During)
  | ({ type: 'timer.add'; seconds: number } & During)
  | ({ type: 'timer.pause' } & During)
  | ({ type: 'timer.resume' } & During)
  | ({ type: 'timer.stop' } & During)
  /** Puts something before the room; ideas and groups only when the board holds them. */
  | ({ type: 'screen.show'; show: Show } & During)
  // contributions
  /** `day`: of a commitment, `YYYY-MM-DD`; empty is none. `open`: its author was told that the room reads it at once; else that the coach does first. */
  | {
      type: 'idea.post'
      key: string
      as: Contribution
      text: string
      phase: PhaseId
      who?: string
      by?: string
      day?: string
      open?: boolean
    }
  | { type: 'idea.edit'; key: string; text: string; who?: string; by?: string; day?: string }
  | { type: 'idea.withdraw'; key: string }
  | { type: 'idea.place'; key: string; cluster: ClusterId | null }
  | { type: 'mine'; keys: string[] }
  /** By a coach, for people without a phone. */
  | { type: 'idea.enter'; as: Contribution; text: string; phase: PhaseId; who?: string; by?: string; day?: string }
  /** `ideas: 'all'`: all of this contribution that are listed, unreleased and not hidden or withdrawn. */
  | { type: 'ideas.release'; ideas: IdeaId[] | 'all'; as?: Contribution }
  /** `words`: the new ones as they were read; no others are shared or dropped. */
  | { type: 'edit.release'; idea: IdeaId; words?: string }
  | { type: 'edit.drop'; idea: IdeaId; words?: string }
  | { type: 'idea.hide'; ideas: IdeaId[] }
  | { type: 'idea.show'; ideas: IdeaId[] }
  /** Whoever wrote this writes nothing more in the phase of now; `muted: false` takes it back. Nobody is told who that is. */
  | { type: 'seat.mute'; idea: IdeaId | CardId; muted: boolean }
  // cards for the coaches alone
  | { type: 'card.seal'; key: string; text: string }
  /** `words`: those that may be shared, the author's own or the ones that the coach asked with, as they were read. `no`: none may, and none are
   *  looked at. */
  | { type: 'card.allow'; key: string; as: 'own' | 'coach' | 'no'; words?: string }
  | { type: 'card.withdraw'; key: string }
  /** May the room have it, in these words? `null`: in the author's own. */
  | { type: 'card.ask'; card: CardId; words: string | null }
  | { type: 'card.aside'; card: CardId; aside: boolean }
  /** Only what its author allowed, in the words that were allowed. */
  | { type: 'card.release'; card: CardId; words: string }
  // grouping
  | { type: 'ideas.assign'; ideas: IdeaId[]; cluster: ClusterId | null }
  /** `of`: of proposed wordings; absent: of what its first ideas are. */
  | { type: 'cluster.create'; name: string; ideas: IdeaId[]; open?: boolean; of?: ClusterOf }
  | { type: 'cluster.rename'; cluster: ClusterId; name: string }
  | { type: 'cluster.merge'; from: ClusterId; into: ClusterId }
  | { type: 'cluster.split'; cluster: ClusterId; ideas: IdeaId[]; name: string }
  | { type: 'cluster.remove'; cluster: ClusterId }
  | { type: 'cluster.open'; cluster: ClusterId }
  /** Asks the authors of the ideas in these groups whether the name carries their idea, or stops asking. `all`: those that the room sees. */
  | { type: 'cluster.ask'; clusters: ClusterId[] | 'all'; asking: boolean }
  /** `name`: as it was read. `out` makes the idea loose. `words`: another name; looked at with `answer: 'words'` only. */
  | { type: 'cluster.verify'; key: string; cluster: ClusterId; name: string; answer: NameVerdict; words?: string }
  /** `any`: the last step of whichever coach; else one's own last step. `step`: that one, or nothing. */
  | { type: 'undo'; any?: boolean; step?: string }
  // votes
  /** `again`: over the same items with the same letters, budget and maximum as that round, which is counted; with it nothing stands but
   *  another question. */
  | ({ type: 'round.open'; over?: Over; items?: string[]; budget?: number; maximum?: number; question?: string; again?: RoundId } & During)
  | { type: 'ballot.cast'; round: RoundId; dots: Dots }
  /** By a coach, for a numbered slip of paper. `replace`: said by whoever knows that this number is there. */
  | { type: 'ballot.enter'; round: RoundId; paper: number; dots: Dots; replace?: boolean }
  | { type: 'ballot.remove'; round: RoundId; paper: number }
  | { type: 'round.close'; round: RoundId; confirmed?: boolean }
  | { type: 'round.reopen'; round: RoundId }
  | { type: 'round.reveal'; round: RoundId; revealed: boolean }
  // conditions
  /** Every phone asks whoever gave this item no dots what they need to go along with it; `asked: false` ends it, absent is `true`. */
  | { type: 'round.ask'; round: RoundId; item: string; asked?: boolean }
  | { type: 'condition.post'; key: string; round: RoundId; item: string; text: string }
  /** By a coach, for people without a phone. */
  | { type: 'condition.enter'; round: RoundId; item: string; text: string }
  // framings
  /** `proposal`: an idea posted as proposal, or a question of a question burst, whose wording is adopted. */
  /** `form: 'intake'`: a step of the intake talk, while the Plein is prepared; its text stands in the circle `room`, word for word, as an
   *  answer of `whose` (absent: of one's own role). `form: 'room'`: its text stands in `text/stage`, word for word, and the room was there. */
  | {
      type: 'framing.adopt'
      text: string
      sources: Source[]
      proposal?: IdeaId
      form?: 'intake' | 'room'
      whose?: IntakeAuthor
    }
  | { type: 'framing.correct'; framing: FramingId; text: string }
  /** What a co-written text was before: `{ ok: true, earlier: { at, words }[] }`, newest first; `at` to the minute. `line`: of the intake;
   *  `stage`: of what is written before the room; `blog`: of the blog; none of them: the draft of the next wording. */
  | { type: 'text.earlier'; line?: Line & { circle: IntakeCircle }; stage?: true; blog?: true }
  /** Moves an own answer of the intake to a wider circle. Refused with `not-confirmed` until `confirmed`. */
  /** `words`: as they were read before the yes, without the space around them. No others go. */
  | {
      type: 'intake.widen'
      question: IntakeQuestion
      by: IntakeAuthor
      from: IntakeCircle
      to: IntakeCircle
      words: string
      confirmed?: boolean
    }
  // the owner's seat
  /** "Dit raakt me": of something that the room has seen; told to owner and coaches, and to the room once it is the source of a wording. */
  | { type: 'owner.mark'; idea: IdeaId; marked: boolean }
  /** What the owner takes along; replaces what was said before, `null` takes it back. */
  | { type: 'owner.word'; text: string | null }
  /** By a coach: the owner's word leaves room and outcome, or comes back. */
  | { type: 'word.hide'; hidden: boolean }
  // seat
  | { type: 'seat.perspective'; perspective: string | null }
  /** Ready with the current phase, or not after all. Counts only are told. */
  | { type: 'seat.ready'; phase: PhaseId; ready: boolean }
  | ({ type: 'seat.hand'; up: boolean } & During)
  // one-tap answers; `null` takes back what one gave
  | { type: 'tap.set'; on: 'pulse'; value: Pulse | null }
  | { type: 'tap.set'; on: 'mood-before' | 'mood-after'; phase: PhaseId; value: Mood | null }
  | { type: 'tap.set'; on: 'resonance'; phase: PhaseId; value: Resonance | null }
  // handled by the live server, answered like the rest
  /** The device invents the new secret of a role's link (256 bits, base64url), so that no answer that is kept holds it.
   *  For `participant` there is none: the server makes a new code and ticket and tells them to coaches and screens. */
  | { type: 'link.rotate'; role: 'coach' | 'owner' | 'screen' | 'participant'; secret?: string }
  /** Lets in everybody who waits before a door that asks, or who has waited longest. `seen`: the mark of that one, or of the last of all, as
   *  `crowd.line` told it: nobody else is let in. */
  | { type: 'door.admit'; who: 'first' | 'all'; seen?: string }
  /** Says no to who has waited longest, with `seen` to that one or to nobody. */
  | { type: 'door.refuse'; seen?: string }
  | { type: 'screen.admit'; code: string; role: 'screen' | 'coach' }
  /** Another device that is in as coach, owner or screen may do nothing any more. `device`: as the desk was told it. */
  | { type: 'device.end'; device: string }
  /** Internal: nobody may send it, the room itself decides it when time has passed. */
  | { type: 'time.passed' /** the documents would be much shorter written anew, and the room is quiet */; renew?: true }

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

/** Acts that must not be linked to a seat: kept and answered without it. */
export const anonymous: ReadonlySet<CommandType> = new Set([
  ...(['idea.post', 'idea.edit', 'idea.withdraw', 'idea.place', 'condition.post', 'mine'] as const),
  ...(['cluster.verify', 'card.seal', 'card.allow', 'card.withdraw'] as const),
])
/** Asks only; nothing is stored. */
export const questions: ReadonlySet<CommandType> = new Set(['mine', 'text.earlier'])
