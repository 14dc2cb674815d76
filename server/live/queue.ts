/** Commands that wait, and which of them make one turn. */
import { anonymous, type Command } from '../../shared/domain/commands.ts'
import type { Role, SeatId } from '../../shared/domain/state.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Asked } from './answers.ts'

export type Waiting = {
  role: Role | 'server'
  /** `null`: the room itself. */
  seat: SeatId | null
  command: Command
  asked: Asked
  answer(answer: Answer): void
}

/** These call the door (`Access`), which has commits of its own, or come from the room itself: each is a turn alone. */
const alone: ReadonlySet<Command['type']> = new Set(['link.rotate', 'screen.admit', 'door.admit', 'door.refuse', 'time.passed'])

export type Queue = {
  put(waiting: Waiting): void
  /** Takes what makes one turn: only anonymous commands or only others, because a shared commit would tie an idea to whoever acted
   *  in the same moment. The order of one seat stays; anonymous ones of different seats are shuffled. */
  take(): Waiting[]
  of(seat: SeatId): number
  size(): number
  all(): readonly Waiting[]
}

export const createQueue = (shuffle: <T>(list: readonly T[]) => T[]): Queue => {
  let waiting: Waiting[] = []

  const choose = (): Waiting[] => {
    const first = waiting[0]
    if (!first) return []
    if (alone.has(first.command.type)) return [first]
    const sort = anonymous.has(first.command.type)
    const stopped = new Set<SeatId | null>()
    return waiting.filter(({ seat, command }) => {
      const fits = !stopped.has(seat) && anonymous.has(command.type) === sort && !alone.has(command.type)
      // What the same seat asked later must not overtake.
      if (!fits) stopped.add(seat)
      return fits
    })
  }

  return {
    put: (one) => {
      waiting.push(one)
    },
    take: () => {
      const taken = choose()
      const gone = new Set(taken)
      waiting = waiting.filter((one) => !gone.has(one))
      return taken[0] && anonymous.has(taken[0].command.type) ? shuffled(taken, shuffle) : taken
    },
    of: (seat) => waiting.reduce((count, one) => count + (one.seat === seat ? 1 : 0), 0),
    size: () => waiting.length,
    all: () => waiting,
  }
}

/** Draws whose turn it is, then takes that seat's oldest. */
const shuffled = (taken: readonly Waiting[], shuffle: <T>(list: readonly T[]) => T[]): Waiting[] => {
  const bySeat = new Map<SeatId | null, Waiting[]>()
  for (const one of taken) bySeat.set(one.seat, [...(bySeat.get(one.seat) ?? []), one])
  return shuffle(taken.map(({ seat }) => seat)).map((seat) => bySeat.get(seat)!.shift()!)
}
