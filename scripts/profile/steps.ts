/** What the room does while it is looked at. Each answers how much work it was, in units by which its cost is told. */
import * as Y from 'yjs'
import type { Dice } from '../players/dice.ts'
import { claimWith, joinWith, makePlein } from '../players/http.ts'
import { newId } from '../players/person.ts'
import { type Phone, phone } from './phone.ts'

export type Room = { coach: Phone; phones: Phone[]; replica: Y.Doc; phase: (kind: string) => string }
export type Work = { name: string; count: number }
export type Step = {
  step: string
  /** Not measured. */
  before?(): Promise<void>
  run(room: Room): Promise<Work>
}
export type Load = { phones: number; seconds: number; chance: Dice }

const atOnce = 32
const inTurns = async <T>(list: readonly T[], work: (one: T, place: number) => Promise<void>): Promise<void> => {
  let next = 0
  const worker = async () => {
    while (next < list.length) {
      const place = next
      next += 1
      await work(list[place] as T, place)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** An hour with nothing hidden, so that what the desk enters is seen at once. */
const programme = [{ kind: 'ideas', settings: { hidden: false } }, { kind: 'cluster' }, { kind: 'vote', settings: { over: 'ideas' } }]

export const openRoom = async (origin: string, key: string): Promise<{ room: Room; join: (count: number) => Promise<Work> }> => {
  const made = await makePlein(origin, key, { title: 'Profile', dilemma: 'Where does the time go?', locale: 'en', programme })
  const replica = new Y.Doc()
  const coach = await phone(origin, (await claimWith(origin, made.links.coach)).token, replica, true)
  const phases = replica.getMap<{ kind: string }>('phases')
  const phase = (kind: string): string => [...phases.entries()].find(([, one]) => one.kind === kind)?.[0] ?? ''
  const room: Room = { coach, phones: [], replica, phase }
  const join = async (count: number): Promise<Work> => {
    await inTurns(Array.from({ length: count }), async () => {
      room.phones.push(await phone(origin, (await joinWith(origin, made.links.join)).token, replica, false))
    })
    return { name: 'join', count }
  }
  return { room, join }
}

const must = async (who: Phone, command: { type: string } & Record<string, unknown>) => {
  const answer = await who.ask(command)
  if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.error.code}`)
  return answer
}
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
const words = (chance: Dice): string =>
  Array.from({ length: 12 }, () => chance.pick(['bus', 'school', 'nacht', 'buurt', 'samen', 'later'])).join(' ')

const total = (room: Room): { updates: number; messages: number } => {
  const all = room.phones.map((one) => one.heard())
  return { updates: all.reduce((sum, one) => sum + one.updates, 0), messages: all.reduce((sum, one) => sum + one.messages, 0) }
}

export const stepsOf = ({ phones, seconds, chance }: Load): Step[] => [
  {
    step: 'ten ideas a second, seen at once',
    run: async (room) => {
      await must(room.coach, { type: 'plein.open' })
      if (room.phase('ideas') === '') throw new Error('The board has no phase for ideas.')
      total(room)
      for (let count = 0; count < seconds * 10; count++) {
        await must(room.coach, { type: 'idea.enter', as: 'idea', text: words(chance), phase: room.phase('ideas') })
        await pause(100)
      }
      return { name: 'delivery', count: total(room).updates }
    },
  },
  {
    step: 'everybody posts, ten a second',
    run: async (room) => {
      total(room)
      for (let count = 0; count < seconds * 10; count++) {
        const who = chance.pick(room.phones)
        void who.ask({ type: 'idea.post', key: newId(), as: 'idea', text: words(chance), phase: room.phase('ideas'), open: true })
        await pause(100)
      }
      return { name: 'post', count: seconds * 10 }
    },
  },
  {
    step: 'fifty ideas at once',
    run: async (room) => {
      total(room)
      const seen = Promise.all(room.phones.map((one) => one.updates(1)))
      const texts = Array.from({ length: 50 }, () => words(chance))
      await Promise.all(texts.map((text) => must(room.coach, { type: 'idea.enter', as: 'idea', text, phase: room.phase('ideas') })))
      await seen
      return { name: 'idea to a phone', count: 50 * room.phones.length }
    },
  },
  {
    step: 'everybody votes, five times',
    run: async (room) => {
      await must(room.coach, { type: 'phase.enter', phase: room.phase('vote') })
      const round = String((await must(room.coach, { type: 'round.open', over: 'ideas', budget: 5, maximum: 1 }))['round'])
      const items = [...room.replica.getMap('ideas').keys()]
      const rate = (seconds * 1000) / (phones * 5)
      const votes = room.phones.flatMap((who) => Array.from({ length: 5 }, () => who))
      const answers: Promise<unknown>[] = []
      for (const who of votes) {
        const dots = Object.fromEntries(Array.from({ length: 5 }, () => [chance.pick(items), 1]))
        answers.push(must(who, { type: 'ballot.cast', round, dots }))
        if (answers.length % 10 === 0) await pause(rate * 10)
      }
      await Promise.all(answers)
      return { name: 'ballot', count: votes.length }
    },
  },
  {
    step: 'all lines gone, and back at once',
    run: async (room) => {
      for (const one of room.phones) one.drop()
      await Promise.all(room.phones.map((one) => one.back()))
      return { name: 'phone', count: room.phones.length }
    },
  },
  {
    step: 'nobody does anything',
    // Counts of the room are told less often as it fills, so those of the step before may still come.
    before: () => pause(11_000),
    run: async (room) => {
      total(room)
      await pause(seconds * 1000)
      return { name: 'message', count: Math.max(1, total(room).messages) }
    },
  },
]
