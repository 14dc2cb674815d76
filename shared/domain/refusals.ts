import type { NoQuestion } from '../text/question.ts'

/** Every refusal is a value with a name, and with what a sentence about it needs. */
export type Refusal =
  | { code: 'not-allowed'; command: string; role: string }
  /** The kind of the current phase does not offer it. */
  | { code: 'not-now'; command: string; phase: string | null }
  | { code: 'plein-not-open' }
  | { code: 'plein-closed' }
  | { code: 'plein-open' }
  | { code: 'plein-sealed' }
  /** An Oefen-Plein is kept for a day, and no longer. */
  | { code: 'practice-ends' }
  | { code: 'too-late'; seconds: number }
  | { code: 'not-confirmed'; counts: Record<string, number> }
  | { code: 'phase-unknown'; phase: string }
  | { code: 'phase-current'; phase: string }
  | { code: 'phase-played'; phase: string }
  | { code: 'no-next-phase' }
  | { code: 'no-previous-phase' }
  | { code: 'nothing-interrupted' }
  /** Another phase is the one of now than when it was asked. */
  | { code: 'room-moved'; phase: string | null }
  /** Next, back or resume would enter another phase than was seen. */
  | { code: 'leads-elsewhere'; phase: string }
  | { code: 'timer-not-running' }
  | { code: 'timer-not-paused' }
  | { code: 'too-many-phases'; maximum: number }
  | { code: 'text-empty' }
  | { code: 'text-too-long'; maximum: number; length: number }
  | { code: 'text-forbidden'; character: string }
  /** Where only questions are asked. */
  | { code: 'not-a-question'; because: NoQuestion }
  /** No day of the calendar, as `YYYY-MM-DD`. */
  | { code: 'day-unknown' }
  | { code: 'not-contributed-here'; contribution: string; kind: string }
  | { code: 'may-not-post'; role: string }
  /** In the first round of writing; a coach can lift it. */
  | { code: 'owner-listens' }
  | { code: 'muted' }
  /** It came in during another phase, before a restart, or on paper. */
  | { code: 'author-forgotten' }
  | { code: 'too-many-ideas'; maximum: number }
  | { code: 'plein-full'; maximum: number }
  | { code: 'key-unknown' }
  | { code: 'key-used' }
  | { code: 'idea-unknown'; idea: string }
  | { code: 'idea-withdrawn'; idea: string }
  | { code: 'idea-released'; idea: string }
  | { code: 'idea-not-released'; idea: string }
  | { code: 'nothing-to-release' }
  | { code: 'no-edit-waiting'; idea: string }
  /** Other new words wait than those that were read. */
  | { code: 'edit-changed'; idea: string }
  | { code: 'nothing-changed' }
  | { code: 'cluster-unknown'; cluster: string }
  | { code: 'cluster-merged'; cluster: string; into: string; name: string }
  | { code: 'cluster-removed'; cluster: string; name: string }
  /** Nobody in the room has seen it yet. */
  | { code: 'cluster-not-shared'; cluster: string }
  | { code: 'cluster-same' }
  /** A group of proposals, and this is an idea, or the other way round. */
  | { code: 'cluster-of-other'; cluster: string }
  | { code: 'too-many-clusters'; maximum: number }
  | { code: 'authors-do-not-place' }
  /** Its authors are not asked about its name, or not any more. */
  | { code: 'name-not-asked'; cluster: string }
  /** It has another name than the one that was read. */
  | { code: 'cluster-renamed'; cluster: string; name: string }
  | { code: 'idea-elsewhere'; cluster: string }
  | { code: 'card-unknown' }
  /** Other words stand there than those that were read before the yes. */
  | { code: 'card-changed' }
  | { code: 'card-not-allowed' }
  /** Its author said no. */
  | { code: 'card-refused' }
  | { code: 'too-many-cards'; maximum: number }
  | { code: 'cards-full'; maximum: number }
  | { code: 'nothing-to-undo' }
  | { code: 'changed-since'; label: string }
  /** Of a step that is named: it was taken back already. */
  | { code: 'step-undone' }
  | { code: 'step-not-last' }
  | { code: 'round-unknown'; round: string }
  | { code: 'round-open'; round: string }
  | { code: 'round-closed'; round: string }
  | { code: 'round-counted'; round: string }
  | { code: 'round-not-closed'; round: string }
  | { code: 'too-few-items'; minimum: number; items: number }
  | { code: 'too-many-items'; maximum: number; items: number }
  | { code: 'round-not-counted'; round: string }
  | { code: 'item-unknown'; item: string }
  | { code: 'over-budget'; budget: number; used: number }
  | { code: 'over-maximum'; maximum: number; item: string }
  /** A slip with this number is there; `replace` says that it may go. */
  | { code: 'paper-taken'; paper: number }
  | { code: 'paper-unknown'; paper: number }
  | { code: 'held-back'; minimum: number; ballots: number; few: 'ballots' | 'phones' }
  | { code: 'round-not-shown'; round: string }
  /** So few gave the item no dots that whoever answers could be guessed. */
  | { code: 'too-few-to-ask'; minimum: number }
  | { code: 'not-asked' }
  | { code: 'answered-already' }
  /** Of its item; below it no answer is shown to the room. */
  | { code: 'too-few-answers'; minimum: number }
  | { code: 'framing-unknown'; framing: string }
  | { code: 'framing-same' }
  | { code: 'source-unknown'; kind: string; id: string }
  /** Of the intake: only whose answer it is takes it to a wider circle. */
  | { code: 'line-of-another' }
  | { code: 'circle-not-wider'; from: string; to: string }
  /** Other words stand there than those that were read before the yes. */
  | { code: 'line-changed' }
  /** It does not stand in the circle `room`, or other words do. */
  | { code: 'line-not-shared' }
  /** Other words stand before the room than those that are to be adopted. */
  | { code: 'stage-differs' }
  | { code: 'perspective-unknown'; perspective: string }
  /** Below: made at the edge, not by the rules. */
  | { code: 'bad-command'; problem: string }
  | { code: 'unknown-command'; command: string }
  | { code: 'id-reused' }
  /** It came after the moment until which it could begin, or by a wrong clock: `now` is that of the server. */
  | { code: 'lapsed'; now: number }
  | { code: 'too-fast'; retryAfter: number }
  | { code: 'busy' }
  | { code: 'storage-failed' }
  | { code: 'code-unknown' }
  | { code: 'door-locked' }
  /** A coach said no to somebody before a door that asks. */
  | { code: 'not-let-in' }
  /** Or none of those that were named. */
  | { code: 'nobody-waiting' }
  | { code: 'token-unknown' }
  | { code: 'link-unknown' }
  | { code: 'plein-unknown' }
  | { code: 'screen-code-unknown' }
  /** It has gone already, or is one of a participant. */
  | { code: 'device-unknown' }
  /** A desk does not end itself from the list: so one always stays. */
  | { code: 'device-own' }
  | { code: 'protocol-unknown'; spoken: number }

export type RefusalCode = Refusal['code']
export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
