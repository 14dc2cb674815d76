/** Answers: how a refusal travels, and the ledger that answers a repeated id with the first answer. */
import { anonymous, type Command } from '../../shared/domain/commands.ts'
import type { Refusal, RefusalCode } from '../../shared/domain/refusals.ts'
import type { Locale, SeatId } from '../../shared/domain/state.ts'
import type { Answer, Remedy, WireError } from '../../shared/wire/messages.ts'
import type { StoredAnswer } from '../store/contract.ts'
import type { Say } from './contract.ts'

const remedies: Partial<Record<RefusalCode, Remedy>> = {
  'too-fast': 'retry',
  busy: 'retry',
  'storage-failed': 'retry',
  'protocol-unknown': 'upgrade',
  'unknown-command': 'upgrade',
}

type Refused = Extract<Answer, { ok: false }>
export const refusedAnswer = (refusal: Refusal, locale: Locale, say: Say): Refused => {
  const { code, ...args } = refusal
  return { ok: false, error: { code, message: say(refusal, locale), remedy: remedies[code] ?? 'rejected', ...args } }
}

/** Of a ballot or of what stands on a seat no digest is kept: there are so few of them that it could be guessed. */
const guessable: ReadonlySet<Command['type']> = new Set([
  'ballot.cast',
  'ballot.enter',
  'seat.perspective',
  'seat.ready',
  'seat.hand',
  'tap.set',
])

/** All that an answer that is kept says of why such a command, or an anonymous one, was refused: neither the idea that it was about, which its
 *  phone has the id of the command of (S2), nor anything of a ballot (S3). Sentences need no more. */
const discreet: ReadonlySet<string> = new Set([
  ...['code', 'message', 'remedy', 'command', 'role', 'phase', 'round', 'paper', 'problem'],
  ...['maximum', 'minimum', 'length', 'budget', 'character', 'contribution', 'kind', 'cluster', 'into', 'name', 'because'],
])

/** The refusal of a command, as it is told and, when it is final, kept. */
export const refusalOf = ({ type }: Command, refusal: Refusal, locale: Locale, say: Say): Refused => {
  const answer = refusedAnswer(refusal, locale, say)
  if (!anonymous.has(type) && !guessable.has(type)) return answer
  return { ok: false, error: Object.fromEntries(Object.entries(answer.error).filter(([name]) => discreet.has(name))) as WireError }
}

export type Asked = {
  /** Under which the answer is kept. */
  key: string
  /** The key that the same id has under a command of the other sort: there it is `id-reused`. */
  otherKey: string
  digest: string | null
}
const known = new WeakMap<Command, { seat: SeatId | null; id: string; asked: Asked }>()

/** Asked twice for each command: what it costs, and what it answers. */
export const asked = (seat: SeatId | null, id: string, command: Command, hash: (text: string) => string): Asked => {
  const before = known.get(command)
  if (before?.seat === seat && before.id === id) return before.asked
  const made = digested(seat, id, command, hash)
  known.set(command, { seat, id, asked: made })
  return made
}

const digested = (seat: SeatId | null, id: string, command: Command, hash: (text: string) => string): Asked => {
  // Without the seat for an anonymous act: the ledger must not tie an idea to its author again.
  const [alone, tied] = [hash(id), hash(`${seat}:${id}`)]
  const isAnonymous = anonymous.has(command.type)
  return {
    key: isAnonymous ? alone : tied,
    otherKey: isAnonymous ? tied : alone,
    // With the id, which a phone forgets once it is accepted: alone it would stay a hash of the edit key when the keys are erased (S2).
    digest: guessable.has(command.type) ? null : hash(`${id}:${JSON.stringify(command)}`),
  }
}

export type Answers = {
  get(asked: Asked): { answer: Answer } | 'id-reused' | null
  /** Would be answered from the ledger. */
  knows(asked: Asked): boolean
  put(asked: Asked, answer: Answer): StoredAnswer
  /** Takes back what was put and will not be stored. */
  drop(asked: Asked): void
}

export const createAnswers = (stored: readonly StoredAnswer[]): Answers => {
  const kept = new Map(stored.map(({ key, digest, answer }) => [key, { digest, answer }]))
  return {
    get: ({ key, otherKey, digest }) => {
      const known = kept.get(key)
      if (!known) return kept.has(otherKey) ? 'id-reused' : null
      return known.digest === digest ? { answer: JSON.parse(known.answer) as Answer } : 'id-reused'
    },
    knows: ({ key, digest }) => kept.get(key)?.digest === digest,
    put: ({ key, digest }, answer) => {
      const text = JSON.stringify(answer)
      kept.set(key, { digest, answer: text })
      return { key, digest, answer: text }
    },
    drop: ({ key }) => {
      kept.delete(key)
    },
  }
}
