/** How many contributions each seat made in each phase, and, for as long as the phase of now lasts, whose each one is. In memory only,
 *  because on disk it would be a trace to an author; a restart forgets it. What is known of authors is told to nobody. */
import type { IdeaId, PhaseId, SeatId } from '../../shared/domain/state.ts'

export type Posted = {
  by(seat: SeatId | null, phase: PhaseId): number
  /** `idea: null`: only that there was one; whose it is is not even known here. */
  add(seat: SeatId, phase: PhaseId, idea: IdeaId | null): void
  /** How many seats contributed in it. */
  seats(phase: PhaseId | null): number
  /** The phase of now: with another one, authors and marks are forgotten. */
  at(phase: PhaseId | null): void
  /** Marks this contribution, or takes its mark away: whoever has a marked one writes nothing more in this phase. The answer is the same
   *  whether or not another one of the same author is marked, or two of them could be told to be of one. `false`: nobody knows its author. */
  mute(idea: IdeaId, muted: boolean): boolean
  isMuted(seat: SeatId | null): boolean
  /** Marked contributions, in the order in which they were marked. */
  marked(): IdeaId[]
  /** What was told since the last `kept` or `takeBack` is on disk. */
  kept(): void
  /** It is not: all of it is as before, the phase of now too. */
  takeBack(): void
}

export const createPosted = (): Posted => {
  const phases = new Map<PhaseId, Map<SeatId, number>>()
  let authors = new Map<IdeaId, SeatId>()
  let marks = new Set<IdeaId>()
  let current: PhaseId | null = null
  /** How to take back each thing of this turn, the last one first. */
  const back: (() => void)[] = []
  const change = (seat: SeatId, phase: PhaseId, by: number): void => {
    const seats = phases.get(phase) ?? new Map<SeatId, number>()
    const count = (seats.get(seat) ?? 0) + by
    if (count > 0) seats.set(seat, count)
    else seats.delete(seat)
    phases.set(phase, seats)
  }
  return {
    by: (seat, phase) => (seat === null ? 0 : (phases.get(phase)?.get(seat) ?? 0)),
    add: (seat, phase, idea) => {
      change(seat, phase, 1)
      if (idea !== null) authors.set(idea, seat)
      back.unshift(() => {
        change(seat, phase, -1)
        if (idea !== null) authors.delete(idea)
      })
    },
    seats: (phase) => (phase === null ? 0 : (phases.get(phase)?.size ?? 0)),
    at: (phase) => {
      if (phase === current) return
      const [was, wrote, marked] = [current, authors, marks]
      back.unshift(() => {
        current = was
        authors = wrote
        marks = marked
      })
      current = phase
      authors = new Map()
      marks = new Set()
    },
    mute: (idea, muted) => {
      if (!authors.has(idea)) return false
      const before = [...marks]
      back.unshift(() => {
        marks = new Set(before)
      })
      if (muted) marks.add(idea)
      else marks.delete(idea)
      return true
    },
    isMuted: (seat) => seat !== null && [...marks].some((idea) => authors.get(idea) === seat),
    marked: () => [...marks],
    kept: () => {
      back.length = 0
    },
    takeBack: () => {
      for (const undo of back.splice(0)) undo()
    },
  }
}
