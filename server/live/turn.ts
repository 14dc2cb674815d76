/** One turn: decides a batch, one command after another, on a state that holds the effects of those before it. Synchronous, in memory;
 *  nothing of it is visible until it is committed. */
import { anonymous, type Command, questions } from '../../shared/domain/commands.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { Accepted, Ledger } from '../../shared/domain/decision.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'
import { keep } from '../../shared/domain/keep.ts'
import { mayEver } from '../../shared/domain/permissions.ts'
import { happen } from '../../shared/domain/project/replay.ts'
import { type Refusal, refuse } from '../../shared/domain/refusals.ts'
import type { PhaseId, SeatId } from '../../shared/domain/state.ts'
import type { World } from '../../shared/domain/world.ts'
import type { Write } from '../../shared/wire/documents.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Commit } from '../store/contract.ts'
import { refusalOf, refusedAnswer } from './answers.ts'
import type { Secret } from './cards.ts'
import type { Log, Say } from './contract.ts'
import { blank, type Draft } from './draft.ts'
import { type Inside, versionsFor } from './inside.ts'
import { listingOf } from './listing.ts'
import type { Posted } from './posted.ts'
import type { Waiting } from './queue.ts'
import type { Cast } from './sealing.ts'
import { timed } from './slow.ts'

export type TurnParts = {
  world: World
  say: Say
  log: Log
  posted: Posted
  /** Refusals of the machine, before the rules. */
  barred(waiting: Waiting): Refusal | null
  /** And after them, of what they allow. */
  unfit(waiting: Waiting): Refusal | null
}

export type Done = { waiting: Waiting; answer: Extract<Answer, { ok: true }> }

export type Turn = {
  /** All but the ballots and secrets. */
  commit: Commit | null
  cast: Cast[]
  secrets: Secret[]
  writes: Write[]
  answers: { waiting: Waiting; answer: Answer }[]
  /** What was decided now, and not answered once more from the ledger. */
  done: Done[]
  /** Whose own things changed. */
  seats: Set<SeatId>
  /** The log was altered or the documents have a new epoch: they must be built anew. */
  renewed: boolean
  /** Only the documents go on in a shorter form. */
  shortened: boolean
}

export const takeTurn = (inside: Inside, batch: readonly Waiting[], parts: TurnParts): Turn => {
  const { log, world } = parts
  const draft = blank()
  const { epoch } = inside.plein
  const done: Done[] = []
  const answers = batch.map((waiting) => ({
    waiting,
    answer: timed(waiting, { log, now: world.now }, () => answerOne(inside, waiting, draft, done, parts)),
  }))
  const { writes, seats } = draft
  const shortened = draft.events.some(({ event }) => event.type === 'documents.renewed')
  parts.posted.at(now(inside))
  return {
    commit: draft.commit(),
    cast: draft.cast(),
    secrets: draft.secrets(),
    writes,
    answers,
    done,
    seats,
    renewed: draft.redactions.length > 0 || (inside.plein.epoch !== epoch && !shortened),
    shortened,
  }
}

/** The same turn, when the door refused what the rules allowed: that was alone in it, and has changed nothing here. */
export const refusedTurn = (inside: Inside, turn: Turn, refusal: Refusal, say: Say): Turn => {
  const draft = blank()
  const answers = turn.answers.map(({ waiting }) => {
    inside.answers.drop(waiting.asked)
    return { waiting, answer: refuseOne(inside, waiting, refusal, draft, say) }
  })
  return { ...turn, commit: draft.commit(), secrets: [], answers, done: [] }
}

/** Authors are known while a phase lasts and is open. */
const now = ({ plein }: Inside): PhaseId | null => (plein.stage === 'open' ? plein.current : null)

const answerOne = (inside: Inside, waiting: Waiting, draft: Draft, done: Done[], parts: TurnParts): Answer => {
  const { command, asked } = waiting
  const refused = (refusal: Refusal): Answer => refuseOne(inside, waiting, refusal, draft, parts.say)
  const known = questions.has(command.type) ? null : inside.answers.get(asked)
  if (known === 'id-reused') return refusedAnswer({ code: 'id-reused' }, inside.plein.locale, parts.say)
  if (known) return known.answer
  parts.posted.at(now(inside))
  const bar = parts.barred(waiting)
  if (bar) return refused(bar)
  // Whoever asked has long seen that nothing came of it, and may have done something else since (L7).
  const moment = parts.world.now()
  if (waiting.until !== undefined && waiting.until < moment) return refused({ code: 'lapsed', now: moment })

  const decision = decideSafely(inside, waiting, parts)
  if (!decision.ok) return refused(decision.refusal)
  const unfit = parts.unfit(waiting)
  if (unfit) return refused(unfit)
  if (command.type === 'seat.mute' && !parts.posted.mute(command.idea, command.muted)) return refused({ code: 'author-forgotten' })
  accept(inside, waiting, decision, draft, parts)
  if (questions.has(command.type)) return { ok: true, ...decision.answer }
  // Without an effect there is nothing to wait for, and kept it would say between which two ideas this seat did it (S2).
  const versions = anonymous.has(command.type) || decision.events.length === 0 ? {} : { versions: versionsFor(inside, waiting.role) }
  const answer: Done['answer'] = { ...decision.answer, ok: true, ...versions }
  done.push({ waiting, answer })
  // The room's own decisions are asked by nobody, so nobody repeats them.
  if (waiting.role !== 'server') draft.answers.push(inside.answers.put(asked, answer))
  return answer
}

/** A refusal that no wait mends is kept like any answer: when the room has moved on, a delivery of the same id that was held up on its way would
 *  else be taken in, after its author was told no (L2). What this role may never do would be refused again, and costs no row. */
const refuseOne = (inside: Inside, { role, command, asked }: Waiting, refusal: Refusal, draft: Draft, say: Say): Answer => {
  const answer = refusalOf(command, refusal, inside.plein.locale, say)
  const repeats = role !== 'server' && !questions.has(command.type) && mayEver(role, command.type)
  if (repeats && answer.error.remedy === 'rejected') draft.answers.push(inside.answers.put(asked, answer))
  return answer
}

/** Where cards are counted apart: as contributions of a phase they would be told, as a number, to everybody. */
const cardsOf = 'cards'

/** Where contributions of one seat are counted: in a phase, or for a question that is none and so is in no count of who has written. */
const placeOf = (command: Command): PhaseId | null => {
  if (command.type === 'condition.post') return `${command.round}/${command.item}`
  if (command.type === 'card.seal') return cardsOf
  return command.type === 'idea.post' ? command.phase : null
}

/** A mistake in the rules must cost one answer and not the room: `decide` only reads, so nothing is half done. */
const decideSafely = ({ plein }: Inside, { role, seat, command }: Waiting, { world, posted, log }: TurnParts) => {
  const place = placeOf(command)
  try {
    return decide(plein, { role, seat, posted: place === null ? 0 : posted.by(seat, place), muted: posted.isMuted(seat) }, command, world)
  } catch (problem) {
    log.error({ command: command.type, problem: String(problem) }, 'a decision failed')
    return refuse({ code: 'bad-command', problem: 'internal' })
  }
}

const accept = (inside: Inside, { seat, command }: Waiting, decision: Accepted, draft: Draft, { posted }: TurnParts): void => {
  const { plein } = inside
  for (const event of decision.events) {
    draft.writes.push(...happen(plein, event))
    draft.events.push({ version: plein.version, v: 1, event } satisfies StoredEvent)
  }
  for (const { version, event } of decision.redactions) draft.redactions.push({ version, v: 1, event })
  for (const change of decision.ledger) {
    for (const touched of seatsOf(change, inside, seat)) draft.seats.add(touched)
    draft.ledger(change)
  }
  keep(plein, decision.ledger)
  if (decision.events.length > 0) draft.listing = listingOf(plein)
  const [made] = decision.events
  const place = placeOf(command)
  if (place === null || seat === null) return
  if (made?.type === 'idea.posted') posted.add(seat, place, command.type === 'idea.post' ? made.idea : null)
  const [kept] = decision.ledger
  if (command.type === 'card.seal' && kept && 'keep' in kept && kept.keep === 'card') posted.add(seat, place, kept.card.id)
}

const seatsOf = (change: Ledger, { plein }: Inside, asker: SeatId | null): SeatId[] => {
  if ('erase' in change && change.erase === 'taps') return [...(plein.taps.get(change.tap)?.marks.keys() ?? [])]
  // A new picture is drawn of others' too, of which they need not hear.
  if ('keep' in change && change.keep === 'tap') return change.seat === asker ? [change.seat] : []
  if ('erase' in change) return change.erase === 'ballots' ? [...(plein.ballots.get(change.round)?.keys() ?? [])] : []
  if (change.keep === 'ballot') return [change.voter]
  return 'seat' in change ? [change.seat] : []
}
