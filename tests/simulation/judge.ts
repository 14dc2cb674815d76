/** Sets what people were told against what is in the store, and what they see against a model of it. Names every difference. */
import * as Y from 'yjs'
import { unstored } from '../../scripts/players/effects.ts'
import { type OpenedSecret, secretsOf } from '../../server/live/cards.ts'
import { toDots } from '../../server/live/seal.ts'
import { find, type OpenedRow } from '../../server/live/sealing.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { type Dots, emptyPlein, type IdeaId, type Plein } from '../../shared/domain/state.ts'
import { markOf, tapForm } from '../../shared/domain/taps/form.ts'
import { taps } from '../../shared/domain/taps/taps.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import { boardModel } from '../support/boardModel.ts'
import type { Person } from '../support/people.ts'
import { maps } from '../support/replica.ts'
import { plein } from '../support/room.ts'
import type { Afternoon, Told } from './parts.ts'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const sorted = (value: object): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ),
  )

/** A command whose effect carries words that occur nowhere else. */
const words = (command: Command): string | null => {
  if (command.type === 'idea.post' || command.type === 'idea.enter' || command.type === 'idea.edit') return command.text
  if (command.type === 'condition.post' || command.type === 'condition.enter') return command.text
  if (command.type === 'phase.insert') return command.title ?? null
  return command.type === 'cluster.create' ? command.name : null
}
const wordsOf = (event: PleinEvent): string[] => {
  if (event.type === 'idea.posted' || event.type === 'idea.edited') return [event.text]
  if (event.type === 'phase.inserted') return event.phase.title ? [event.phase.title] : []
  return event.type === 'step.done' ? event.made.map(({ name }) => name) : []
}

/** The idea that a command wrote, as far as somebody was told. */
const writtenBy = ({ answered }: Afternoon): ((told: Told) => string | null) => {
  const byKey = new Map<string, string>()
  const made = ({ answer }: Told): string | null => (answer.ok && typeof answer['idea'] === 'string' ? answer['idea'] : null)
  for (const told of answered)
    if (told.command.type === 'idea.post' || told.command.type === 'condition.post') byKey.set(told.command.key, made(told) ?? '')
  return (told) => (told.command.type === 'idea.edit' ? (byKey.get(told.command.key) ?? null) : made(told))
}

/** Words that left the log: of what was withdrawn, and of what was changed when the Plein was closed for good. */
const isGone = ({ ideas, sealed }: Plein, id: IdeaId | null, said: string | null): boolean => {
  const idea = ideas.get(id ?? '')
  return idea !== undefined && (idea.withdrawn || (sealed && said !== idea.text && said !== idea.edit))
}

const effects = (it: Afternoon, events: readonly PleinEvent[], state: Plein): string[] => {
  const { answered } = it
  const ideaOf = writtenBy(it)
  const counts = new Map<string, number>()
  for (const said of events.flatMap(wordsOf)) counts.set(said, (counts.get(said) ?? 0) + 1)
  return answered.flatMap((told) => {
    const { who, command, answer } = told
    const said = words(command)
    const expected = answer.ok && !isGone(state, ideaOf(told), said) ? 1 : 0
    const found = said === null ? expected : (counts.get(said) ?? 0)
    return found === expected ? [] : [`${who.name} was told ${answer.ok ? 'ok' : 'no'} for "${said}", which has ${found} effects`]
  })
}

/** Whoever was told that it is done finds it in the log. */
const stored = ({ answered }: Afternoon, events: readonly PleinEvent[]): string[] => {
  const accepted = answered.flatMap(({ who, command, answer }) => (answer.ok ? [{ who, command, answer, seat: who.seat }] : []))
  return unstored(accepted, events).map(({ command, seat }) => `${seat} was told ok for ${command.type}, of which nothing is in the log`)
}

/** Nothing that somebody asked is forgotten, and nothing about one idea is turned round. */
const asked = ({ clients, answered }: Afternoon, events: readonly PleinEvent[]): string[] => {
  const known = new Set(answered.map(({ command }) => words(command)))
  const places = new Map(events.flatMap((event, place) => wordsOf(event).map((said) => [said, place])))
  const withdrawals = (commands: readonly Command[], key: string): number =>
    commands.filter((one) => one.type === 'idea.withdraw' && one.key === key).length
  const told = (who: Person): Command[] => answered.filter((one) => one.who === who).map(({ command }) => command)
  /** Taken back before it left, and nobody answers: new words alone, or the first ones with the word that takes them back. */
  const recalled = ({ who, asked }: { who: Person; asked: readonly Command[] }, key: string, order: number): boolean =>
    asked[order]?.type === 'idea.edit' ? withdrawals(asked, key) > 0 : withdrawals(asked, key) > withdrawals(told(who), key)
  return clients.flatMap(({ who, asked, removed }) => {
    const last = new Map<string, { place: number; said: string }>()
    return asked.flatMap((command, order) => {
      const said = words(command)
      if (said === null) return []
      const place = places.get(said)
      if (removed) return order >= removed.after && place !== undefined ? [`${who.name} was removed and then obeyed: "${said}"`] : []
      const row = 'key' in command ? command.key : ''
      const before = last.get(row)
      if (place !== undefined) last.set(row, { place, said })
      return [
        ...(known.has(said) || (place === undefined && recalled({ who, asked }, row, order))
          ? []
          : [`${who.name} was never answered about "${said}"`]),
        ...(before && place !== undefined && before.place > place ? [`${who.name} asked "${before.said}" before "${said}"`] : []),
      ]
    })
  })
}

/** A key that was told to be kept is known, as long as the Plein is not sealed. */
const keysOf = ({ answered }: Afternoon, state: Plein): string[] => {
  const kept = new Set<string>()
  return answered.flatMap(({ who, command, answer }) => {
    if ((command.type === 'idea.post' || command.type === 'condition.post' || command.type === 'card.seal') && answer.ok)
      kept.add(command.key)
    const forgotten = !answer.ok && answer.error.code === 'key-unknown' && 'key' in command && kept.has(command.key) && !state.sealed
    return forgotten ? [`${who.name} was told that nobody knows the key of an own idea`] : []
  })
}

/** The last ballot that each voter was told is in, for each round. */
const lastBallots = (answered: readonly Told[]): Map<string, Map<string, Dots>> => {
  const rounds = new Map<string, Map<string, Dots>>()
  for (const { who, command, answer } of answered) {
    if (command.type !== 'ballot.cast' || !answer.ok) continue
    const ballots = rounds.get(command.round) ?? new Map<string, Dots>()
    rounds.set(command.round, ballots.set(who.seat!, command.dots))
  }
  return rounds
}

/** What was sealed and not withdrawn is there, and nothing else; nothing of it when the Plein is closed for good. */
const cards = (answered: readonly Told[], state: Plein, stored: readonly OpenedSecret[]): string[] => {
  const told = new Map<string, string>()
  for (const { command, answer } of answered) {
    if (!answer.ok) continue
    if (command.type === 'card.seal') told.set(command.key, command.text)
    if (command.type === 'card.withdraw') told.delete(command.key)
  }
  const expected = state.sealed ? [] : [...told.values()].sort()
  const found = stored.map(({ content }) => (content?.keep === 'card' ? content.card.text : '?')).sort()
  return same(found, expected) ? [] : [`${found.length} cards are there of ${expected.length} that were told to be`]
}

const ballots = (told: Map<string, Map<string, Dots>>, state: Plein, stored: readonly OpenedRow[]): string[] =>
  [...state.rounds.values()].flatMap((round) => {
    const expected = told.get(round.id) ?? new Map<string, Dots>()
    const kept = stored.filter((one) => one.round === round.id)
    if (round.status === 'counted') {
      const links = kept.length > 0 ? [`round ${round.id} is counted and still tied to ${kept.length} voters`] : []
      return round.cast === expected.size ? links : [...links, `round ${round.id} counted ${round.cast} of ${expected.size} ballots`]
    }
    const now = new Map(
      kept.flatMap(({ voter, found }): [string, Dots | null][] => (found && 'bytes' in found ? [[voter, toDots(round, found.bytes)]] : [])),
    )
    const wrong = [...expected].filter(([voter, dots]) => !same(now.get(voter), dots))
    return [
      ...wrong.map(([voter]) => `the ballot of ${voter} in ${round.id} is not the one that was answered`),
      ...(now.size === expected.size ? [] : [`round ${round.id} holds ${now.size} ballots of ${expected.size}`]),
    ]
  })

/** The last tap that each was told is in. */
const tapped = ({ answered }: Afternoon, state: Plein, stored: readonly OpenedRow[]): string[] => {
  const told = new Map<string, string | null>()
  for (const { who, command, answer } of answered) if (command.type === 'tap.set' && answer.ok) told.set(who.seat!, command.value)
  const rows = stored.filter(({ round }) => round === 'pulse')
  if (state.sealed) return rows.length > 0 ? [`${rows.length} taps outlive the Plein`] : []
  const marks = new Map(
    rows.map(({ voter, found }) => {
      const dots = found && 'bytes' in found ? toDots(tapForm('pulse')!, found.bytes) : null
      return [voter, dots && markOf('pulse', dots)]
    }),
  )
  const changed = [...marks.values()].filter((mark) => mark !== null && mark.now !== mark.told).length
  return [
    ...[...told]
      .filter(([seat, value]) => (marks.get(seat)?.now ?? null) !== value)
      .map(([seat]) => `the tap of ${seat} is not the one that was answered`),
    ...(changed >= taps.pulse.fewest ? ['a picture of the pulse was not drawn'] : []),
  ]
}

const views = ({ clients, room }: Afternoon, state: Plein): string[] => {
  const fresh = (circle: 'board' | 'desk'): Uint8Array => {
    const doc = new Y.Doc({ guid: circle })
    Y.applyUpdate(doc, update(room.document(circle).missing(Y.encodeStateVector(doc))))
    return Y.encodeStateAsUpdate(doc)
  }
  const now = { board: fresh('board'), desk: fresh('desk') }
  const model = JSON.stringify(sorted(boardModel(state, (round) => resultOf(state, round))))
  const waiting = JSON.stringify(atDesk(state))
  return clients.flatMap(({ who, documents, removed }) =>
    [...(removed ? [] : documents)].flatMap(([circle, { doc, name }]) => {
      const { meta: _, ...shown } = maps(doc)
      const isModel =
        circle === 'board' ? JSON.stringify(sorted(shown)) === model : JSON.stringify(Object.keys(shown['ideas'] ?? {}).sort()) === waiting
      return [
        ...(name === room.documents(who.role as 'coach')[circle] ? [] : [`${who.name} reads a ${circle} of another epoch`]),
        ...(Buffer.from(Y.encodeStateAsUpdate(doc)).equals(now[circle]) ? [] : [`the ${circle} of ${who.name} differs from a fresh one`]),
        ...(isModel ? [] : [`the ${circle} of ${who.name} is not the model`]),
      ]
    }),
  )
}
/** Message 0 (sync), kind 1 (step 2), then the length. */
const update = (frame: Uint8Array): Uint8Array => {
  let at = 2
  while (frame[at]! > 127) at++
  return frame.subarray(at + 1)
}
const atDesk = (state: Plein): string[] =>
  [...state.ideas.values()]
    .filter((idea) => idea.listed && !idea.withdrawn && (!idea.released || idea.hidden || idea.edit !== null))
    .map(({ id }) => id)
    .sort()

const secrets = (it: Afternoon, events: readonly PleinEvent[], state: Plein): string[] => {
  const ideaOf = writtenBy(it)
  // A phase that reads along opens nothing of which its author was told that the coach reads first.
  const first = new Set(it.answered.flatMap((told) => (told.command.type === 'idea.post' && !told.command.open ? [ideaOf(told)] : [])))
  const released = new Set(
    events.flatMap((event) =>
      event.type === 'ideas.released'
        ? event.ideas
        : event.type === 'idea.posted' && event.open && !first.has(event.idea)
          ? [event.idea]
          : [],
    ),
  )
  const bytes = Buffer.concat(it.boardBytes)
  const written = [
    ...events.flatMap((event) =>
      event.type === 'idea.posted' && !isGone(state, event.idea, event.text) ? [{ idea: event.idea, text: event.text }] : [],
    ),
    ...it.answered.flatMap((told) =>
      told.command.type === 'idea.post' || told.command.type === 'condition.post'
        ? [{ idea: ideaOf(told) ?? '', text: told.command.text }]
        : [],
    ),
  ]
  return written.flatMap(({ idea, text }) =>
    state.ideas.has(idea) && !released.has(idea) && bytes.includes(text) ? [`"${text}" went to the board unreleased`] : [],
  )
}

export type Judgement = {
  problems: string[]
  ideas: number
  votes: number
  releases: number
  accepted: number
  refused: number
  sealed: boolean
}

export const judge = async (it: Afternoon): Promise<Judgement> => {
  const { loaded, rows, keys, secrets: sealed } = (await find(plein, { ...it, timers: { soon: queueMicrotask } }))!
  const state = emptyPlein(plein)
  for (const { event, version } of loaded.events) evolve(state, event, version)
  const events = loaded.events.map(({ event }) => event)
  const told = lastBallots(it.answered)
  const uncounted = [...state.rounds.values()].filter(({ status }) => status !== 'counted')
  const numbered = loaded.events.every(({ version }, place) => version === place + 1)
  return {
    problems: [
      ...it.contradictions,
      ...effects(it, events, state),
      ...stored(it, events),
      ...asked(it, events),
      ...keysOf(it, state),
      ...ballots(told, state, rows),
      ...tapped(it, state, rows),
      ...views(it, state),
      ...secrets(it, events, state),
      ...it.clients.flatMap(({ who, phone, removed }) =>
        phone && !removed && phone.waiting() > 0 ? [`${who.name} still waits for ${phone.waiting()} answers`] : [],
      ),
      ...it.clients.flatMap(({ who, pending }) => (pending ? [`${who.name} still waits for an answer to ${pending.command.type}`] : [])),
      ...(numbered ? [] : ['the events are not numbered on']),
      ...(keys.count === uncounted.length + (rows.some(({ round }) => round === 'pulse') ? 1 : 0) + (keys.of(secretsOf) ? 1 : 0)
        ? []
        : [`there are ${keys.count} keys, and not one for each round that is not counted, for the taps and for the cards`]),
      ...(state.sealed && keys.of(secretsOf) ? ['the key of cards outlived the sealing'] : []),
      ...cards(it.answered, state, sealed),
      ...(state.sealed && loaded.keys.length > 0 ? ['keys outlived the sealing'] : []),
    ],
    ideas: state.ideas.size,
    votes: [...told.values()].reduce((sum, round) => sum + round.size, 0),
    releases: events.filter(({ type }) => type === 'ideas.released').length,
    accepted: it.answered.filter(({ answer }) => answer.ok).length,
    refused: it.answered.filter(({ answer }) => !answer.ok).length,
    sealed: state.sealed,
  }
}
