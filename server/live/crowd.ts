/** Counts of the room, sent less often as it fills: each message goes to everybody, so their number would grow with the square. */
import type { Role } from '../../shared/domain/state.ts'
import type { Crowd } from '../../shared/wire/messages.ts'
import type { Timers } from './contract.ts'

/** Up to so many people, at most one message in so many milliseconds. */
const steps = [
  { people: 100, every: 1000 },
  { people: 250, every: 2000 },
  { people: 500, every: 5000 },
  { people: Number.POSITIVE_INFINITY, every: 10_000 },
] as const
export const every = (people: number): number => steps.find((step) => people <= step.people)!.every

export type Counts = Omit<Crowd, 'now'>
export type Crowds = {
  /** Something may have changed. */
  changed(): void
  /** What was told last, for somebody who comes in. */
  last(): Counts | null
  stop(): void
}

export type CrowdParts = {
  now: () => number
  timers: Timers
  /** How late `written` is told. */
  writtenEvery: number
  count: () => Promise<Counts>
  people: () => number
  send: (crowd: Crowd) => void
}

/** Who waits before the door, and which slips were entered, is the desk's. */
export const crowdFor = (role: Role, crowd: Crowd): Crowd => {
  const { waiting: _, line: __, slips: ___, ...others } = crowd
  return role === 'coach' ? crowd : others
}

const same = (one: Counts | null, other: Counts): boolean => one !== null && JSON.stringify(one) === JSON.stringify(other)

export const createCrowd = ({ now, timers, writtenEvery, count, people, send }: CrowdParts): Crowds => {
  let told: Counts | null = null
  /** What was told last of each phase: whoever goes to and fro hears no more by it. */
  const known = new Map<Counts['phase'], Counts['written']>()
  /** When `written` was first seen to differ from what was told. */
  let differsSince: number | null = null
  let toldAt = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null
  let stopped = false

  const tell = async (): Promise<void> => {
    const counted = await count()
    if (stopped) return
    // Of one or two `null` is what was told, and not that nothing was: taken for 0 it would be told anew at each thing that anybody sends.
    const ofPhase = known.get(counted.phase)
    const before = told === null ? counted.written : ofPhase === undefined ? 0 : ofPhase
    if (counted.written === before || counted.written === 0) differsSince = null
    // Never later than now: the clock may have been set back since.
    else if (told?.phase === counted.phase) differsSince = Math.min(differsSince ?? now(), now())
    else differsSince = now()
    // Told at once, it would show who of the people in sight just stopped typing.
    const held = differsSince !== null && now() - differsSince < writtenEvery ? differsSince + writtenEvery - now() : null
    const counts = held === null ? counted : { ...counted, written: before }
    known.set(counts.phase, counts.written)
    if (held === null) differsSince = null
    toldAt = now()
    if (!same(told, counts)) send({ now: now(), ...counts })
    told = counts
    if (held !== null) wait(Math.max(held, every(people())))
  }
  const wait = (milliseconds: number): void => {
    if (cancel || stopped) return
    cancel = timers.after(Math.max(0, milliseconds), () => {
      cancel = null
      tell().catch(() => undefined)
    })
  }
  return {
    changed: () => wait(Math.min(every(people()), toldAt + every(people()) - now())),
    last: () => told,
    stop: () => {
      stopped = true
      cancel?.()
    },
  }
}
