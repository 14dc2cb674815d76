/** Sets what people were told against what is in the database. Names every breach. */
import { createHash } from 'node:crypto'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { type Accepted, unstored } from '../players/effects.ts'
import type { Asked, Person } from './person.ts'
import { wordsOf } from './plan.ts'
import type { Stored, StoredPlein } from './stored.ts'

/** What may never be; each holds a sentence for every time that it was. */
export const breaches = [
  'lost',
  'doubled',
  'refused yet done',
  'unanswered',
  'order',
  'answers',
  'documents',
  'database',
  'restart',
] as const
export type Breach = (typeof breaches)[number]
export type Breaches = Record<Breach, string[]>
export const noBreaches = (): Breaches => Object.fromEntries(breaches.map((name) => [name, []])) as unknown as Breaches

/** Text → the places in the log where it was written. */
const placesOf = (events: readonly PleinEvent[]): Map<string, number[]> => {
  const places = new Map<string, number[]>()
  for (const [place, event] of events.entries())
    if (event.type === 'idea.posted' || event.type === 'idea.edited') places.set(event.text, [...(places.get(event.text) ?? []), place])
  return places
}

/** Of what only the last counts for: the last that was asked in this lane, when it was accepted. */
const lastOf = (asked: readonly Asked[], type: Asked['command']['type']): Map<string, Asked> =>
  new Map(asked.filter((one) => one.command.type === type).map((one) => [one.lane, one]))

const effects = ({ name, asked }: Person, places: Map<string, number[]>, found: Breaches): void => {
  const gone = lastOf(asked, 'idea.withdraw')
  for (const { command, answer, lane } of asked) {
    if (answer === null) found.unanswered.push(`${name} still waits for an answer to ${command.type}`)
    const words = wordsOf(command)
    if (words === null) continue
    const times = places.get(words)?.length ?? 0
    if (gone.has(lane)) {
      // What its author withdrew leaves the log with its words.
      if (gone.get(lane)?.answer?.ok && times > 0) found.lost.push(`${name} withdrew the idea of "${words}", and it is still in the log`)
      continue
    }
    if (times > 1) found.doubled.push(`"${words}" is ${times} times in the log`)
    if (answer?.ok && times === 0) found.lost.push(`"${words}" was acknowledged and is not in the log`)
    if (answer && !answer.ok && times > 0) found['refused yet done'].push(`"${words}" was refused (${answer.error.code}) and is in the log`)
  }
}

const order = ({ name, asked, strict }: Person, places: Map<string, number[]>, found: Breaches): void => {
  const last = new Map<string, { place: number; words: string }>()
  for (const { command, lane } of asked) {
    const words = wordsOf(command)
    const place = words === null ? undefined : places.get(words)?.[0]
    if (words === null || place === undefined) continue
    const row = strict ? '' : lane
    const before = last.get(row)
    if (before && before.place > place)
      found.order.push(`${name} asked "${before.words}" before "${words}", and the log has them the other way round`)
    last.set(row, { place, words })
  }
}

const standing = (person: Person, plein: StoredPlein, found: Breaches): void => {
  const { name, asked, token } = person
  const seat = plein.seats.get(createHash('sha256').update(token).digest('hex'))
  if (!seat) return void found.lost.push(`the seat of ${name} is not in the database`)
  // Sealed, and opened by nobody but the server: that it is there is seen here, what is in it is asked of the server after its last start.
  for (const { command, answer } of lastOf(asked, 'ballot.cast').values())
    if (command.type === 'ballot.cast' && answer?.ok && !plein.ballots.has(`${command.round} ${seat.seat}`))
      found.lost.push(`the ballot of ${name} is not in the database`)
  for (const { command, answer } of lastOf(asked, 'tap.set').values())
    if (command.type === 'tap.set' && answer?.ok && command.value !== null && !plein.ballots.has(`pulse ${seat.seat}`))
      found.lost.push(`what ${name} tapped is not in the database`)
  for (const { command, answer } of lastOf(asked, 'seat.perspective').values())
    if (command.type === 'seat.perspective' && answer?.ok && seat.perspective !== command.perspective)
      found.lost.push(`the perspective of ${name} is ${seat.perspective}, not ${command.perspective}`)
}

/** What each is told on coming back, against what they were last told. */
export const told = ({ name, asked, lines }: Person, found: Breaches): void => {
  const own = lines[0]?.told().hello?.own
  for (const { command, answer } of lastOf(asked, 'ballot.cast').values()) {
    if (command.type !== 'ballot.cast' || !answer?.ok) continue
    const now = JSON.stringify(own?.ballots[command.round])
    if (now !== JSON.stringify(command.dots))
      found.lost.push(`the last ballot of ${name} came back as ${now}, not ${JSON.stringify(command.dots)}`)
  }
  for (const { command, answer } of lastOf(asked, 'tap.set').values()) {
    const now = own?.taps['pulse'] ?? null
    if (command.type === 'tap.set' && answer?.ok && now !== command.value)
      found.lost.push(`what ${name} tapped last came back as ${now}, not ${command.value}`)
  }
}

const answers = ({ name, heard }: Person, found: Breaches): void => {
  for (const { command, accepted } of heard.values())
    if (accepted.size > 1) found.answers.push(`${name} got ${accepted.size} answers to one ${command.type}: ${[...accepted].join(' and ')}`)
}

/** What has no words that could be looked for: an act of a coach, or that an idea is taken back. */
const acts = (people: readonly Person[], { events, seats }: StoredPlein, found: Breaches): void => {
  // As the server answered: what a phone took back before it left was answered by the phone itself.
  const accepted = people.flatMap(({ token, heard }) => {
    const seat = seats.get(createHash('sha256').update(token).digest('hex'))?.seat ?? null
    return [...heard.values()].flatMap(({ command, accepted: [answer] }) =>
      answer === undefined ? [] : [{ command, answer: JSON.parse(answer) as Accepted['answer'], seat }],
    )
  })
  for (const { command } of unstored(accepted, events)) found.lost.push(`${command.type} was acknowledged, and nothing of it is in the log`)
}

/** `each`: what else is to be looked at of somebody. */
const look = (people: readonly Person[], stored: Stored, found: Breaches, each: (person: Person, kept: StoredPlein) => void): void => {
  if (stored.integrity !== 'ok') found.database.push(`integrity_check: ${stored.integrity}`)
  for (const plein of new Set(people.map((one) => one.plein))) {
    const kept = stored.pleins.get(plein)
    if (!kept) {
      found.lost.push(`a whole Plein is not in the database`)
      continue
    }
    if (!kept.numbered) found.database.push('the events of a Plein are not numbered on')
    const places = placesOf(kept.events)
    const here = people.filter((person) => person.plein === plein)
    acts(here, kept, found)
    for (const one of here) {
      effects(one, places, found)
      order(one, places, found)
      answers(one, found)
      each(one, kept)
    }
  }
}

export const judge = (people: readonly Person[], stored: Stored, found: Breaches): void =>
  look(people, stored, found, (one, kept) => standing(one, kept, found))

/** Without ballots and perspectives, which go when a Plein is closed. */
export const judgeLog = (people: readonly Person[], stored: Stored, found: Breaches): void => look(people, stored, found, () => {})
