/** Somebody with the phone's own code: its connection, its documents and its outbox, on two lines of one seat. */
import { type Connection, openConnection } from '../../client/session/connection.ts'
import { pause } from '../../client/session/deliver.ts'
import { laneOf, makeOutbox, type Outgoing } from '../../client/session/outbox.ts'
import { makePace } from '../../client/session/pace.ts'
import { randomId } from '../../client/session/random.ts'
import { memoryShelf } from '../../client/session/shelf.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Dice } from '../players/dice.ts'
import type { Plan } from './plan.ts'

/** What somebody asked, in the order in which they asked it. `answer`: `null` until it came. */
export type Asked = { command: Command; lane: string; answer: Answer | null; settled: Promise<void> }
/** What was heard of one id. */
export type Heard = { command: Command; sends: number; accepted: Set<string>; refused: Set<string> }

export type Person = {
  name: string
  plein: string
  token: string
  role: 'coach' | 'participant'
  /** Asks the next only when the last was answered, so that the order of everything can be judged, and not only that within one idea. */
  strict: boolean
  lines: Connection[]
  asked: Asked[]
  heard: Map<string, Heard>
  /** Asks so many things; resolves when all were answered for good. */
  work(count: number): Promise<void>
  /** Sends every id once more, as it was. */
  repeat(): Promise<void>
  leave(): void
}
export type PersonParts = {
  origin: string
  name: string
  seat: { plein: string; token: string }
  role: Person['role']
  strict: boolean
  plan: () => Plan
  chance: Dice
  answered: () => void
  refused?: ((code: string) => void) | undefined
}

/** Each command is sent one to so many times. */
const copies = 5
const atOnce = 8

// Every provider listens for the end of the process; a full room is no leak.
process.setMaxListeners(0)

export const person = async ({ origin, name, seat, role, strict, plan, chance, answered, refused }: PersonParts): Promise<Person> => {
  const lines = [openConnection({ makePace, origin, ...seat }), openConnection({ makePace, origin, ...seat })]
  const heard = new Map<string, Heard>()
  const asked: Asked[] = []
  let planned: Plan | null = null

  const send = async (id: string, command: Command, line: Connection): Promise<Answer | null> => {
    const entry = heard.get(id) ?? { command, sends: 0, accepted: new Set(), refused: new Set() }
    heard.set(id, entry)
    entry.sends += 1
    const answer = await line.attempt(id, command)
    if (answer?.ok) entry.accepted.add(JSON.stringify(answer))
    else if (answer) {
      entry.refused.add(answer.error.code)
      refused?.(answer.error.code)
    }
    return answer
  }
  const attempt = async (id: string, command: Command): Promise<Answer | null> => {
    const answers = await Promise.all(Array.from({ length: 1 + chance.below(copies) }, () => send(id, command, chance.pick(lines))))
    return answers.find((answer) => answer?.ok) ?? answers.find((answer) => answer !== null) ?? null
  }
  const outbox = makeOutbox({
    shelf: memoryShelf(),
    attempt,
    whenLive: () => Promise.race(lines.map((line) => line.whenLive())),
    pause,
    id: randomId,
    now: () => asked.length,
  })
  await outbox.start()
  await Promise.all(lines.map((line) => line.whenLive()))
  return {
    name,
    plein: seat.plein,
    token: seat.token,
    role,
    strict,
    lines,
    asked,
    heard,
    work: async (count) => {
      planned ??= plan()
      const flying = new Set<Promise<void>>()
      for (let done = 0; done < count; done++) {
        // A coach's command waits in the same outbox: what is resent, and in which order, is then judged in the same way.
        const command = planned.next() as Outgoing
        const one: Asked = { command, lane: laneOf(command), answer: null, settled: Promise.resolve() }
        asked.push(one)
        one.settled = outbox.add(command).answer.then((answer) => {
          one.answer = answer
          flying.delete(one.settled)
          answered()
        })
        flying.add(one.settled)
        if (flying.size >= (strict ? 1 : atOnce)) await Promise.race(flying)
      }
      await Promise.all(flying)
    },
    repeat: async () => {
      const all = [...heard]
      for (let from = 0; from < all.length; from += atOnce)
        await Promise.all(
          all.slice(from, from + atOnce).map(([id, { command }], place) => send(id, command, lines[place % 2] as Connection)),
        )
    },
    leave: () => {
      outbox.stop()
      for (const line of lines) line.close()
    },
  }
}
