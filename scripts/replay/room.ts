/** The room of a replay: a Plein, its coach, its screen, and a phone for everybody in the session. */
import { claimWith, joinWith, type Made, makePlein } from '../players/http.ts'
import { type Stopwatch, stopwatch } from '../players/latency.ts'
import { connect, type Person } from '../players/person.ts'
import { peopleOf, type Session } from './session.ts'
import { labelOf, refusalOf, wordsOf } from './words.ts'

type Watches = { post: Stopwatch; enter: Stopwatch; ballot: Stopwatch; seen: Stopwatch }
export type Room = {
  made: Made
  coach: Person
  screen: Person
  /** One for each person of the session, by that person's name in the file. */
  phones: Map<string, Person>
  /** Phones that only watch. */
  watchers: Person[]
  watches: Watches
}

/** So many people scan the code at the same moment. */
const atOnce = 16

const many = async <T>(count: number, make: (place: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      const place = next
      next += 1
      made[place] = await make(place)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker))
  return made
}

/** A session without a usable dilemma is asked its title. */
const dilemmaOf = (session: Session): string => {
  const words = wordsOf(session.dilemma)
  return refusalOf(words) === null ? words : labelOf(session.title, 120)
}

export const openRoom = async (
  server: string,
  key: string,
  session: Session,
  phones: number,
  say: (line: string) => void,
): Promise<Room> => {
  const made = await makePlein(server, key, {
    title: labelOf(session.title, 120),
    dilemma: dilemmaOf(session),
    locale: session.language === 'nl' ? 'nl' : 'en',
    programme: [
      { kind: 'ideas', settings: { hidden: true } },
      { kind: 'cluster' },
      { kind: 'vote', settings: { over: 'ideas' } },
      { kind: 'harvest' },
    ],
  })
  const claimed = async (link: string) => connect(server, (await claimWith(server, link)).token)
  const [coach, screen] = [await claimed(made.links.coach), await claimed(made.links.screen)]
  const people = peopleOf(session)
  say(`Plein ${made.id}: ${people.length} people, ${phones} phones join.`)
  const joined = await many(phones, async () => connect(server, (await joinWith(server, made.links.join)).token))
  return {
    made,
    coach,
    screen,
    phones: new Map(people.map((person, place) => [person, joined[place] as Person])),
    watchers: joined.slice(people.length),
    watches: { post: stopwatch(), enter: stopwatch(), ballot: stopwatch(), seen: stopwatch() },
  }
}

export const everybody = (room: Room): Person[] => [...room.phones.values(), ...room.watchers, room.screen]

export const leaveRoom = (room: Room): void => {
  for (const person of [room.coach, ...everybody(room)]) person.leave()
}

/** An answer that must be yes: the desk's own steps. */
export const must = async (person: Person, command: { type: string } & Record<string, unknown>): Promise<Record<string, unknown>> => {
  const answer = await person.ask(command)
  if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code} ${answer.error.message}`)
  return answer
}

/** Goes to the phase of this kind, wherever the room is now. */
export const enter = async (room: Pick<Room, 'coach'>, kind: string): Promise<string> => {
  const { board } = room.coach
  const planned = () => [...board.map<{ kind: string }>('phases').entries()].find(([, phase]) => phase.kind === kind)?.[0]
  await board.until(() => planned() !== undefined, `the board has a phase of the kind ${kind}`)
  const phase = planned() as string
  const answer = await room.coach.ask({ type: 'phase.enter', phase })
  if (!answer.ok && answer.error.code !== 'phase-current') throw new Error(`phase.enter was refused: ${answer.error.code}`)
  return phase
}
