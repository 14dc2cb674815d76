/** The schema of every command, and the one door through which a message becomes a command. */
import { z } from 'zod/mini'
import type { Command, CommandOf, CommandType } from '../domain/commands.ts'
import { intakeAuthors, intakeCircles, intakeQuestions } from '../domain/intake/talk.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { Moment } from '../domain/state.ts'
import { lengths } from '../text/lengths.ts'
import {
  contribution,
  dots,
  flag,
  id,
  ids,
  key,
  kind,
  moment,
  over,
  paper,
  phaseSettings,
  pleinSettings,
  seconds,
  secret,
  show,
  source,
  text,
} from './fields.ts'
import { mostIn } from './mostIn.ts'
import { checked, oddShape, problemOf } from './shape.ts'

/** `time.passed` is the room's own: nobody may send it. */
export type SentType = Exclude<CommandType, 'time.passed'>

const { strictObject: exact, exactOptional: maybe, nullable, literal, union, array } = z
const clusterId = nullable(id)
const manyKeys = array(key).check(z.maxLength(500))
const anyIdeas = array(id).check(z.maxLength(2000))
const names = { who: maybe(text), by: maybe(text), day: maybe(z.string().check(z.maxLength(10))) }
const circle = z.enum(intakeCircles)
const question = z.enum(intakeQuestions)
const author = z.enum(intakeAuthors)
const tap = literal('tap.set')
const feels = nullable(z.enum(['heavy', 'neutral', 'light']))
const seen = { during: maybe(nullable(id)) }
const worded = { title: maybe(nullable(text)), settings: maybe(phaseSettings) }

/** A round that repeats another one takes all of it: what else was asked for would be a second answer to the same question. */
const repeats = ({ again, over, items, budget, maximum }: CommandOf<'round.open'>): boolean =>
  again === undefined || [over, items, budget, maximum].every((field) => field === undefined)

export const commandSchemas: { readonly [T in SentType]: z.ZodMiniType<CommandOf<T>> } = {
  'plein.open': exact({ type: literal('plein.open') }),
  'plein.close': exact({ type: literal('plein.close'), confirmed: maybe(flag) }),
  'plein.reopen': exact({ type: literal('plein.reopen') }),
  'plein.set': exact({ type: literal('plein.set'), title: maybe(text), settings: maybe(pleinSettings), retainUntil: maybe(moment) }),
  'door.set': exact({ type: literal('door.set'), locked: flag, asks: maybe(flag) }),
  'outcome.set': exact({ type: literal('outcome.set'), shared: flag }),

  'phase.enter': exact({ type: literal('phase.enter'), phase: id, ...seen }),
  'phase.next': exact({ type: literal('phase.next'), ...seen, to: maybe(id) }),
  'phase.back': exact({ type: literal('phase.back'), ...seen, to: maybe(id) }),
  'phase.resume': exact({ type: literal('phase.resume'), ...seen, to: maybe(id) }),
  'phase.play': exact({ type: literal('phase.play'), kind, ...worded, ...seen }),
  'phase.insert': exact({ type: literal('phase.insert'), kind, after: nullable(id), ...worded }),
  'phase.repeat': exact({ type: literal('phase.repeat'), phase: id, ...seen }),
  'phase.edit': exact({ type: literal('phase.edit'), phase: id, ...worded }),
  'phase.move': exact({ type: literal('phase.move'), phase: id, after: nullable(id) }),
  'phase.skip': exact({ type: literal('phase.skip'), phase: id, skipped: flag }),
  'phase.remove': exact({ type: literal('phase.remove'), phase: id }),
  'timer.start': exact({ type: literal('timer.start'), seconds, ...seen }),
  'timer.add': exact({ type: literal('timer.add'), seconds, ...seen }),
  'timer.pause': exact({ type: literal('timer.pause'), ...seen }),
  'timer.resume': exact({ type: literal('timer.resume'), ...seen }),
  'timer.stop': exact({ type: literal('timer.stop'), ...seen }),
  'screen.show': exact({ type: literal('screen.show'), show, ...seen }),

  'idea.post': exact({ type: literal('idea.post'), key, as: contribution, text, phase: id, ...names, open: maybe(flag) }),
  'idea.edit': exact({ type: literal('idea.edit'), key, text, ...names }),
  'idea.withdraw': exact({ type: literal('idea.withdraw'), key }),
  'idea.place': exact({ type: literal('idea.place'), key, cluster: clusterId }),
  mine: exact({ type: literal('mine'), keys: manyKeys }),
  'idea.enter': exact({ type: literal('idea.enter'), as: contribution, text, phase: id, ...names }),
  'ideas.release': exact({ type: literal('ideas.release'), ideas: union([literal('all'), ids]), as: maybe(contribution) }),
  'edit.release': exact({ type: literal('edit.release'), idea: id, words: maybe(text) }),
  'edit.drop': exact({ type: literal('edit.drop'), idea: id, words: maybe(text) }),
  'idea.hide': exact({ type: literal('idea.hide'), ideas: ids }),
  'idea.show': exact({ type: literal('idea.show'), ideas: ids }),
  'seat.mute': exact({ type: literal('seat.mute'), idea: id, muted: flag }),

  'card.seal': exact({ type: literal('card.seal'), key, text }),
  'card.allow': exact({ type: literal('card.allow'), key, as: z.enum(['own', 'coach', 'no']), words: maybe(text) }),
  'card.withdraw': exact({ type: literal('card.withdraw'), key }),
  'card.ask': exact({ type: literal('card.ask'), card: id, words: nullable(text) }),
  'card.aside': exact({ type: literal('card.aside'), card: id, aside: flag }),
  'card.release': exact({ type: literal('card.release'), card: id, words: text }),

  'ideas.assign': exact({ type: literal('ideas.assign'), ideas: ids, cluster: clusterId }),
  'cluster.create': exact({
    type: literal('cluster.create'),
    name: text,
    ideas: anyIdeas,
    open: maybe(flag),
    of: maybe(literal('proposal')),
  }),
  'cluster.rename': exact({ type: literal('cluster.rename'), cluster: id, name: text }),
  'cluster.merge': exact({ type: literal('cluster.merge'), from: id, into: id }),
  'cluster.split': exact({ type: literal('cluster.split'), cluster: id, ideas: ids, name: text }),
  'cluster.remove': exact({ type: literal('cluster.remove'), cluster: id }),
  'cluster.open': exact({ type: literal('cluster.open'), cluster: id }),
  'cluster.ask': exact({ type: literal('cluster.ask'), clusters: union([literal('all'), ids]), asking: flag }),
  'cluster.verify': exact({
    type: literal('cluster.verify'),
    key,
    cluster: id,
    name: text,
    answer: z.enum(['yes', 'words', 'out']),
    words: maybe(text),
  }),
  undo: exact({ type: literal('undo'), any: maybe(flag), step: maybe(id) }),

  'round.open': exact({
    type: literal('round.open'),
    over: maybe(over),
    items: maybe(ids),
    budget: maybe(z.int().check(z.gte(1), z.lte(mostIn.dots))),
    maximum: maybe(z.int().check(z.gte(1), z.lte(mostIn.onOne))),
    question: maybe(text),
    again: maybe(id),
    ...seen,
  }).check(z.refine(repeats, { path: ['again'] })),
  'ballot.cast': exact({ type: literal('ballot.cast'), round: id, dots }),
  'ballot.enter': exact({ type: literal('ballot.enter'), round: id, paper, dots, replace: maybe(flag) }),
  'ballot.remove': exact({ type: literal('ballot.remove'), round: id, paper }),
  'round.close': exact({ type: literal('round.close'), round: id, confirmed: maybe(flag) }),
  'round.reopen': exact({ type: literal('round.reopen'), round: id }),
  'round.reveal': exact({ type: literal('round.reveal'), round: id, revealed: flag }),

  'round.ask': exact({ type: literal('round.ask'), round: id, item: id, asked: maybe(flag) }),
  'condition.post': exact({ type: literal('condition.post'), key, round: id, item: id, text }),
  'condition.enter': exact({ type: literal('condition.enter'), round: id, item: id, text }),

  'framing.adopt': exact({
    type: literal('framing.adopt'),
    text,
    sources: array(source).check(z.maxLength(200)),
    proposal: maybe(id),
    form: maybe(z.enum(['intake', 'room'])),
    whose: maybe(author),
  }),
  'framing.correct': exact({ type: literal('framing.correct'), framing: id, text }),
  'text.earlier': exact({
    type: literal('text.earlier'),
    line: maybe(exact({ circle, question, by: author })),
    stage: maybe(literal(true)),
    blog: maybe(literal(true)),
  }),
  'intake.widen': exact({
    type: literal('intake.widen'),
    question,
    by: author,
    from: circle,
    to: circle,
    words: z.string().check(z.minLength(1), z.maxLength(lengths.widened)),
    confirmed: maybe(flag),
  }),

  'owner.mark': exact({ type: literal('owner.mark'), idea: id, marked: flag }),
  'owner.word': exact({ type: literal('owner.word'), text: nullable(text) }),
  'word.hide': exact({ type: literal('word.hide'), hidden: flag }),

  'seat.perspective': exact({ type: literal('seat.perspective'), perspective: nullable(text) }),
  'seat.ready': exact({ type: literal('seat.ready'), phase: id, ready: flag }),
  'seat.hand': exact({ type: literal('seat.hand'), up: flag, ...seen }),
  'tap.set': z.discriminatedUnion('on', [
    exact({ type: tap, on: literal('pulse'), value: nullable(z.enum(['calm', 'tense', 'leaving', 'unsaid'])) }),
    exact({ type: tap, on: z.enum(['mood-before', 'mood-after']), phase: id, value: feels }),
    exact({ type: tap, on: literal('resonance'), phase: id, value: nullable(z.enum(['touches', 'off'])) }),
  ]),
  'link.rotate': exact({ type: literal('link.rotate'), role: z.enum(['coach', 'owner', 'screen', 'participant']), secret: maybe(secret) }),
  'door.admit': exact({ type: literal('door.admit'), who: z.enum(['first', 'all']), seen: maybe(id) }),
  'door.refuse': exact({ type: literal('door.refuse'), seen: maybe(id) }),
  'screen.admit': exact({
    type: literal('screen.admit'),
    code: z.string().check(z.minLength(1), z.maxLength(40)),
    role: z.enum(['screen', 'coach']),
  }),
  'device.end': exact({ type: literal('device.end'), device: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
}

/** `until`: after it, by the server's clock, the command is not begun. */
export type Parsed = { ok: true; id: string; command: Command; until?: Moment } | { ok: false; refusal: Refusal }

const bad = (problem: string): Parsed => ({ ok: false, refusal: { code: 'bad-command', problem } })

/** A message as it came in: `{ id, until?, type, … }`. The id is the phone's, 128 bits or more in base64url. */
export const parseCommand = (message: unknown): Parsed => {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return bad('expected an object')
  const odd = oddShape(message)
  if (odd) return bad(odd)
  const { id: given, until, ...rest } = message as Record<string, unknown>
  const named = key.safeParse(given)
  if (!named.success) return bad('id: expected 22 to 64 characters of base64url')
  if (until !== undefined && !moment.safeParse(until).success) return bad('until: expected whole milliseconds')
  const { type } = rest
  if (typeof type !== 'string') return bad('type: expected string')
  // A name such as `constructor` is on every object but is no command.
  if (!Object.hasOwn(commandSchemas, type)) return { ok: false, refusal: { code: 'unknown-command', command: type.slice(0, 64) } }
  const parsed = checked(commandSchemas[type as SentType], rest)
  const begins = until === undefined ? {} : { until: until as Moment }
  return parsed.success ? { ok: true, id: named.data, command: parsed.data, ...begins } : bad(problemOf(parsed.error.issues[0]))
}
