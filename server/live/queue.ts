/** Commands that wait, and which of them make one turn. */
import { anonymous, type Command } from '../../shared/domain/commands.ts'
import type { Moment, Role, SeatId } from '../../shared/domain/state.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Limits } from '../limits.ts'
import type { Asked } from './answers.ts'

export type Waiting = {
  role: Role | 'server'
  /** `null`: the room itself. */
  seat: SeatId | null
  command: Command
  asked: Asked
  /** Not begun after it. */
  until?: Moment | undefined
  answer(answer: Answer): void
}

/** These call the door (`Access`), which has commits of its own, or come from the room itself: each is a turn alone. */
export const alone: ReadonlySet<Command['type']> = new Set([
  'link.rotate',
  'screen.admit',
  'device.end',
  'door.admit',
  'door.refuse',
  'intake.widen',
  'time.passed',
])

/** Ten milliseconds of deciding: other rooms have their turn in between, and one commit more costs a third of a millisecond. */
const mostAtOnce = 256

/** Of one seat; what is asked beyond it is answered `busy`. Never fewer than it may ask at once, or what was paid for would be refused. */
export const mostWaiting = (role: Role, { burstCoach, burstPhone }: Limits): number =>
  Math.max(64, role === 'coach' ? burstCoach : burstPhone)

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
  const seats = new Map<SeatId, number>()
  const less = (seat: SeatId): void => {
    const left = (seats.get(seat) ?? 0) - 1
    if (left > 0) seats.set(seat, left)
    else seats.delete(seat)
  }

  const choose = (): Waiting[] => {
    const first = waiting[0]
    if (!first) return []
    if (alone.has(first.command.type)) return [first]
    const sort = anonymous.has(first.command.type)
    const stopped = new Set<SeatId | null>()
    let taken = 0
    return waiting.filter(({ seat, command }) => {
      const fits = taken < mostAtOnce && !stopped.has(seat) && anonymous.has(command.type) === sort && !alone.has(command.type)
      if (fits) taken += 1
      // What the same seat asked later must not overtake.
      else stopped.add(seat)
      return fits
    })
  }

  return {
    put: (one) => {
      waiting.push(one)
      if (one.seat !== null) seats.set(one.seat, (seats.get(one.seat) ?? 0) + 1)
    },
    take: () => {
      const taken = choose()
      const gone = new Set(taken)
      waiting = waiting.filter((one) => !gone.has(one))
      for (const { seat } of taken) if (seat !== null) less(seat)
      return taken[0] && anonymous.has(taken[0].command.type) ? shuffled(taken, shuffle) : taken
    },
    of: (seat) => seats.get(seat) ?? 0,
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
