/** Two Pleinen at the same time on one server, with a coach and phones each: what commits of both share is tried too. */
import { randomId } from '../../client/session/random.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { dice, seedOf } from '../players/dice.ts'
import { claimWith, joinWith, makePlein } from '../players/http.ts'
import { type Person, person } from './person.ts'
import { coachPlan, lenses, type Meeting, nameOf, phonePlan } from './plan.ts'

export type MeetingParts = {
  origin: string
  key: string
  clients: number
  seed: number
  answered: () => void
  refused?: (code: string) => void
}

/** Neither how fast people are nor how much they write is what is tried here; they are faster than people. */
export const limits: Record<string, string> = {
  LOG_LEVEL: 'warn',
  LIMIT_BURST_PHONE: '100000',
  LIMIT_RATE_PHONE: '100000',
  LIMIT_BURST_COACH: '100000',
  LIMIT_RATE_COACH: '100000',
  LIMIT_RATE_PLEIN: '1000000',
  LIMIT_ANSWERS_PHONE: '1000000',
  LIMIT_ANSWERS_COACH: '1000000',
  LIMIT_IDEAS_PER_SEAT_PER_PHASE: '100000',
  LIMIT_IDEAS_PER_PLEIN: '100000',
  LIMIT_PLEINS_PER_DAY: '10000',
  LIMIT_PLEINS_OPEN: '10000',
  LIMIT_DESK_BATCH: '500',
  LIMIT_DISK_FREE: '0',
}

const dilemma = 'Wie zorgt er voor het groen?'
const programme = [{ kind: 'ideas', settings: { hidden: false } }, { kind: 'vote' }]
const ballots = 6

const must = async (coach: Person, command: Command): Promise<Record<string, unknown>> => {
  const line = coach.lines[0]
  const answer = await line?.attempt(randomId(), command as Command)
  if (!answer?.ok) throw new Error(`${command.type}: ${answer ? answer.error.code : 'no answer'}`)
  return answer
}

const begin = async (coach: Person): Promise<Meeting> => {
  await must(coach, { type: 'plein.open' })
  const board = coach.lines[0]?.documents.replica('board')
  await coach.lines[0]?.reached({ board: 2 })
  const phases = [...(board?.snapshot('phases') ?? [])] as [string, { kind: string }][]
  const of = (kind: string): string => phases.find(([, phase]) => phase.kind === kind)?.[0] ?? ''
  const [phase, vote] = [of('ideas'), of('vote')]
  const items: string[] = []
  for (let made = 1; made <= ballots; made++) {
    const { idea } = await must(coach, { type: 'idea.enter', as: 'idea', text: `Om op te stemmen: ${'nummer '.repeat(made)}`, phase })
    items.push(String(idea))
  }
  await must(coach, { type: 'phase.enter', phase: vote })
  const { round } = await must(coach, { type: 'round.open', over: 'ideas', items, budget: 3, maximum: 1 })
  return { phase, round: String(round), items }
}

const half = async (parts: MeetingParts, place: number, phones: number): Promise<Person[]> => {
  const { origin, key, seed, answered, refused } = parts
  const wish = { title: `Plein ${place + 1}`, dilemma, locale: 'nl', programme, settings: { perspectives: lenses } } as const
  const made = await makePlein(origin, key, wish)
  const of = (who: number) => dice(seedOf(seed, place, who))
  let meeting: Meeting | null = null
  const planned = (): Meeting => {
    if (meeting === null) throw new Error('The meeting has not begun.')
    return meeting
  }
  const common = { origin, answered, refused }
  const name = nameOf(place, true)
  const seat = await claimWith(origin, made.links.coach)
  const coach = await person({
    ...common,
    name,
    seat,
    role: 'coach',
    strict: true,
    plan: () => coachPlan(name, of(0), planned()),
    chance: of(1),
  })
  meeting = await begin(coach)
  const people = [coach]
  // Ten at a time, as a room comes in.
  for (let from = 0; from < phones; from += 10)
    people.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(10, phones - from) }, async (_, at) => {
          const who = from + at
          const phone = nameOf(place * phones + who, false)
          return person({
            ...common,
            name: phone,
            seat: await joinWith(origin, made.links.join),
            role: 'participant',
            strict: who % 2 === 0,
            plan: () => phonePlan(phone, of(2 + 2 * who), planned()),
            chance: of(3 + 2 * who),
          })
        }),
      )),
    )
  return people
}

export const meet = async (parts: MeetingParts): Promise<Person[]> => {
  const perPlein = Math.max(1, Math.floor(parts.clients / 2) - 1)
  return [...(await half(parts, 0, perPlein)), ...(await half(parts, 1, perPlein))]
}
